using TelegramMarketing.Testing;
using static TelegramMarketing.ConsentEventKind;

namespace TelegramMarketing.Tests.Invitations;

/// <summary>A request to join that nobody answers does not wait for ever: it is declined, which the ledger tells, and the person may ask again.</summary>
public sealed class UnansweredRequestTests : IAsyncLifetime
{
    private static readonly TimeSpan Due = TimeSpan.FromMinutes(11);

    private InvitationTown _town = null!;
    private TelegramPerson _ann = null!;

    public async Task InitializeAsync()
    {
        _town = await InvitationTown.OpenAsync();
        _ann = _town.Telegram.AddPerson("Ann");
    }

    public async Task DisposeAsync() => await _town.DisposeAsync();

    [Fact]
    public async Task Request_NotAnsweredInTime_IsDeclinedAndTheLedgerTellsIt()
    {
        var invitation = await InviteAsync();
        await _town.RequestAsync(_ann, invitation);

        await _town.PassAsync(TimeSpan.FromDays(3) - TimeSpan.FromMinutes(1));
        _town.Club.JoinRequests.Should().Equal(_ann);
        await _town.PassAsync(Due);

        _town.Club.JoinRequests.Should().BeEmpty();
        _ann.IsMemberOf(_town.Club).Should().BeFalse();
        var events = await _town.EventsAsync(invitation);
        events.Select(entry => entry.Kind).Should().Equal(Invited, Requested, Unanswered);
        events[^1].Campaign.Should().Be("spring");
        await FunnelShouldBeAsync(requested: 1, unanswered: 1, joined: 0);
        await _town.PassAsync(TimeSpan.FromMinutes(30));
        Declines().Should().Be(1);
    }

    [Theory]
    [InlineData("Yes, please")]
    [InlineData("No, thank you")]
    public async Task Answer_AfterTheTime_IsToldSoAndChangesNothing(string answer)
    {
        var invitation = await LapsedAsync();

        var press = await _town.PressAsync(_ann, answer);

        (press.IsAlert, press.Answer).Should().Be((true, "Your answer came too late, and your request was declined. To open Club, follow the link of your invitation again."));
        (await _town.KindsAsync(invitation)).Should().Equal(Invited, Requested, Unanswered);
    }

    [Fact]
    public async Task Request_MadeAgainAfterTheTime_IsAskedAndLetIn()
    {
        var invitation = await LapsedAsync();
        await _town.RequestAsync(_ann, invitation);
        _ann.Inbox.Should().HaveCount(2);

        await _town.PressAsync(_ann, "Yes, please");
        await _town.PassAsync(TimeSpan.FromDays(3) + Due);

        _ann.IsMemberOf(_town.Club).Should().BeTrue();
        (await _town.KindsAsync(invitation)).Should().Equal(Invited, Requested, Unanswered, Requested, Consented, Joined);
        await FunnelShouldBeAsync(requested: 1, unanswered: 0, joined: 1);
    }

    [Fact]
    public async Task Request_OfAnInvitationThatExpiresEarlier_IsDeclinedThen()
    {
        var invitation = await InviteAsync(request => request with { ValidFor = TimeSpan.FromHours(5) });
        await _town.RequestAsync(_ann, invitation);

        await _town.PassAsync(TimeSpan.FromHours(5) + Due);

        _town.Club.JoinRequests.Should().BeEmpty();
        (await _town.KindsAsync(invitation)).Should().Equal(Invited, Requested, Unanswered);
    }

    [Fact]
    public async Task Request_OfAnInvitationThatIsRevoked_IsDeclinedAtOnce()
    {
        var invitation = await InviteAsync();
        await _town.RequestAsync(_ann, invitation);

        await _town.AwaitAsync(_town.Invitations.RevokeAsync(invitation.Id));
        await _town.PassAsync();

        _town.Club.JoinRequests.Should().BeEmpty();
    }

    [Theory]
    [InlineData("stop")]
    [InlineData("erasure")]
    public async Task Request_OfWhoWantsNothingMore_IsDeclinedAtOnce(string how)
    {
        var invitation = await InviteAsync();
        await _town.RequestAsync(_ann, invitation);

        await (how == "stop" ? StopAsync() : _town.AwaitAsync(_town.Ledger.EraseAsync("customer-1")));
        await _town.PassAsync();

        _town.Club.JoinRequests.Should().BeEmpty();
        (await _town.KindsAsync(invitation)).Should().NotContain(Unanswered, "they have answered in their own way");
    }

