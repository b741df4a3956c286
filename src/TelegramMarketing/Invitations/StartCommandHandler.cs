using Telegram.Bot.Types;
using TelegramMarketing.Hosting;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Invitations;

/// <summary>Answers <c>/start</c> with an invitation's token, and <c>/stop</c>. All other messages are the host's.</summary>
internal sealed class StartCommandHandler(
    BotContext context,
    PrivateReplies replies,
    WelcomeComposer welcome,
    ConsentQuestions questions,
    InvitationComposer composer,
    LinkRevoker revoker,
    IInvitationStore invitations,
    IConsentStore consent)
{
    public Task HandleAsync(int updateId, Message message, CancellationToken cancellationToken)
    {
        var words = message.Text!.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var command = words.Length > 0 ? words[0].Split('@')[0] : "";
        return command switch
        {
            "/start" when words.Length == 2 && InvitationToken.TryRead(words[1], out var token, out var isOptOut) => isOptOut
                ? OptOutByTokenAsync(updateId, message, token, cancellationToken)
                : StartAsync(updateId, message, token, cancellationToken),
            "/stop" => StopAsync(updateId, message, subject: null, message.From!.Id, cancellationToken),
            _ => Task.CompletedTask,
        };
    }

    private async Task StartAsync(int updateId, Message message, string token, CancellationToken cancellationToken)
    {
        var person = message.From!.Id;
        var invitation = await invitations.FindByTokenAsync(token, cancellationToken).ConfigureAwait(false);

        // Unknown, expired and somebody else's are refused alike, so that an answer tells nothing about a token.
        if (invitation is null || invitation.IsExpired(context.Clock.UtcNow) || !await invitations.TryBindAsync(invitation.Id, person, context.Clock.UtcNow, cancellationToken).ConfigureAwait(false))
        {
            await AnswerAsync(message, composer.UnknownLink(message.From.LanguageCode), cancellationToken).ConfigureAwait(false);
            return;
        }

        await consent.UnblockAsync(person, cancellationToken).ConfigureAwait(false);
        var started = InvitationEvents.Create(invitation, ConsentEventKind.BotStarted, message.Date, updateId, message.Id);
        await consent.AppendAsync(started, cancellationToken).ConfigureAwait(false);
        if (context.Options.Invitations.DoubleOptIn)
        {
            await questions.AskAsync(invitation, person, message.From.LanguageCode, cancellationToken).ConfigureAwait(false);
            return;
        }

        await AnswerAsync(message, await welcome.ComposeAsync(invitation, message.From.LanguageCode, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }

    private async Task OptOutByTokenAsync(int updateId, Message message, string token, CancellationToken cancellationToken)
    {
        if (await invitations.FindByTokenAsync(token, cancellationToken).ConfigureAwait(false) is not { } invitation)
        {
            await AnswerAsync(message, composer.UnknownLink(message.From!.LanguageCode), cancellationToken).ConfigureAwait(false);
            return;
        }

        // Whoever holds the invitation may end it, but speaks for themselves only when it is theirs.
        var isTheirs = invitation.Person == message.From!.Id;
        await StopAsync(updateId, message, invitation.Subject, isTheirs ? message.From.Id : null, cancellationToken).ConfigureAwait(false);
    }

    private async Task StopAsync(int updateId, Message message, Guid? subject, long? person, CancellationToken cancellationToken)
    {
        var optOut = new OptOut
        {
            NewSubject = context.Chance.NextSubject(),
            At = InvitationEvents.ToOffset(message.Date),
            Subject = subject,
            Person = person,
            Evidence = new() { UpdateId = updateId, MessageId = message.Id },
        };
        await consent.OptOutAsync(optOut, cancellationToken).ConfigureAwait(false);
        revoker.Wake();
        await AnswerAsync(message, composer.OptedOut(message.From!.LanguageCode), cancellationToken).ConfigureAwait(false);
    }

    private Task AnswerAsync(Message message, PlannedMessage answer, CancellationToken cancellationToken) => replies.SendAsync(message.From!.Id, answer, cancellationToken);
}
