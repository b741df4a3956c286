using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using TelegramMarketing.Testing;

namespace TelegramMarketing.Tests.Invitations;

/// <summary>A bot with a public channel and a private one, run by the whole library; only the network is replaced.</summary>
internal sealed class InvitationTown : IAsyncDisposable
{
    public static readonly TimeSpan Moment = TimeSpan.FromSeconds(5);

    private readonly IHost _host;

    private InvitationTown(Action<TelegramMarketingOptions>? configure)
    {
        Bot = Telegram.AddBot("brand_bot");
        Brand = Telegram.AddChannel("brand", "Brand");
        Club = Telegram.AddPrivateChannel("Club");
        Brand.AddAdministrator(Bot);
        Club.AddAdministrator(Bot);
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Logging.SetMinimumLevel(LogLevel.Debug).AddProvider(new FakeLoggerProvider(Logs));
        builder.Services.AddTelegramMarketing(configure ?? (_ => { })).UseInMemoryTelegram(Telegram).UsePolling();
        _host = builder.Build();
    }

    public InMemoryTelegram Telegram { get; } = new();

    public TelegramBot Bot { get; }

    public TelegramChannel Brand { get; }

    public TelegramChannel Club { get; }

    public FakeLogCollector Logs { get; } = new();

    public IOptInInvitation Invitations => _host.Services.GetRequiredService<IOptInInvitation>();

    public IConsentLedger Ledger => _host.Services.GetRequiredService<IConsentLedger>();

    public static async Task<InvitationTown> OpenAsync(Action<TelegramMarketingOptions>? configure = null)
    {
        var town = new InvitationTown(configure);
        await town._host.StartAsync();
        await town.PassAsync();
        return town;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        Telegram.Violations.Should().BeEmpty();
        Logs.GetSnapshot().Should().AllSatisfy(record =>
        {
            record.Message.Should().NotContainAny(Bot.Token, "customer-", "inv_", "iny_", "inn_", "https://t.me/+");
            record.Level.Should().NotBe(LogLevel.Error);
        });
    }

    public Task PassAsync(TimeSpan? duration = null) => Telegram.AdvanceAsync(duration ?? Moment);

    public Task<Invitation> InviteAsync(InvitationLinkKind link, TelegramChannel channel, string customer = "customer-1", Func<InvitationRequest, InvitationRequest>? change = null)
    {
        var request = InvitationBench.Request(customer, ChannelAddress.FromId(channel.Id), link);
        return AwaitAsync(Invitations.CreateAsync(change?.Invoke(request) ?? request));
    }

    public async Task FollowAsync(TelegramPerson person, Invitation invitation)
    {
        person.Start(Bot, invitation.Address.Query["?start=".Length..]);
        await PassAsync();
    }

    public async Task RequestAsync(TelegramPerson person, Invitation invitation)
    {
        person.Join(invitation.Address.AbsoluteUri).Should().Be(JoinResult.Requested);
        await PassAsync();
    }

    /// <summary>Presses a button under the latest message that the person has.</summary>
    public async Task<TelegramPress> PressAsync(TelegramPerson person, string button)
    {
        var press = person.Press(person.Inbox[^1], button);
        await PassAsync();
        return press;
    }

    public async Task<IReadOnlyList<ConsentEvent>> EventsAsync(Invitation invitation) => await Ledger.ListAsync(new ConsentFilter { Invitation = invitation.Id }).ToListAsync();

    public async Task<ConsentEventKind[]> KindsAsync(Invitation invitation) => [.. (await EventsAsync(invitation)).Select(entry => entry.Kind)];

    public async Task<T> AwaitAsync<T>(Task<T> operation)
    {
        while (!operation.IsCompleted)
        {
            await Telegram.AdvanceAsync(TimeSpan.FromMilliseconds(100));
        }

        return await operation;
    }
}
