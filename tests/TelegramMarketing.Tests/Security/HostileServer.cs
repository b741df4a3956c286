using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TelegramMarketing.Tests.Security;

/// <summary>A server on loopback that answers every request with the same bytes, or breaks off, or never answers.</summary>
internal sealed class HostileServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;
    private int _requests;

    /// <param name="answer">What is answered; null to break the connection off, empty to be silent.</param>
    public HostileServer(string? answer)
    {
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _serving = ServeAsync(answer);
    }

    public Uri Address { get; }

    public int Requests => _requests;

    public static string Http(int status, string body, string type = "application/json") =>
        $"HTTP/1.1 {status} Because\r\nContent-Type: {type}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}";

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
    }

    private async Task ServeAsync(string? answer)
    {
        var connections = new List<Task>();
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                connections.Add(ServeAsync(client, answer));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // The test is over.
        }

        await Task.WhenAll(connections);
    }

    private async Task ServeAsync(TcpClient client, string? answer)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                await ReadAsync(stream);
                Interlocked.Increment(ref _requests);
                if (answer is null)
                {
                    client.LingerState = new LingerOption(true, 0);
                    return;
                }

                if (answer.Length == 0)
                {
                    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, _stop.Token);
                }

                await stream.WriteAsync(Encoding.UTF8.GetBytes(answer), _stop.Token);
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException)
            {
                // The client went away, or the test is over.
            }
        }
    }

    private async Task ReadAsync(NetworkStream stream)
    {
        var buffer = new byte[16 * 1024];
        var read = new StringBuilder();
        while (true)
        {
            var count = await stream.ReadAsync(buffer, _stop.Token);
            read.Append(Encoding.UTF8.GetString(buffer, 0, count));
            var text = read.ToString();
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            var length = text.Split("Content-Length: ") is [_, var rest, ..] ? int.Parse(rest.Split('\r')[0], System.Globalization.CultureInfo.InvariantCulture) : 0;
            if (count == 0 || (end >= 0 && text.Length >= end + 4 + length))
            {
                return;
            }
        }
    }
}
