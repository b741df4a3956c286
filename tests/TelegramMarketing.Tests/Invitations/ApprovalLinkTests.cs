using TelegramMarketing.Testing;
using static TelegramMarketing.ConsentEventKind;

namespace TelegramMarketing.Tests.Invitations;

/// <summary>Who asks to be let in by an invitation's link is asked for their consent, and their answer decides.</summary>
public sealed class ApprovalLinkTests : IAsyncLifetime
{
    private InvitationTown _town = null!;
    private TelegramPerson _ann = null!;

    public async Task InitializeAsync()
    {
        _town = await InvitationTown.OpenAsync();
        _ann = _town.Telegram.AddPerson("Ann");
    }

    public async Task DisposeAsync() => await _town.DisposeAsync();

    [Fact]
    public async Task Link_Created_AsksForApprovalAndBearsTheInvitationsName()
    {
        var invitation = await InviteAsync();

        var link = _town.Club.InviteLinks.Should().ContainSingle().Subject;
        (link.Name, link.CreatesJoinRequest, link.MemberLimit).Should().Be((invitation.Id.ToString("N"), true, null));
        link.Address.Should().Be(invitation.Address.AbsoluteUri);
    }

    [Fact]
    public async Task Yes_ByWhoNeverStartedTheBot_LetsThemIn()
    {
        var invitation = await InviteAsync();
        await _town.RequestAsync(_ann, invitation);
        _ann.Inbox.Should().ContainSingle().Which.Text.Should().StartWith("Would you like to receive news, offers and events in the Telegram channel Club?");
        _ann.IsMemberOf(_town.Club).Should().BeFalse();

        var press = await _town.PressAsync(_ann, "Yes, please");

        press.IsAnswered.Should().BeTrue();
        _ann.IsMemberOf(_town.Club).Should().BeTrue();
        var shown = _ann.Inbox.Should().ContainSingle().Subject;
        shown.Text.Should().Be("Thank you! Club opens as soon as your request is approved.");
        shown.Buttons.Should().BeEmpty();
        (await _town.KindsAsync(invitation)).Should().Equal(Invited, Requested, Consented, Joined);
        (await _town.AwaitAsync(_town.Invitations.FindAsync(invitation.Id)))!.State.Should().Be(InvitationState.Joined);
    }

    [Fact]
    public async Task No_Pressed_DeclinesTheRequest()
    {
        var invitation = await InviteAsync();
        await _town.RequestAsync(_ann, invitation);

        await _town.PressAsync(_ann, "No, thank you");

        _ann.IsMemberOf(_town.Club).Should().BeFalse();
        _town.Club.JoinRequests.Should().BeEmpty();
        _ann.Inbox.Should().ContainSingle().Which.Text.Should().StartWith("All right");
        (await _town.KindsAsync(invitation)).Should().Equal(Invited, Requested, Declined);
    }

    [Fact]
    public async Task NoAnswer_Yet_GoesOnWaitingAndTheCompanysPeopleMayDecide()
    {
        var invitation = await InviteAsync();
        await _town.RequestAsync(_ann, invitation);

        await _town.PassAsync(TimeSpan.FromMinutes(10));

        _town.Club.JoinRequests.Should().Equal(_ann);
        _town.Club.DecideJoinRequest(_ann, approve: true);
        await _town.PassAsync();
        (await _town.KindsAsync(invitation)).Should().Equal(Invited, Requested, Joined);
    }

    [Fact]
    public async Task Yes_AfterTheFiveMinutes_StillLetsIn()
    {
        var invitation = await InviteAsync();
        await _town.RequestAsync(_ann, invitation);
        await _town.PassAsync(TimeSpan.FromMinutes(30));

        await _town.PressAsync(_ann, "Yes, please");

        _ann.IsMemberOf(_town.Club).Should().BeTrue();
    }

