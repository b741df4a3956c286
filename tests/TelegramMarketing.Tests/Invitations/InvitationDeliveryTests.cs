using TelegramMarketing.Delivery;

namespace TelegramMarketing.Tests.Invitations;

public sealed class InvitationDeliveryTests
{
    private const long Ann = 42;

    private readonly InvitationBench _bench = new();

    [Fact]
    public async Task SendAsync_PersonTheHostKnows_DeliversOnceWithTheChannelsButton()
    {
        var invitation = await CreateForAnnAsync();

        var delivered = await _bench.Invitations.SendAsync(invitation.Id);

        delivered.State.Should().Be(InvitationState.Delivered);
        var (chat, message) = _bench.Sender.Sent.Should().ContainSingle().Subject;
        chat.Id.Should().Be(Ann);
        message.Text!.PlainText.Should().Contain("Brand <News>").And.Contain("/stop");
        message.Buttons.Should().ContainSingle().Which.Should().ContainSingle().Which.Value.Should().Be("https://t.me/brand");
        (await RefusalAsync(invitation)).Error.Should().Be(TelegramMarketingError.InvitationRefused);
        _bench.Sender.Sent.Should().ContainSingle("an invitation is delivered once");
        (await _bench.EventsAsync(invitation.Id))[^1].Should().BeEquivalentTo(new { Kind = ConsentEventKind.Delivered, Transport = "telegram", Evidence = new { MessageId = 1 } });
    }

    [Fact]
    public async Task SendAsync_ManyAtOnce_DeliversOnce()
    {
        var invitation = await CreateForAnnAsync();

        var attempts = Enumerable.Range(0, 20).Select(_ => Task.Run(() => _bench.Invitations.SendAsync(invitation.Id))).ToArray();
        await Task.WhenAll(attempts.Select(attempt => attempt.ContinueWith(_ => { }, TaskScheduler.Default)));

        attempts.Count(attempt => attempt.IsCompletedSuccessfully).Should().Be(1);
        _bench.Sender.Sent.Should().ContainSingle();
    }

    [Fact]
    public async Task SendAsync_PersonWhoStartedByAnEarlierInvitation_IsKnown()
    {
        var earlier = await _bench.CreateAsync();
        await _bench.StartAsync(earlier.Address, Ann);
        var later = await _bench.CreateAsync(channel: InvitationBench.Private);

        await _bench.Invitations.SendAsync(later.Id);

        _bench.Sender.Sent.Last().Chat.Id.Should().Be(Ann);
        _bench.Sender.LastSent.Buttons[0][0].Value.Should().Be("https://t.me/+link1", "a private channel is entered by a personal link");
    }

    [Fact]
    public async Task SendAsync_PersonNobodyKnows_SaysToUseOtherMeans()
    {
        var invitation = await _bench.CreateAsync();

        var refusal = await RefusalAsync(invitation);

        refusal.Error.Should().Be(TelegramMarketingError.RecipientUnavailable);
        refusal.Message.Should().Contain("other means");
        (await _bench.StateAsync(invitation)).Should().Be(InvitationState.Created);
    }

    [Fact]
    public async Task SendAsync_BlockedBot_IsUndeliverableAndAnOptOutOfTelegramOnly()
    {
        var invitation = await CreateForAnnAsync();
        _bench.Sender.RefuseSend = _ => new(SendOutcome.Rejected, TelegramMarketingError.RecipientUnavailable, "Forbidden: bot was blocked by the user");

        (await RefusalAsync(invitation)).Error.Should().Be(TelegramMarketingError.RecipientUnavailable);

        (await _bench.StateAsync(invitation)).Should().Be(InvitationState.Bounced);
        (await _bench.EventsAsync(invitation.Id)).Select(entry => (entry.Kind, entry.Transport)).Should().Equal(
            (ConsentEventKind.Invited, null), (ConsentEventKind.Bounced, "telegram"), (ConsentEventKind.OptedOut, "telegram"));
        (await _bench.Module.Ledger.HasOptedOutAsync("c-1")).Should().BeFalse("other means are still open");
        _bench.Sender.RefuseSend = _ => null;
        (await RefusalAsync(invitation)).Message.Should().Contain("blocked");
        await _bench.BlockAsync(Ann, blocks: false);
        (await _bench.Invitations.SendAsync(invitation.Id)).State.Should().Be(InvitationState.Delivered);
    }