    [Fact]
    public async Task Request_LetInByAPersonMeanwhile_StaysAsItIs()
    {
        var invitation = await InviteAsync();
        await _town.RequestAsync(_ann, invitation);
        _town.Club.DecideJoinRequest(_ann, approve: true);

        await _town.PassAsync(TimeSpan.FromDays(3) + Due);

        _ann.IsMemberOf(_town.Club).Should().BeTrue();
        (await _town.KindsAsync(invitation)).Should().Equal(Invited, Requested, Joined);
        Declines().Should().Be(0);
    }

    [Fact]
    public async Task Yes_ThatCouldNotBeCarriedOut_IsNotDeclinedForTheTime()
    {
        var invitation = await InviteAsync();
        await _town.RequestAsync(_ann, invitation);
        _town.Club.AddAdministrator(_town.Bot, AdministratorRights.All with { CanInviteUsers = false });
        await _town.PressAsync(_ann, "Yes, please");
        _town.Club.AddAdministrator(_town.Bot);

        await _town.PassAsync(TimeSpan.FromDays(4));

        _town.Club.JoinRequests.Should().Equal(_ann);
        await _town.PressAsync(_ann, "Yes, please");
        _ann.IsMemberOf(_town.Club).Should().BeTrue();
    }

    [Fact]
    public async Task No_ThatCouldNotBeCarriedOut_IsCarriedOutLater()
    {
        var invitation = await InviteAsync();
        await _town.RequestAsync(_ann, invitation);
        _town.Telegram.FailNext(TelegramFault.RefuseConnection() with { Method = "declineChatJoinRequest", Times = 10 });

        await _town.PressAsync(_ann, "No, thank you");
        await _town.PassAsync(TimeSpan.FromMinutes(1));
        _town.Club.JoinRequests.Should().Equal(_ann);
        await _town.PassAsync(TimeSpan.FromHours(1));

        _town.Club.JoinRequests.Should().BeEmpty();
        (await _town.KindsAsync(invitation)).Should().Equal(Invited, Requested, Declined);
    }

    [Fact]
    public async Task Decline_WhileTheBotLacksTheRight_IsTriedAgainAndToldOnce()
    {
        var invitation = await InviteAsync();
        await _town.RequestAsync(_ann, invitation);
        _town.Club.AddAdministrator(_town.Bot, AdministratorRights.All with { CanInviteUsers = false });
        await _town.PassAsync(TimeSpan.FromDays(3) + Due);
        _town.Club.JoinRequests.Should().Equal(_ann);

        _town.Club.AddAdministrator(_town.Bot);
        await _town.PassAsync(TimeSpan.FromHours(7));

        _town.Club.JoinRequests.Should().BeEmpty();
        (await _town.KindsAsync(invitation)).Should().Equal(Invited, Requested, Unanswered);
    }

    private Task<Invitation> InviteAsync(Func<InvitationRequest, InvitationRequest>? change = null) =>
        _town.InviteAsync(InvitationLinkKind.ApprovalLink, _town.Club, change: request => (change?.Invoke(request) ?? request) with { Campaign = "spring" });

    private async Task<Invitation> LapsedAsync()
    {
        var invitation = await InviteAsync();
        await _town.RequestAsync(_ann, invitation);
        await _town.PassAsync(TimeSpan.FromDays(3) + Due);
        return invitation;
    }

    private async Task StopAsync()
    {
        _ann.Write(_town.Bot, "/stop");
        await _town.PassAsync();
    }

    private async Task FunnelShouldBeAsync(int requested, int unanswered, int joined)
    {
        var funnel = await _town.AwaitAsync(_town.Invitations.GetFunnelAsync(ChannelAddress.FromId(_town.Club.Id), "spring"));
        (funnel.Requested, funnel.Unanswered, funnel.Joined).Should().Be((requested, unanswered, joined));
    }

    private int Declines() => _town.Telegram.Requests.Count(request => request.Method == "declineChatJoinRequest");
}