    [Fact]
    public async Task Request_ByALinkThatIsNotOurs_IsLeftAlone()
    {
        await InviteAsync();
        _ann.Join(_town.Club.AddInviteLink("by hand", createsJoinRequest: true).Address);
        var bob = _town.Telegram.AddPerson("Bob");
        bob.Join(_town.Club.AddInviteLink("0123456789abcdef0123456789abcdef", createsJoinRequest: true).Address);
        await _town.PassAsync();

        _ann.Inbox.Should().BeEmpty();
        bob.Inbox.Should().BeEmpty();
        _town.Club.JoinRequests.Should().BeEquivalentTo([_ann, bob]);
    }

    [Fact]
    public async Task Request_OfSomebodyTheInvitationWasPassedOnTo_IsLeftAlone()
    {
        var invitation = await InviteAsync();
        await _town.RequestAsync(_ann, invitation);
        var bob = _town.Telegram.AddPerson("Bob");

        await _town.RequestAsync(bob, invitation);

        bob.Inbox.Should().BeEmpty();
        _town.Club.JoinRequests.Should().Contain(bob);
        (await _town.KindsAsync(invitation)).Should().Equal(Invited, Requested);
    }

    [Fact]
    public async Task Yes_AnswerOfTheApprovalLost_IsRepeatedWithoutHarm()
    {
        var invitation = await InviteAsync();
        await _town.RequestAsync(_ann, invitation);
        _town.Telegram.FailNext(TelegramFault.LoseAnswer() with { Method = "approveChatJoinRequest" });

        await _town.PressAsync(_ann, "Yes, please");
        await _town.PassAsync();

        _ann.IsMemberOf(_town.Club).Should().BeTrue();
        _town.Telegram.Requests.Count(request => request.Method == "approveChatJoinRequest").Should().Be(2);
        _ann.Inbox.Should().ContainSingle().Which.Buttons.Should().BeEmpty("all is as it was asked");
        (await _town.KindsAsync(invitation)).Should().Equal(Invited, Requested, Consented, Joined);
    }

    [Fact]
    public async Task Yes_DecidedByAPersonMeanwhile_IsDone()
    {
        var invitation = await InviteAsync();
        await _town.RequestAsync(_ann, invitation);
        _town.Club.DecideJoinRequest(_ann, approve: true);
        await _town.PassAsync();

        await _town.PressAsync(_ann, "Yes, please");

        _ann.Inbox.Should().ContainSingle().Which.Buttons.Should().BeEmpty();
        (await _town.KindsAsync(invitation)).Should().Equal(Invited, Requested, Joined, Consented);
    }

    [Fact]
    public async Task Yes_WhileTheBotLacksTheRight_CanBeSaidAgain()
    {
        var invitation = await InviteAsync();
        await _town.RequestAsync(_ann, invitation);
        _town.Club.AddAdministrator(_town.Bot, AdministratorRights.All with { CanInviteUsers = false });

        await _town.PressAsync(_ann, "Yes, please");

        _ann.IsMemberOf(_town.Club).Should().BeFalse();
        _ann.Inbox[^1].Text.Should().StartWith("Thank you!");
        _town.Club.AddAdministrator(_town.Bot);
        await _town.PressAsync(_ann, "Yes, please");
        _ann.IsMemberOf(_town.Club).Should().BeTrue();
        _ann.Inbox.Should().ContainSingle().Which.Buttons.Should().BeEmpty();
        (await _town.KindsAsync(invitation)).Should().Equal([Invited, Requested, Consented, Joined], "who says yes again has consented once");
    }

    [Fact]
    public async Task Create_ForAPublicChannel_IsRefusedWithTheRemedy()
    {
        var act = () => _town.InviteAsync(InvitationLinkKind.ApprovalLink, _town.Brand);

        await act.Should().ThrowAsync<ArgumentException>().WithMessage("*public*BotDeepLink*DoubleOptIn*");
    }

    private Task<Invitation> InviteAsync() => _town.InviteAsync(InvitationLinkKind.ApprovalLink, _town.Club);
}
