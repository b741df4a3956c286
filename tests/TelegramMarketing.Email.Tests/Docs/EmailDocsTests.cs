using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Readme;
using TelegramMarketing.Testing;

namespace TelegramMarketing.Email.Tests.Docs;

/// <summary>The code of docs/email.md is that of this folder, and it does what the document says: one click unsubscribes, and following the link does not.</summary>
public sealed class EmailDocsTests : IAsyncLifetime
{
    private readonly InMemoryTelegram _telegram = new() { RunByItself = true };
    private readonly HttpClient _http = new();
    private WebApplication _shop = null!;
    private Invitation _invitation = null!;

    private IConsentLedger Ledger => _shop.Services.GetRequiredService<IConsentLedger>();

    public async Task InitializeAsync()
    {
        var bot = _telegram.AddBot("aurora_bot");
        _telegram.AddChannel("@aurora", "Panificio Aurora").AddAdministrator(bot);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        Snippets.Register(builder.Services, bot.Token, new ConfigurationBuilder().AddInMemoryCollection([new("Smtp", "secret")]).Build());
        builder.Services.AddTelegramMarketing().UseInMemoryTelegram(_telegram);
        _shop = builder.Build();
        Snippets.MapUnsubscribe(_shop);
        await _shop.StartAsync();
        _http.BaseAddress = new Uri(_shop.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        _invitation = await _shop.Services.GetRequiredService<IOptInInvitation>().CreateAsync(new InvitationRequest
        {
            Channel = ChannelAddress.Parse("@aurora"),
            Customer = "customer-4711",
            EmailAddress = "giulia.rossi@shop.example",
            LegalBasis = LegalBasis.ExistingCustomer("order 2026-118"),
            AddressSource = "order form",
        });
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _shop.DisposeAsync();
    }

    [Fact]
    public void Code_OfTheDocument_IsThatOfThisFolder() =>
        DocumentedCode.Blocks("docs/email.md").Should().BeEquivalentTo(DocumentedCode.Regions("tests/TelegramMarketing.Email.Tests/Docs").Values);

    [Fact]
    public void Register_WithTheSettingsOfTheDocument_IsValid()
    {
        var options = _shop.Services.GetRequiredService<IOptionsMonitor<EmailOptions>>().Get("");

        (options.Host, options.Password, options.MessagesPerMinute).Should().Be(("smtp.example.com", "secret", 60));
        _invitation.UnsubscribeAddress!.AbsoluteUri.Should().StartWith("https://shop.example/unsubscribe/");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task OneClick_AsMailProgramsPostIt_OptsTheCustomerOut(bool isMultipart)
    {
        using var content = OneClick(isMultipart);

        using var response = await _http.PostAsync(_invitation.UnsubscribeAddress!.AbsolutePath, content);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        (await Ledger.HasOptedOutAsync("customer-4711")).Should().BeTrue();
        (await KindsAsync()).Should().Equal(ConsentEventKind.Invited, ConsentEventKind.OptedOut);
        (await _shop.Services.GetRequiredService<IOptInInvitation>().FindAsync(_invitation.Id))!.State.Should().Be(InvitationState.OptedOut);
    }

    [Fact]
    public async Task OneClick_PostedTwice_IsRecordedOnce()
    {
        for (var post = 0; post < 2; post++)
        {
            using var content = OneClick();
            using var response = await _http.PostAsync(_invitation.UnsubscribeAddress!.AbsolutePath, content);
            response.StatusCode.Should().Be(HttpStatusCode.OK);
        }

        (await KindsAsync()).Should().Equal(ConsentEventKind.Invited, ConsentEventKind.OptedOut);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task Link_FollowedByAScanner_ChangesNothing(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), _invitation.UnsubscribeAddress!.AbsolutePath);

        using var response = await _http.SendAsync(request);

        if (method == "GET")
        {
            response.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
            (await response.Content.ReadAsStringAsync()).Should().Contain("""<form method="post">""");
        }

        (await Ledger.HasOptedOutAsync("customer-4711")).Should().BeFalse();
        (await KindsAsync()).Should().Equal(ConsentEventKind.Invited);
    }

    [Fact]
    public async Task Button_OfThePage_OptsTheCustomerOut()
    {
        using var content = new FormUrlEncodedContent([]);

        using var response = await _http.PostAsync(_invitation.UnsubscribeAddress!.AbsolutePath, content);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        (await Ledger.HasOptedOutAsync("customer-4711")).Should().BeTrue();
    }

    [Theory]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("short")]
    [InlineData("a%20b%22%3Cscript%3E")]
    public async Task Token_ThatIsNone_IsAnsweredAsARightOneIsAndChangesNothing(string token)
    {
        var unknown = await AnswersAsync($"/unsubscribe/{token}");
        (await Ledger.HasOptedOutAsync("customer-4711")).Should().BeFalse();

        unknown.Should().Equal(await AnswersAsync(_invitation.UnsubscribeAddress!.AbsolutePath));

        (await KindsAsync()).Should().Equal(ConsentEventKind.Invited, ConsentEventKind.OptedOut);
    }

    private static HttpContent OneClick(bool isMultipart = false) => isMultipart
        ? new MultipartFormDataContent { { new StringContent("One-Click"), "List-Unsubscribe" } }
        : new StringContent("List-Unsubscribe=One-Click", Encoding.ASCII, "application/x-www-form-urlencoded");

    /// <summary>All that an answer could tell: the page, and what one click is answered.</summary>
    private async Task<IReadOnlyList<string>> AnswersAsync(string path)
    {
        using var content = OneClick();
        using var page = await _http.GetAsync(path);
        using var click = await _http.PostAsync(path, content);
        return [$"{page.StatusCode} {page.Content.Headers}{await page.Content.ReadAsStringAsync()}", $"{click.StatusCode} {click.Content.Headers}{await click.Content.ReadAsStringAsync()}"];
    }

    private async Task<ConsentEventKind[]> KindsAsync() => [.. (await Ledger.ListAsync(new ConsentFilter { Invitation = _invitation.Id }).ToListAsync()).Select(entry => entry.Kind)];
}
