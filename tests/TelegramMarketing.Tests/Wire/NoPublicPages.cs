namespace TelegramMarketing.Tests.Wire;

/// <summary>Public pages that cannot be reached, so that nothing asks the real ones.</summary>
internal sealed class NoPublicPages : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromException<HttpResponseMessage>(new HttpRequestException("No public pages here."));
}