    [Fact]
    public async Task SendAsync_UnknownOutcome_IsNeverSentAgain()
    {
        var invitation = await CreateForAnnAsync();
        _bench.Sender.RefuseSend = _ => new(SendOutcome.Unknown, TelegramMarketingError.OutcomeUnknown, "no answer");
        (await RefusalAsync(invitation)).Error.Should().Be(TelegramMarketingError.OutcomeUnknown);

        _bench.Sender.RefuseSend = _ => null;

        (await RefusalAsync(invitation)).Error.Should().Be(TelegramMarketingError.InvitationRefused);
        _bench.Sender.Sent.Should().BeEmpty();
    }

    [Fact]
    public async Task SendAsync_NotSent_CanBeTriedAgain()
    {
        var invitation = await CreateForAnnAsync();
        _bench.Sender.RefuseSend = _ => new(SendOutcome.NotSent, TelegramMarketingError.Missed, "no connection");
        (await RefusalAsync(invitation)).Error.Should().Be(TelegramMarketingError.Missed);

        _bench.Sender.RefuseSend = _ => null;

        (await _bench.Invitations.SendAsync(invitation.Id)).State.Should().Be(InvitationState.Delivered);
    }

    [Fact]
    public async Task SendAsync_CancelledWhileWaiting_CanBeTriedAgain()
    {
        var invitation = await CreateForAnnAsync();
        _bench.Sender.BeforeSend = cancellationToken => Task.FromCanceled(cancellationToken);
        await ((Func<Task>)(() => _bench.Invitations.SendAsync(invitation.Id, new CancellationToken(canceled: true)))).Should().ThrowAsync<OperationCanceledException>();

        _bench.Sender.BeforeSend = _ => Task.CompletedTask;

        (await _bench.Invitations.SendAsync(invitation.Id)).State.Should().Be(InvitationState.Delivered);
    }

    [Fact]
    public async Task SendAsync_OptedOutAfterCreation_IsRefused()
    {
        var invitation = await CreateForAnnAsync();
        await _bench.Invitations.OptOutAsync("C-1");

        (await RefusalAsync(invitation)).Message.Should().Contain("opted out");

        _bench.Sender.Sent.Should().BeEmpty();
        (await _bench.StateAsync(invitation)).Should().Be(InvitationState.OptedOut);
    }

    [Fact]
    public async Task SendAsync_Expired_IsRefused()
    {
        var invitation = await _bench.Invitations.CreateAsync(InvitationBench.Request() with { TelegramUserId = Ann, ValidFor = TimeSpan.FromDays(1) });
        _bench.Time.Advance(TimeSpan.FromDays(1));

        (await RefusalAsync(invitation)).Message.Should().Contain("expired");
    }

    [Fact]
    public async Task SendAsync_NoSuchInvitation_Throws()
    {
        var act = () => _bench.Invitations.SendAsync(Guid.Empty);

        await act.Should().ThrowAsync<InvalidOperationException>();
    }

    [Fact]
    public async Task JoinAfterDelivery_WithoutAStart_IsAttributed()
    {
        var invitation = await CreateForAnnAsync();
        await _bench.Invitations.SendAsync(invitation.Id);

        await _bench.JoinAsync(Ann);

        (await _bench.StateAsync(invitation)).Should().Be(InvitationState.Joined);
    }

    private Task<Invitation> CreateForAnnAsync() => _bench.Invitations.CreateAsync(InvitationBench.Request() with { TelegramUserId = Ann });

    private async Task<TelegramMarketingException> RefusalAsync(Invitation invitation)
    {
        var act = () => _bench.Invitations.SendAsync(invitation.Id);
        return (await act.Should().ThrowAsync<TelegramMarketingException>()).Which;
    }
}
