using Microsoft.Extensions.DependencyInjection;
using TelegramMarketing.Hosting;
using TelegramMarketing.Storage.Tests.Providers;
using TelegramMarketing.Testing;
using static TelegramMarketing.ConsentEventKind;

namespace TelegramMarketing.Storage.Tests;

/// <summary>A request to join that waits for an answer is known to the next process, and of several only the sender declines it.</summary>
public sealed class JoinRequestRestartTests : IAsyncLifetime
{
    private static readonly TimeSpan _moment = TimeSpan.FromSeconds(5);
    private readonly SqliteProvider _provider = new();
    private readonly InMemoryTelegram _telegram = new();
    private readonly TelegramChannel _club;
    private readonly TelegramPerson _ann;

    public JoinRequestRestartTests()
    {
        _club = _telegram.AddPrivateChannel("Club");
        _club.AddAdministrator(_telegram.AddBot("shop_bot"));
        _ann = _telegram.AddPerson("Ann");
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _provider.DisposeAsync();

    [Fact]
    public async Task Request_WhoseTimeEndsWhileNothingRuns_IsDeclinedByTheNextProcess()
    {
        var invitation = await RequestAsync();
        await _telegram.AdvanceAsync(TimeSpan.FromDays(4));
        _club.JoinRequests.Should().Equal(_ann);

        await using var services = Start();
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(11));

        _club.JoinRequests.Should().BeEmpty();
        (await KindsAsync(services, invitation)).Should().Equal(Invited, Requested, Unanswered);
    }

    [Fact]
    public async Task Yes_ThatWasSaidInTimeWhileNothingRan_IsHeardFirst()
    {
        var invitation = await RequestAsync();
        await _telegram.AdvanceAsync(TimeSpan.FromHours(71));
        _ann.Press(_ann.Inbox[^1], "Yes, please");
        await _telegram.AdvanceAsync(TimeSpan.FromHours(2));

        await using var services = Start();
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(11));

        _ann.IsMemberOf(_club).Should().BeTrue();
        (await KindsAsync(services, invitation)).Should().Equal(Invited, Requested, Consented, Joined);
    }

    [Fact]
    public async Task Request_WhileAnotherProcessIsTheSender_IsLeftToThatOne()
    {
        await RequestAsync();
        await _telegram.AdvanceAsync(TimeSpan.FromDays(4));
        var now = _telegram.Clock.GetUtcNow();
        (await _provider.Open().Lease.TryAcquireAsync("another process", now, now.AddDays(5), default)).Should().BeTrue();

        await using var services = Start();
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(25));
        _club.JoinRequests.Should().Equal(_ann);
        await _provider.Open().Lease.ReleaseAsync("another process", default);
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(11));

        _club.JoinRequests.Should().BeEmpty();
    }

    /// <summary>A process invites Ann, hears that she asks to be let in, and ends.</summary>
    private async Task<Guid> RequestAsync()
    {
        await using var services = Start();
        var inviting = services.GetRequiredService<IOptInInvitation>().CreateAsync(new InvitationRequest
        {
            Channel = ChannelAddress.FromId(_club.Id),
            Customer = "ann",
            LegalBasis = LegalBasis.ExistingCustomer("order"),
            AddressSource = "order form",
            Link = InvitationLinkKind.ApprovalLink,
        });
        await _telegram.AdvanceAsync(_moment);
        var invitation = await inviting;
        _ann.Join(invitation.Address.AbsoluteUri).Should().Be(JoinResult.Requested);
        await _telegram.AdvanceAsync(_moment);
        await services.GetRequiredService<BotRegistry>().Get("").StopAsync(CancellationToken.None);
        return invitation.Id;
    }

    private ServiceProvider Start()
    {
        var services = new ServiceCollection();
        services.AddTelegramMarketing(options => options.Invitations.SuppressionKey = StoreProvider.SuppressionKey)
            .UseInMemoryTelegram(_telegram).UseSqlite(_provider.FilePath).UsePolling();
        var provider = services.BuildServiceProvider();
        provider.GetRequiredService<BotRegistry>().Get("").Start();
        return provider;
    }

    private static async Task<ConsentEventKind[]> KindsAsync(ServiceProvider services, Guid invitation) =>
        [.. (await services.GetRequiredService<IConsentLedger>().ListAsync(new ConsentFilter { Invitation = invitation }).ToListAsync()).Select(entry => entry.Kind)];
}
