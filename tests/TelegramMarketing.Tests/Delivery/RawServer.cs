using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TelegramMarketing.Tests.Delivery;

/// <summary>A server on loopback that reads whole requests, counts them, and answers each as told; null closes the connection.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    public const string Accepted = """{"ok":true,"result":{"message_id":7,"date":1700000000,"chat":{"id":-1001000000001,"type":"channel","title":"Shop","username":"shop"},"text":"x"}}""";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<int, string?> _answer;
    private readonly List<Task> _connections = [];
    private readonly Task _accepting;
    private int _requests;

    /// <param name="answer">The whole answer to the request with this number, from 1.</param>
    public RawServer(Func<int, string?> answer)
    {
        _answer = answer;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Address => new($"http://{_listener.LocalEndpoint}");

    public int Requests => Volatile.Read(ref _requests);

    public int Connections { get; private set; }

    public static string Ok(string json = Accepted) =>
        $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}";

    /// <summary>An address of loopback where nobody listens.</summary>
    public static Uri Nobody()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://{listener.LocalEndpoint}");
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_connections);
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Connections++;
                _connections.Add(ServeAsync(client));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                while (await ReadRequestAsync(stream))
                {
                    if (_answer(Interlocked.Increment(ref _requests)) is not { } answer)
                    {
                        return;
                    }

                    await stream.WriteAsync(Encoding.UTF8.GetBytes(answer), _stop.Token);
                }
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException)
            {
                // The other side, or the test, is gone.
            }
        }
    }

    private async Task<bool> ReadRequestAsync(NetworkStream stream)
    {
        var received = new StringBuilder();
        var buffer = new byte[4096];
        while (!IsWhole(received.ToString()))
        {
            var count = await stream.ReadAsync(buffer, _stop.Token);
            if (count == 0)
            {
                return false;
            }

            received.Append(Encoding.Latin1.GetString(buffer, 0, count));
        }

        return true;
    }

    private static bool IsWhole(string received)
    {
        var end = received.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
        {
            return false;
        }

        var head = received[..end];
        const string Length = "Content-Length: ";
        var length = head.IndexOf(Length, StringComparison.OrdinalIgnoreCase);
        return length < 0
            ? received.EndsWith("0\r\n\r\n", StringComparison.Ordinal)
            : received.Length - end - 4 >= int.Parse(head[(length + Length.Length)..].Split('\r')[0]);
    }
}
