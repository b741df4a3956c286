using Telegram.Bot.Requests;
using TelegramMarketing.Delivery;

namespace TelegramMarketing.Tests.Invitations;

public sealed class InvitationUpdatesTests
{
    private const long Ann = 42;
    private const long Bob = 43;

    private readonly InvitationBench _bench = new();

    [Fact]
    public async Task Start_WithTheToken_GreetsInThePersonsLanguageWithTheChannelsButton()
    {
        var invitation = await _bench.CreateAsync();

        await _bench.StartAsync(invitation.Address, Ann, "it-IT");

        var (chat, message) = _bench.Sender.Sent.Should().ContainSingle().Subject;
        chat.Id.Should().Be(Ann);
        message.Text!.PlainText.Should().Contain("Benvenuti").And.Contain("Brand <News>").And.Contain("/stop");
        message.Buttons[0][0].Should().Be(PostButton.Url("Apri il canale", "https://t.me/brand"));
        (await _bench.StateAsync(invitation)).Should().Be(InvitationState.BotStarted);
        (await _bench.EventsAsync(invitation.Id))[^1].Should().BeEquivalentTo(new { Kind = ConsentEventKind.BotStarted, Evidence = new { UpdateId = 1, MessageId = 7 } });
    }

    [Fact]
    public async Task Start_LanguageWithoutAText_GreetsInTheInvitationsLanguage()
    {
        var invitation = await _bench.Invitations.CreateAsync(InvitationBench.Request() with { Language = "es" });

        await _bench.StartAsync(invitation.Address, Ann, "tlh");

        _bench.Sender.LastSent.Text!.PlainText.Should().Contain("Bienvenido");
    }

    [Fact]
    public async Task Start_PrivateChannel_CreatesThePersonalLinkOnlyThen()
    {
        var invitation = await _bench.CreateAsync(channel: InvitationBench.Private);
        _bench.Sender.Calls.OfType<CreateChatInviteLinkRequest>().Should().BeEmpty();

        await _bench.StartAsync(invitation.Address, Ann);
        await _bench.StartAsync(invitation.Address, Ann);

        _bench.Sender.Calls.OfType<CreateChatInviteLinkRequest>().Should().ContainSingle("the second start gets the same link").Which.Name.Should().Be(invitation.Id.ToString("N"));
        _bench.Sender.LastSent.Buttons[0][0].Value.Should().Be("https://t.me/+link1");
    }

    [Fact]
    public async Task Start_RightsLost_AnswersAndTellsTheOperator()
    {
        var invitation = await _bench.CreateAsync(channel: InvitationBench.Private);
        _bench.Sender.RefuseCall = request => request is CreateChatInviteLinkRequest ? new(TelegramMarketingError.MissingRights, "not enough rights to manage chat invite link") : null;

        await _bench.StartAsync(invitation.Address, Ann);

        _bench.Sender.LastSent.Text!.PlainText.Should().Contain("does not work");
        _bench.Logs.GetSnapshot().Should().Contain(record => record.Id.Id == 4006 && record.Message.Contains("not enough rights"));
    }

    [Fact]
    public async Task Start_UnknownExpiredAndSomebodyElsesToken_AreAnsweredAlike()
    {
        var expired = await _bench.Invitations.CreateAsync(InvitationBench.Request("a") with { ValidFor = TimeSpan.FromDays(1) });
        var taken = await _bench.CreateAsync("b");
        await _bench.StartAsync(taken.Address, Bob);
        _bench.Time.Advance(TimeSpan.FromDays(2));
        var answers = new List<PlannedMessage>();

        foreach (var address in new[] { expired.Address, taken.Address, new Uri("https://t.me/brand_bot?start=inv_AAAAAAAAAAAAAAAAAAAAAA") })
        {
            await _bench.StartAsync(address, Ann);
            answers.Add(_bench.Sender.LastSent);
        }

        answers.Should().AllSatisfy(answer => answer.Should().BeEquivalentTo(answers[0]));
        answers[0].Buttons.Should().BeEmpty();
        (await _bench.StateAsync(expired)).Should().Be(InvitationState.Created);
        await _bench.JoinAsync(Ann);
        (await _bench.StateAsync(taken)).Should().Be(InvitationState.BotStarted, "Ann is not the one who pressed start");
    }

