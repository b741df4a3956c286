using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using TelegramMarketing.Testing;

namespace TelegramMarketing.Tests.Invitations;

/// <summary>Invitations through the whole library, with only the network replaced.</summary>
public sealed class InvitationEndToEndTests : IAsyncLifetime
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(5);

    private readonly InMemoryTelegram _telegram = new();
    private readonly FakeLogCollector _logs = new();
    private readonly TelegramBot _bot;
    private readonly TelegramChannel _channel;
    private readonly TelegramChannel _club;
    private readonly IHost _host;

    public InvitationEndToEndTests()
    {
        _bot = _telegram.AddBot("brand_bot");
        _channel = _telegram.AddChannel("brand", "Brand");
        _club = _telegram.AddPrivateChannel("Club");
        _channel.AddAdministrator(_bot);
        _club.AddAdministrator(_bot);
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Logging.SetMinimumLevel(LogLevel.Debug).AddProvider(new FakeLoggerProvider(_logs));
        builder.Services.AddTelegramMarketing().UseInMemoryTelegram(_telegram).UsePolling();
        _host = builder.Build();
    }

    private IOptInInvitation Invitations => _host.Services.GetRequiredService<IOptInInvitation>();

    public async Task InitializeAsync()
    {
        await _host.StartAsync();
        await _telegram.AdvanceAsync(Moment);
    }

    public async Task DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        _telegram.Violations.Should().BeEmpty();
        _logs.GetSnapshot().Should().AllSatisfy(record =>
        {
            record.Message.Should().NotContainAny(_bot.Token, "customer-", "inv_");
            record.Level.Should().NotBe(LogLevel.Error);
        });
    }

    [Fact]
    public async Task DeepLink_ThreeInvitedTwoJoin_IsTheFunnel()
    {
        var people = new[] { _telegram.AddPerson("Ann"), _telegram.AddPerson("Bob"), _telegram.AddPerson("Cid") };
        var invitations = new List<Invitation>();
        for (var i = 0; i < people.Length; i++)
        {
            invitations.Add(await AwaitAsync(Invitations.CreateAsync(Request($"customer-{i}") with { Campaign = "spring" })));
            people[i].Start(_bot, invitations[i].Address.Query["?start=".Length..]);
        }

        await _telegram.AdvanceAsync(Moment);
        people.Should().AllSatisfy(person => person.Inbox.Should().ContainSingle().Which.Buttons[0][0].Url.Should().Be("https://t.me/brand"));
        people[0].Join(_channel);
        people[1].Join(_channel);
        _telegram.AddPerson("Dan").Join(_channel);
        await _telegram.AdvanceAsync(Moment);

        var funnel = await AwaitAsync(Invitations.GetFunnelAsync(ChannelAddress.FromUsername("brand")));
        funnel.Should().BeEquivalentTo(new { Invited = 3, Delivered = 0, BotStarted = 3, Joined = 2, Left = 0, OptedOut = 0, UnattributedJoins = 1 });
        (await AwaitAsync(Invitations.GetFunnelAsync(ChannelAddress.FromUsername("brand"), "spring"))).Joined.Should().Be(2);
    }

    [Fact]
    public async Task PersonalLink_OfAPrivateChannel_AdmitsOneAndIsAttributed()
    {
        var invitation = await AwaitAsync(Invitations.CreateAsync(Request("customer-1", _club) with { Link = InvitationLinkKind.PersonalLink }));
        var ann = _telegram.AddPerson("Ann");

        ann.Join(invitation.Address.AbsoluteUri);
        await _telegram.AdvanceAsync(Moment);

        ann.IsMemberOf(_club).Should().BeTrue();
        _club.InviteLinks.Should().ContainSingle(link => link.Name == invitation.Id.ToString("N") && link.MemberLimit == 1);
        (await AwaitAsync(Invitations.FindAsync(invitation.Id)))!.State.Should().Be(InvitationState.Joined);
        var bob = _telegram.AddPerson("Bob");
        bob.Join(invitation.Address.AbsoluteUri);
        bob.IsMemberOf(_club).Should().BeFalse("the link admits one person");
    }

    [Fact]
    public async Task DeepLink_OfAPrivateChannel_LeadsInByALinkOfOnesOwn()
    {
        var invitation = await AwaitAsync(Invitations.CreateAsync(Request("customer-1", _club)));
        var ann = _telegram.AddPerson("Ann");

        ann.Start(_bot, invitation.Address.Query["?start=".Length..]);
        await _telegram.AdvanceAsync(Moment);
        ann.Join(ann.Inbox[^1].Buttons[0][0].Url!);
        await _telegram.AdvanceAsync(Moment);

        (await AwaitAsync(Invitations.FindAsync(invitation.Id)))!.State.Should().Be(InvitationState.Joined);
    }

    [Fact]
    public async Task StopAndBlock_ByPeople_EndTheInvitations()
    {
        var ann = _telegram.AddPerson("Ann");
        var bob = _telegram.AddPerson("Bob");
        var forAnn = await AwaitAsync(Invitations.CreateAsync(Request("customer-a")));
        var forBob = await AwaitAsync(Invitations.CreateAsync(Request("customer-b")));
        ann.Start(_bot, forAnn.Address.Query["?start=".Length..]);
        bob.Start(_bot, forBob.Address.Query["?start=".Length..]);
        await _telegram.AdvanceAsync(Moment);

        ann.Write(_bot, "/stop");
        bob.Block(_bot);
        await _telegram.AdvanceAsync(Moment);

        ann.Inbox[^1].Text.Should().StartWith("Done");
        (await AwaitAsync(Invitations.FindAsync(forAnn.Id)))!.State.Should().Be(InvitationState.OptedOut);
        (await AwaitAsync(Invitations.GetFunnelAsync(ChannelAddress.FromUsername("brand")))).OptedOut.Should().Be(2);
        var act = () => AwaitAsync(Invitations.SendAsync(forBob.Id));
        (await act.Should().ThrowAsync<TelegramMarketingException>()).Which.Error.Should().Be(TelegramMarketingError.InvitationRefused);
    }

    [Fact]
    public async Task SendAsync_ToSomebodyWhoStartedTheBot_ArrivesOnce()
    {
        var ann = _telegram.AddPerson("Ann");
        ann.Start(_bot);
        await _telegram.AdvanceAsync(Moment);
        var invitation = await AwaitAsync(Invitations.CreateAsync(Request("customer-1") with { TelegramUserId = ann.Id }));

        await AwaitAsync(Invitations.SendAsync(invitation.Id));

        ann.Inbox.Should().ContainSingle().Which.Text.Should().Contain("Brand").And.Contain("/stop");
        ann.Join(_channel);
        await _telegram.AdvanceAsync(Moment);
        (await AwaitAsync(Invitations.FindAsync(invitation.Id)))!.State.Should().Be(InvitationState.Joined);
    }

    [Fact]
    public async Task SendAsync_AnswerLost_IsNotSentASecondTime()
    {
        var ann = _telegram.AddPerson("Ann");
        ann.Start(_bot);
        var invitation = await AwaitAsync(Invitations.CreateAsync(Request("customer-1") with { TelegramUserId = ann.Id }));
        _telegram.FailNext(TelegramFault.LoseAnswer() with { Method = "sendMessage" });

        var act = () => AwaitAsync(Invitations.SendAsync(invitation.Id));
        (await act.Should().ThrowAsync<TelegramMarketingException>()).Which.Error.Should().Be(TelegramMarketingError.OutcomeUnknown);
        (await act.Should().ThrowAsync<TelegramMarketingException>()).Which.Error.Should().Be(TelegramMarketingError.InvitationRefused);

        ann.Inbox.Should().ContainSingle();
    }

    [Fact]
    public async Task Polling_NetworkAwayForAWhile_LosesNoUpdate()
    {
        var invitation = await AwaitAsync(Invitations.CreateAsync(Request("customer-1")));
        var ann = _telegram.AddPerson("Ann");
        _telegram.FailNext(TelegramFault.RefuseConnection() with { Method = "getUpdates", Times = 5 });
        await _telegram.AdvanceAsync(TimeSpan.FromSeconds(60));

        ann.Start(_bot, invitation.Address.Query["?start=".Length..]);
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(3));

        (await AwaitAsync(Invitations.FindAsync(invitation.Id)))!.State.Should().Be(InvitationState.BotStarted);
        ann.Inbox.Should().ContainSingle();
    }

    private static InvitationRequest Request(string customer, TelegramChannel? channel = null) =>
        InvitationBench.Request(customer, channel is null ? ChannelAddress.FromUsername("brand") : ChannelAddress.FromId(channel.Id));

    private async Task<T> AwaitAsync<T>(Task<T> operation)
    {
        while (!operation.IsCompleted)
        {
            await _telegram.AdvanceAsync(TimeSpan.FromMilliseconds(100));
        }

        return await operation;
    }
}
