using TelegramMarketing.Testing;

namespace TelegramMarketing.Tests.Invitations;

/// <summary>The link of an invitation that has ended is revoked, now or as soon as Telegram can be reached.</summary>
public sealed class LinkRevocationTests : IAsyncLifetime
{
    private InvitationTown _town = null!;

    public async Task InitializeAsync() => _town = await InvitationTown.OpenAsync();

    public async Task DisposeAsync() => await _town.DisposeAsync();

    [Theory]
    [InlineData(InvitationLinkKind.PersonalLink)]
    [InlineData(InvitationLinkKind.ApprovalLink)]
    public async Task RevokeAsync_OfAnInvitationWithALink_RevokesItAndRefusesItsToken(InvitationLinkKind kind)
    {
        var invitation = await _town.InviteAsync(kind, _town.Club);

        (await _town.AwaitAsync(_town.Invitations.RevokeAsync(invitation.Id))).Should().BeTrue();

        _town.Club.InviteLinks.Should().ContainSingle().Which.IsRevoked.Should().BeTrue();
        _town.Telegram.AddPerson("Ann").Join(invitation.Address.AbsoluteUri).Should().Be(JoinResult.LinkDoesNotWork);
        (await _town.AwaitAsync(_town.Invitations.FindAsync(invitation.Id)))!.ExpiresAt.Should().BeOnOrBefore(_town.Telegram.Clock.GetUtcNow());
    }

    [Fact]
    public async Task RevokeAsync_OfADeepLink_IsRefusedAtTheBot()
    {
        var invitation = await _town.InviteAsync(InvitationLinkKind.BotDeepLink, _town.Brand);
        await _town.AwaitAsync(_town.Invitations.RevokeAsync(invitation.Id));
        var ann = _town.Telegram.AddPerson("Ann");

        await _town.FollowAsync(ann, invitation);

        ann.Inbox.Should().ContainSingle().Which.Text.Should().StartWith("This link does not work");
        (await _town.AwaitAsync(_town.Invitations.RevokeAsync(Guid.Parse("01234567-89ab-cdef-0123-456789abcdef")))).Should().BeFalse();
    }

    [Fact]
    public async Task OptOut_OfTheCustomer_RevokesTheLink()
    {
        await _town.InviteAsync(InvitationLinkKind.PersonalLink, _town.Club);

        await _town.AwaitAsync(WithResult(_town.Invitations.OptOutAsync("customer-1")));
        await _town.PassAsync();

        _town.Club.InviteLinks.Should().ContainSingle().Which.IsRevoked.Should().BeTrue();
    }

    [Fact]
    public async Task Stop_WrittenByThePerson_RevokesTheLinkThatWasMadeForThem()
    {
        var invitation = await _town.InviteAsync(InvitationLinkKind.BotDeepLink, _town.Club);
        var ann = _town.Telegram.AddPerson("Ann");
        await _town.FollowAsync(ann, invitation);
        _town.Club.InviteLinks.Should().ContainSingle().Which.IsRevoked.Should().BeFalse();

        ann.Write(_town.Bot, "/stop");
        await _town.PassAsync();

        _town.Club.InviteLinks.Should().ContainSingle().Which.IsRevoked.Should().BeTrue();

        // Their own new wish opens the way again, by another link.
        await _town.FollowAsync(ann, invitation);
        ann.Join(ann.Inbox[^1].Buttons[0][0].Url!).Should().Be(JoinResult.Joined);
    }

    [Fact]
    public async Task Erasure_OfTheCustomer_RevokesTheLink()
    {
        await _town.InviteAsync(InvitationLinkKind.ApprovalLink, _town.Club);

        await _town.AwaitAsync(_town.Ledger.EraseAsync("customer-1"));
        await _town.PassAsync();

        _town.Club.InviteLinks.Should().ContainSingle().Which.IsRevoked.Should().BeTrue();
    }

    [Fact]
    public async Task Expiry_OfTheInvitation_RevokesTheLinkInTheBackground()
    {
        await _town.InviteAsync(InvitationLinkKind.ApprovalLink, _town.Club, change: request => request with { ValidFor = TimeSpan.FromHours(1) });

        await _town.PassAsync(TimeSpan.FromMinutes(59));
        _town.Club.InviteLinks.Should().ContainSingle().Which.IsRevoked.Should().BeFalse();
        await _town.PassAsync(TimeSpan.FromMinutes(15));

        _town.Club.InviteLinks.Should().ContainSingle().Which.IsRevoked.Should().BeTrue();
    }

    [Fact]
    public async Task OptOut_WhileTelegramIsAway_IsFollowedByTheRevocationLater()
    {
        await _town.InviteAsync(InvitationLinkKind.PersonalLink, _town.Club);
        _town.Telegram.FailNext(TelegramFault.RefuseConnection() with { Method = "revokeChatInviteLink", Times = 20 });

        await _town.AwaitAsync(WithResult(_town.Invitations.OptOutAsync("customer-1")));
        await _town.PassAsync();
        _town.Club.InviteLinks.Should().ContainSingle().Which.IsRevoked.Should().BeFalse();
        await _town.PassAsync(TimeSpan.FromMinutes(45));

        _town.Club.InviteLinks.Should().ContainSingle().Which.IsRevoked.Should().BeTrue();
    }

    [Theory]
    [InlineData("INVITE_HASH_EXPIRED")]
    [InlineData(null)]
    public async Task OptOut_LinkGoneAlreadyOrAnswerLost_IsDoneAndNotAskedForAgain(string? refusal)
    {
        await _town.InviteAsync(InvitationLinkKind.PersonalLink, _town.Club);
        _town.Telegram.FailNext((refusal is null ? TelegramFault.LoseAnswer() : TelegramFault.Refuse(400, refusal)) with { Method = "revokeChatInviteLink" });

        await _town.AwaitAsync(WithResult(_town.Invitations.OptOutAsync("customer-1")));
        await _town.PassAsync();
        var asked = Revocations();
        await _town.PassAsync(TimeSpan.FromHours(7));

        asked.Should().Be(refusal is null ? 2 : 1);
        Revocations().Should().Be(asked);
    }

    [Fact]
    public async Task Create_AnswerLost_IsRevokedOnceAnUpdateTellsTheLink()
    {
        _town.Telegram.FailNext(TelegramFault.LoseAnswer() with { Method = "createChatInviteLink" });
        var act = () => _town.InviteAsync(InvitationLinkKind.PersonalLink, _town.Club);
        (await act.Should().ThrowAsync<TelegramMarketingException>()).Which.Error.Should().Be(TelegramMarketingError.OutcomeUnknown);
        var lost = _town.Club.InviteLinks.Should().ContainSingle().Subject;

        // Somebody found it in the channel's settings.
        _town.Telegram.AddPerson("Ann").Join(lost.Address);
        await _town.PassAsync(TimeSpan.FromMinutes(15));

        lost.IsRevoked.Should().BeTrue();
    }

    private static async Task<bool> WithResult(Task task)
    {
        await task;
        return true;
    }

    private int Revocations() => _town.Telegram.Requests.Count(request => request.Method == "revokeChatInviteLink");
}
