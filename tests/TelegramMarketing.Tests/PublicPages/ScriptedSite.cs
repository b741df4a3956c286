using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using TelegramMarketing.Hosting;
using TelegramMarketing.Testing.Time;
using TelegramMarketing.Time;

namespace TelegramMarketing.Tests.PublicPages;

/// <summary>A site that answers as it is told, at once, and remembers what it was asked.</summary>
internal sealed class ScriptedSite : HttpMessageHandler, IHttpClientFactory
{
    private readonly Dictionary<string, Queue<Func<HttpResponseMessage>>> _answers = new(StringComparer.Ordinal);

    public static DateTimeOffset Start { get; } = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    /// <summary>It moves by itself while everything waits for it.</summary>
    public VirtualClock Time { get; } = new(Start) { RunsByItself = true };

    public TelegramMarketingOptions Options { get; } = new();

    /// <summary>Paths and queries in the order of the requests, with the time of each.</summary>
    public ConcurrentQueue<(string Path, DateTimeOffset At)> Requests { get; } = new();

    public ConcurrentQueue<HttpRequestMessage> Messages { get; } = new();

    public IEnumerable<string> Paths => Requests.Select(request => request.Path);

    public string? ClientName { get; private set; }

    public BotContext Context => new("", Options, new Clock(Time), new Chance(), this, NullLoggerFactory.Instance);

    /// <summary>The answers to a path, one after the other; the last one is repeated.</summary>
    public ScriptedSite Answer(string path, params Func<HttpResponseMessage>[] answers)
    {
        _answers[path] = new(answers);
        return this;
    }

    public ScriptedSite Show(string path, string html) => Answer(path, Html(html));

    public ScriptedSite Redirect(string path, string location) => Answer(path, () => new HttpResponseMessage(HttpStatusCode.Found)
    {
        Headers = { Location = new Uri(location, UriKind.RelativeOrAbsolute) },
    });

    public static Func<HttpResponseMessage> Html(string html) => () => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(html, Encoding.UTF8, "text/html") };

    public static Func<HttpResponseMessage> Status(HttpStatusCode status, TimeSpan? retryAfter = null) => () => new HttpResponseMessage(status)
    {
        Headers = { RetryAfter = retryAfter is { } delay ? new(delay) : null },
    };

    public static Func<HttpResponseMessage> Reset() => () => throw new HttpRequestException("Connection reset by peer at t.me");

    public HttpClient CreateClient(string name)
    {
        ClientName = name;
        return new HttpClient(this, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.PathAndQuery;
        Requests.Enqueue((path, Time.GetUtcNow()));
        Messages.Enqueue(request);
        request.RequestUri.Host.Should().Be("t.me");
        if (!_answers.TryGetValue(path, out var answers))
        {
            throw new InvalidOperationException($"The site was not told what to answer to {path}.");
        }

        var answer = answers.Count > 1 ? answers.Dequeue() : answers.Peek();
        return Task.FromResult(answer());
    }
}