    [Theory]
    [InlineData("/start")]
    [InlineData("/start ref123")]
    [InlineData("/start inv_short")]
    [InlineData("hello")]
    [InlineData("/stopwatch")]
    [InlineData("please /stop")]
    public async Task Message_OfTheHostsOwnBot_IsLeftAlone(string text)
    {
        await _bench.WriteAsync(text, Ann);

        _bench.Sender.Sent.Should().BeEmpty();
        (await _bench.EventsAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Join_OfThePersonWhoPressedStart_IsAttributed()
    {
        var invitation = await _bench.CreateAsync();
        await _bench.StartAsync(invitation.Address, Ann);

        await _bench.JoinAsync(Ann);
        await _bench.LeaveAsync(Ann);
        (await _bench.StateAsync(invitation)).Should().Be(InvitationState.Left);
        await FunnelShouldBeAsync(joined: 1, left: 1);
        await _bench.JoinAsync(Ann);

        (await _bench.StateAsync(invitation)).Should().Be(InvitationState.Joined);
        await FunnelShouldBeAsync(joined: 1, left: 0);
    }

    [Fact]
    public async Task Join_OfSomebodyElse_IsCountedAsUnattributed()
    {
        var invitation = await _bench.CreateAsync();
        await _bench.StartAsync(invitation.Address, Ann);

        await _bench.JoinAsync(Bob);
        await _bench.LeaveAsync(Bob);

        (await _bench.StateAsync(invitation)).Should().Be(InvitationState.BotStarted);
        var funnel = await _bench.Invitations.GetFunnelAsync(InvitationBench.Public);
        funnel.UnattributedJoins.Should().Be(1);
        funnel.Joined.Should().Be(0);
        (await _bench.EventsAsync()).Should().HaveCount(2, "nothing is kept about a person who wasn't invited");
    }

    [Fact]
    public async Task Join_ByThePersonalLink_IsAttributed()
    {
        var invitation = await _bench.CreateAsync(channel: InvitationBench.Private, link: InvitationLinkKind.PersonalLink);

        await _bench.JoinAsync(Ann, ScriptedSender.PrivateId, invitation.Id.ToString("N"));

        (await _bench.StateAsync(invitation)).Should().Be(InvitationState.Joined);
    }

    [Fact]
    public async Task Join_ByALinkOfAnotherChannelsInvitation_IsUnattributed()
    {
        var invitation = await _bench.CreateAsync(channel: InvitationBench.Private, link: InvitationLinkKind.PersonalLink);

        await _bench.JoinAsync(Ann, ScriptedSender.PublicId, invitation.Id.ToString("N"));

        (await _bench.StateAsync(invitation)).Should().Be(InvitationState.Created);
    }

    [Fact]
    public async Task Stop_PersonWithAnInvitation_OptsTheCustomerOutAndConfirms()
    {
        var invitation = await _bench.CreateAsync();
        await _bench.StartAsync(invitation.Address, Ann);

        await _bench.WriteAsync("/stop", Ann, "es");

        _bench.Sender.LastSent.Text!.PlainText.Should().StartWith("Listo");
        (await _bench.StateAsync(invitation)).Should().Be(InvitationState.OptedOut);
        (await _bench.Module.Ledger.HasOptedOutAsync("c-1")).Should().BeTrue();
        var act = () => _bench.CreateAsync("c-1", InvitationBench.Private);
        (await act.Should().ThrowAsync<TelegramMarketingException>()).Which.Error.Should().Be(TelegramMarketingError.InvitationRefused);
    }

    [Fact]
    public async Task Stop_PersonWithoutAnInvitation_IsNotInvitedLater()
    {
        await _bench.WriteAsync("/stop@brand_bot", Ann);

        var act = () => _bench.Invitations.CreateAsync(InvitationBench.Request() with { TelegramUserId = Ann });

        (await act.Should().ThrowAsync<TelegramMarketingException>()).WithMessage("*opted out*");
    }

    [Fact]
    public async Task OptOutAddress_EvenOfAnExpiredInvitation_OptsTheCustomerOut()
    {
        var invitation = await _bench.Invitations.CreateAsync(InvitationBench.Request() with { ValidFor = TimeSpan.FromDays(1) });
        _bench.Time.Advance(TimeSpan.FromDays(300));

        await _bench.StartAsync(invitation.OptOutAddress, Ann);
        await _bench.StartAsync(invitation.OptOutAddress, Ann);

        _bench.Sender.LastSent.Text!.PlainText.Should().StartWith("Done");
        (await _bench.EventsAsync(invitation.Id)).Count(entry => entry.Kind == ConsentEventKind.OptedOut).Should().Be(1);
        await _bench.CreateAsync("somebody else");
    }

    [Fact]
    public async Task Block_OfTheBot_IsAnOptOutOfTelegramUntilItEnds()
    {
        var invitation = await _bench.CreateAsync();
        await _bench.StartAsync(invitation.Address, Ann);

        await _bench.BlockAsync(Ann);
        await _bench.BlockAsync(Ann);

        (await _bench.EventsAsync(invitation.Id)).Where(entry => entry.Kind == ConsentEventKind.OptedOut).Should().ContainSingle().Which.Transport.Should().Be("telegram");
        (await _bench.StateAsync(invitation)).Should().Be(InvitationState.BotStarted);
        var act = () => _bench.Invitations.SendAsync(invitation.Id);
        await act.Should().ThrowAsync<TelegramMarketingException>();
        await _bench.BlockAsync(Ann, blocks: false);
        await act.Should().NotThrowAsync();
    }

    [Fact]
    public async Task Answer_ThatCannotBeSent_IsLoggedWithoutThePerson()
    {
        var invitation = await _bench.CreateAsync();
        _bench.Sender.RefuseSend = _ => new(SendOutcome.Rejected, TelegramMarketingError.RecipientUnavailable, "Forbidden");

        await _bench.StartAsync(invitation.Address, 987654321);

        (await _bench.StateAsync(invitation)).Should().Be(InvitationState.BotStarted, "the start has happened, whatever becomes of the answer");
        _bench.Logs.GetSnapshot().Should().Contain(record => record.Id.Id == 4005).And.AllSatisfy(record => record.Message.Should().NotContain("987654321"));
    }

    [Fact]
    public async Task Answer_ThatHasToWaitLong_DoesNotHoldTheUpdatesBack()
    {
        var invitation = await _bench.CreateAsync();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _bench.Sender.BeforeSend = cancellationToken =>
        {
            begun.SetResult();
            return Task.Delay(Timeout.InfiniteTimeSpan, _bench.Time, cancellationToken);
        };

        var handling = _bench.StartAsync(invitation.Address, Ann);
        await begun.Task;
        handling.IsCompleted.Should().BeFalse();
        _bench.Time.Advance(TimeSpan.FromSeconds(30));
        await handling;

        (await _bench.StateAsync(invitation)).Should().Be(InvitationState.BotStarted);
    }

    [Fact]
    public async Task GetFunnelAsync_NoUpdatesReceived_IsUnknownRatherThanZero()
    {
        await _bench.CreateAsync();

        var funnel = await _bench.Invitations.GetFunnelAsync(InvitationBench.Public);

        funnel.Should().BeEquivalentTo(new { Invited = 1, Delivered = 0, BotStarted = (int?)null, Joined = (int?)null, Left = (int?)null, UnattributedJoins = (int?)null });
    }

    [Fact]
    public async Task GetFunnelAsync_ByCampaign_CountsThatCampaignOnly()
    {
        var spring = await _bench.Invitations.CreateAsync(InvitationBench.Request("a") with { Campaign = "spring" });
        await _bench.Invitations.CreateAsync(InvitationBench.Request("b") with { Campaign = "summer" });
        await _bench.StartAsync(spring.Address, Ann);
        await _bench.JoinAsync(Ann);
        await _bench.JoinAsync(Bob);

        (await _bench.Invitations.GetFunnelAsync(InvitationBench.Public, "spring")).Should().BeEquivalentTo(
            new { Campaign = "spring", Invited = 1, BotStarted = 1, Joined = 1, UnattributedJoins = (int?)null });
        (await _bench.Invitations.GetFunnelAsync(InvitationBench.Public, "summer")).Should().BeEquivalentTo(new { Invited = 1, BotStarted = 0, Joined = 0 });
        (await _bench.Invitations.GetFunnelAsync(InvitationBench.Public)).Should().BeEquivalentTo(new { Invited = 2, BotStarted = 1, Joined = 1, UnattributedJoins = 1 });
    }

    private async Task FunnelShouldBeAsync(int joined, int left)
    {
        var funnel = await _bench.Invitations.GetFunnelAsync(InvitationBench.Public);
        (funnel.Joined, funnel.Left).Should().Be((joined, left));
    }
}
