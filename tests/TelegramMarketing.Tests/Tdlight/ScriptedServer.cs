using System.Net;
using System.Text;

namespace TelegramMarketing.Tests.Tdlight;

/// <summary>A TDLight server that answers what a test says, and keeps what it was asked.</summary>
internal sealed class ScriptedServer : HttpMessageHandler
{
    private readonly List<(string Address, string Form)> _asked = [];

    /// <summary>The answer to the next questions; <see langword="null"/> breaks the connection.</summary>
    public string? Answer { get; set; } = "";

    public IReadOnlyList<(string Address, string Form)> Asked => _asked;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _asked.Add((request.RequestUri!.AbsoluteUri, WebUtility.UrlDecode(await request.Content!.ReadAsStringAsync(cancellationToken))));
        return Answer is { } answer
            ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer, Encoding.UTF8, "application/json") }
            : throw new HttpRequestException(HttpRequestError.ConnectionError, $"No route to {request.RequestUri}");
    }
}
