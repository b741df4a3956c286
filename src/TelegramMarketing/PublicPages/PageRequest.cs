using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;
using TelegramMarketing.Hosting;

namespace TelegramMarketing.PublicPages;

/// <summary>Asks for a page, a few times where the network or the site fails, and understands what comes.</summary>
internal sealed class PageRequest(BotContext context, TurnQueue turns)
{
    private const int Attempts = 4;
    private static readonly TimeSpan FirstBackoff = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);
    private static readonly ProductInfoHeaderValue Agent =
        new("TelegramMarketing", typeof(PageRequest).Assembly.GetName().Version?.ToString(3) ?? "0");

    private readonly ILogger _logger = context.Loggers.CreateLogger("TelegramMarketing.PublicPages");

    /// <summary>Reads the page.</summary>
    /// <exception cref="TelegramMarketingException">The site cannot be reached.</exception>
    public async Task<PageAnswer> SendAsync(PageAddress address, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            await turns.PassAsync(cancellationToken).ConfigureAwait(false);
            var answer = await TryAsync(address, cancellationToken).ConfigureAwait(false);
            if (answer is not null && answer.Outcome != PageOutcome.Throttled)
            {
                return answer;
            }

            var backoff = FirstBackoff * Math.Pow(3, attempt - 1) * (0.75 + (0.5 * context.Chance.NextDouble()));
            var wait = answer?.RetryAfter > backoff ? answer.RetryAfter.Value : backoff;
            if (attempt == Attempts || wait > LongestWait)
            {
                return answer ?? throw new TelegramMarketingException(
                    TelegramMarketingError.Unreachable, $"The public pages could not be reached in {attempt} tries. Check the network and try again later.");
            }

            await context.Clock.DelayAsync(wait, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>One try; <see langword="null"/> when no answer came, or one of a failing server.</summary>
    private async Task<PageAnswer?> TryAsync(PageAddress address, CancellationToken cancellationToken)
    {
        using var timeout = context.Clock.CreateTimeout(context.Options.PublicPages.Timeout);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await AskAsync(address, either.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
        {
            // Whether it was the caller's token or the time-out is told by the token, not by the exception.
            cancellationToken.ThrowIfCancellationRequested();
            PublicPageLog.NoAnswer(_logger, address.Kind, exception.GetType().Name);
            return null;
        }
    }

    private async Task<PageAnswer?> AskAsync(PageAddress address, CancellationToken cancellationToken)
    {
        var askedAt = context.Clock.UtcNow;
        using var client = context.Http.CreateClient(HttpClientNames.PublicPages(context.Name));
        using var request = new HttpRequestMessage(HttpMethod.Get, address.Under(context.Options.PublicPagesAddress));
        request.Headers.UserAgent.Add(Agent);
        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue("en"));
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        switch (response.StatusCode)
        {
            case HttpStatusCode.TooManyRequests:
                return new PageAnswer(PageOutcome.Throttled, askedAt, RetryAfter: RetryAfter(response));
            case >= HttpStatusCode.InternalServerError:
                PublicPageLog.NoAnswer(_logger, address.Kind, "5xx");
                return null;
            case >= HttpStatusCode.Ambiguous and < HttpStatusCode.BadRequest:
                return new PageAnswer(IsSentToLanding(address, response) ? PageOutcome.SentToLanding : Unreadable(address), askedAt);
            default:
                var html = await BoundedContent.ReadAsync(response.Content, cancellationToken).ConfigureAwait(false);
                if (html is not null && IsCutOff(html))
                {
                    // What is missing would be taken for deleted.
                    PublicPageLog.NoAnswer(_logger, address.Kind, "a part of the page");
                    return null;
                }

                return html is null ? new PageAnswer(Unreadable(address), askedAt) : Understand(address, html, askedAt);
        }
    }

    private static bool IsCutOff(string html) =>
        html.Contains("<html", StringComparison.OrdinalIgnoreCase) && !html.Contains("</html>", StringComparison.OrdinalIgnoreCase);

    private PageAnswer Understand(PageAddress address, string html, DateTimeOffset askedAt)
    {
        PublicPage? page = address.Kind switch
        {
            PageKind.Preview => PreviewPage.Parse(html),
            PageKind.Embed => EmbedPage.Parse(html),
            _ => LandingPage.Parse(html),
        };
        if (page is not null)
        {
            return new PageAnswer(PageOutcome.Read, askedAt, page);
        }

        // A client of the host's own may have followed the redirect; then the landing page came where a preview was asked for.
        var followed = address.Kind == PageKind.Preview && LandingPage.Parse(html) is not null;
        return new PageAnswer(followed ? PageOutcome.SentToLanding : Unreadable(address), askedAt);
    }

    private PageOutcome Unreadable(PageAddress address)
    {
        PublicPageLog.NotUnderstood(_logger, address.Kind, address.Channel);
        return PageOutcome.Unreadable;
    }

    private bool IsSentToLanding(PageAddress address, HttpResponseMessage response)
    {
        if (address.Kind != PageKind.Preview || response.Headers.Location is not { } location)
        {
            return false;
        }

        var target = location.IsAbsoluteUri ? location : new Uri(context.Options.PublicPagesAddress, location);
        var path = target.AbsolutePath.TrimEnd('/');
        return string.Equals(path[(path.LastIndexOf('/') + 1)..], address.Channel, StringComparison.OrdinalIgnoreCase)
            && !path.EndsWith("/s/" + address.Channel, StringComparison.OrdinalIgnoreCase);
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - context.Clock.UtcNow,
        _ => null,
    };
}
