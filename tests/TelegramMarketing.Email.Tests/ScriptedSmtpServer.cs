using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace TelegramMarketing.Email.Tests;

/// <summary>A mail server on this machine that answers what a test tells it to, remembers what it was told, and can fall silent or hang up at any word.</summary>
internal sealed class ScriptedSmtpServer : IAsyncDisposable
{
    /// <summary>An answer after which nothing comes: the client waits.</summary>
    public const string Silence = "(silence)";

    /// <summary>An answer in the place of which the connection is closed.</summary>
    public const string HangUp = "(hang up)";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _reached = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<Task> _sessions = [];
    private readonly Task _accepting;
    private int _connections;
    private int _open;

    public ScriptedSmtpServer()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What is answered to a command, by its first word; "(greeting)" and "(message)" for the two that are none. What follows " then " in it is for later.</summary>
    public ConcurrentDictionary<string, Func<string>> Answers { get; } = new(StringComparer.Ordinal);

    public List<string> Extensions { get; } = ["8BITMIME", "ENHANCEDSTATUSCODES"];

    public bool IsTlsFromTheBeginning { get; init; }

    public X509Certificate2 Certificate { get; } = CreateCertificate();

    public ConcurrentQueue<string> Commands { get; } = new();

    public ConcurrentQueue<string> Messages { get; } = new();

    public int Connections => Volatile.Read(ref _connections);

    public int MostConnectionsAtOnce { get; private set; }

    /// <summary>Answers a command always the same way.</summary>
    public ScriptedSmtpServer On(string command, string answer)
    {
        Answers[command] = () => answer;
        return this;
    }

    /// <summary>Answers a command one way the first times, and then as usual.</summary>
    public ScriptedSmtpServer OnceOn(string command, params string[] answers)
    {
        var left = new ConcurrentQueue<string>(answers);
        Answers[command] = () => left.TryDequeue(out var answer) ? answer : Usual(command);
        return this;
    }

    /// <summary>Ends when the server was told the word.</summary>
    public Task ReachedAsync(string command) => Reached(command).Task.WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_sessions);
        _listener.Dispose();
        _stop.Dispose();
        Certificate.Dispose();
    }

    private static string Usual(string command) => command switch
    {
        "(greeting)" => "220 mail.example ESMTP",
        "AUTH" => "235 2.7.0 Welcome",
        "DATA" => "354 Go on",
        "STARTTLS" => "220 Ready",
        "(message)" => "250 2.0.0 Queued",
        "QUIT" => "221 Bye",
        "MAIL" or "RCPT" or "RSET" or "NOOP" => "250 2.1.0 Fine",
        _ => "502 5.5.1 What?",
    };

    private static X509Certificate2 CreateCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }

    private TaskCompletionSource Reached(string command) => _reached.GetOrAdd(command, static _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Interlocked.Increment(ref _connections);
                _sessions.Add(ServeAsync(client));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        var open = Interlocked.Increment(ref _open);
        MostConnectionsAtOnce = Math.Max(MostConnectionsAtOnce, open);
        try
        {
            using (client)
            {
                Stream stream = client.GetStream();
                if (IsTlsFromTheBeginning)
                {
                    stream = await ProtectAsync(stream);
                }

                await TalkAsync(stream);
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException or ObjectDisposedException)
        {
            // The client hung up, or the test is over.
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    private async Task<Stream> ProtectAsync(Stream stream)
    {
        var secured = new SslStream(stream);
        await secured.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = Certificate }, _stop.Token);
        return secured;
    }

    private async Task TalkAsync(Stream stream)
    {
        var lines = new StreamReader(stream, Encoding.UTF8);
        if (await AnswerAsync(stream, "(greeting)") is null)
        {
            return;
        }

        while (await lines.ReadLineAsync(_stop.Token) is { } line)
        {
            Commands.Enqueue(line);
            var command = line.Split(' ')[0].ToUpperInvariant();
            if (command == "EHLO" && !Answers.ContainsKey("EHLO"))
            {
                await WriteAsync(stream, string.Concat(Extensions.Select(extension => $"250-{extension}\r\n")) + "250 SIZE 10000000");
            }
            else if (await AnswerAsync(stream, command) is not { } answer)
            {
                return;
            }
            else if (command == "STARTTLS" && answer.StartsWith("220", StringComparison.Ordinal))
            {
                stream = await ProtectAsync(stream);
                lines = new StreamReader(stream, Encoding.UTF8);
            }
            else if (answer.StartsWith("354", StringComparison.Ordinal) && !await ReceiveAsync(stream, lines))
            {
                return;
            }
        }
    }

    private async Task<bool> ReceiveAsync(Stream stream, StreamReader lines)
    {
        var message = new StringBuilder();
        while (await lines.ReadLineAsync(_stop.Token) is { } line)
        {
            Reached("(content)").TrySetResult();
            if (Answers.TryGetValue("(content)", out var answer) && answer() == HangUp)
            {
                return false;
            }

            if (line == ".")
            {
                Messages.Enqueue(message.ToString());
                return await AnswerAsync(stream, "(message)") is not null;
            }

            message.Append(line.StartsWith('.') ? line[1..] : line).Append('\n');
        }

        return false;
    }

    /// <summary>Answers, and gives back the answer; nothing when the talk is over.</summary>
    private async Task<string?> AnswerAsync(Stream stream, string command)
    {
        Reached(command).TrySetResult();
        var answer = Answers.TryGetValue(command, out var own) ? own() : Usual(command);
        if (answer == Silence)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, _stop.Token);
        }

        var hangsUp = answer.EndsWith(HangUp, StringComparison.Ordinal);
        var words = hangsUp ? answer[..^HangUp.Length].TrimEnd() : answer;
        if (words.Length > 0)
        {
            await WriteAsync(stream, words);
        }

        return hangsUp || command == "QUIT" ? null : words;
    }

    private static async Task WriteAsync(Stream stream, string text)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text + "\r\n"));
        await stream.FlushAsync();
    }
}
