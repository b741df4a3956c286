using Microsoft.Extensions.Logging;
using Telegram.Bot.Requests;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;
using TelegramMarketing.Delivery;
using TelegramMarketing.Hosting;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Invitations;

/// <summary>Asks a person whether they want to receive the channel, and does as they answer. Nothing opens, and nobody is let in, without a yes that is in the ledger.</summary>
internal sealed class ConsentQuestions(
    IBotSender sender,
    PrivateReplies replies,
    WelcomeComposer welcome,
    InvitationComposer composer,
    IInvitationStore invitations,
    IConsentStore consent,
    BotContext context)
{
    private readonly ILogger _logger = context.Loggers.CreateLogger<ConsentQuestions>();

    /// <summary>Asks.</summary>
    public Task AskAsync(InvitationRecord invitation, long person, string? language, CancellationToken cancellationToken) =>
        replies.SendAsync(person, composer.ConsentQuestion(invitation, language), cancellationToken);

    /// <summary>A button was pressed, of ours or of the host's.</summary>
    public async Task HandleAsync(int updateId, CallbackQuery press, CancellationToken cancellationToken)
    {
        if (press.Data is null || !InvitationToken.TryReadAnswer(press.Data, out var token, out var isYes))
        {
            return;
        }

        // Unknown, expired and somebody else's are refused alike, so that an answer tells nothing about a token.
        var invitation = await invitations.FindByTokenAsync(token, cancellationToken).ConfigureAwait(false);
        if (invitation is null || invitation.IsExpired(context.Clock.UtcNow) || invitation.Person != press.From.Id)
        {
            await replies.AcknowledgeAsync(press.Id, composer.UnknownLink(press.From.LanguageCode).Text!.PlainText, cancellationToken).ConfigureAwait(false);
            return;
        }

        await RecordAsync(invitation, updateId, press, isYes, cancellationToken).ConfigureAwait(false);
        if (await invitations.FindAsync(invitation.Id, cancellationToken).ConfigureAwait(false) is { HasLapsed: true })
        {
            await replies.AcknowledgeAsync(press.Id, composer.RequestDeclined(invitation, press.From.LanguageCode).Text!.PlainText, cancellationToken).ConfigureAwait(false);
            return;
        }

        await replies.AcknowledgeAsync(press.Id, notice: null, cancellationToken).ConfigureAwait(false);
        await (isYes ? OpenAsync(invitation, press, cancellationToken) : CloseAsync(invitation, press, cancellationToken)).ConfigureAwait(false);
    }

    private async Task RecordAsync(InvitationRecord invitation, int updateId, CallbackQuery press, bool isYes, CancellationToken cancellationToken)
    {
        // A yes that is only said again, because the request could not be decided the first time.
        if (isYes && invitation.HasConsented && press.Message?.ReplyMarkup?.InlineKeyboard.SelectMany(row => row).Count() == 1)
        {
            return;
        }

        // What was shown is what Telegram says stands in the person's chat; a question that is too old to be told is composed anew.
        var question = composer.ConsentQuestion(invitation, press.From.LanguageCode);
        var wording = ShownIn(press.Message) ?? InvitationComposer.WordingOf(question.Text!.PlainText, question.Buttons.SelectMany(row => row).Select(button => button.Text));
        var hash = InvitationComposer.Hash(wording);
        await consent.SaveWordingAsync(hash, wording, cancellationToken).ConfigureAwait(false);
        var answered = InvitationEvents.Create(
            invitation,
            isYes ? ConsentEventKind.Consented : ConsentEventKind.Declined,
            context.Clock.UtcNow.UtcDateTime,
            updateId,
            press.Message?.Id);
        await consent.AppendAsync(answered with { Evidence = answered.Evidence with { WordingHash = hash } }, cancellationToken).ConfigureAwait(false);
    }

    private static string? ShownIn(Message? message) => message is { Text: { } text, ReplyMarkup: { } markup }
        ? InvitationComposer.WordingOf(text, markup.InlineKeyboard.SelectMany(row => row).Select(button => button.Text))
        : null;

    private async Task OpenAsync(InvitationRecord invitation, CallbackQuery press, CancellationToken cancellationToken)
    {
        if (invitation.Link != InvitationLinkKind.ApprovalLink)
        {
            await ReplaceAsync(press, await welcome.ComposeAsync(invitation, press.From.LanguageCode, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            return;
        }

        // Before the request is decided, since Telegram lets the bot write only until then.
        await ReplaceAsync(press, composer.RequestWaiting(invitation, press.From.LanguageCode, canTryAgain: false), cancellationToken).ConfigureAwait(false);
        if (!await DecideAsync(invitation, new ApproveChatJoinRequestRequest { ChatId = invitation.ChannelId, UserId = press.From.Id }, cancellationToken).ConfigureAwait(false))
        {
            await ReplaceAsync(press, composer.RequestWaiting(invitation, press.From.LanguageCode, canTryAgain: true), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task CloseAsync(InvitationRecord invitation, CallbackQuery press, CancellationToken cancellationToken)
    {
        await ReplaceAsync(press, composer.ConsentDeclined(press.From.LanguageCode), cancellationToken).ConfigureAwait(false);
        if (invitation.Link == InvitationLinkKind.ApprovalLink
            && await DecideAsync(invitation, new DeclineChatJoinRequestRequest { ChatId = invitation.ChannelId, UserId = press.From.Id }, cancellationToken).ConfigureAwait(false))
        {
            await invitations.RequestsDeclinedAsync([invitation.Id], cancellationToken).ConfigureAwait(false);
        }
    }

    // Repeating is harmless: a request that was decided already is as it was asked.
    private Task<bool> DecideAsync(InvitationRecord invitation, IRequest<bool> decision, CancellationToken cancellationToken) => replies.TryAsync(
        token => sender.CallAsync(decision, repeatable: true, token),
        (error, reason) => InvitationLog.RequestNotDecided(_logger, invitation.Id, error, reason),
        cancellationToken);

    private async Task ReplaceAsync(CallbackQuery press, PlannedMessage reply, CancellationToken cancellationToken)
    {
        if (press.Message is not { } question || !await replies.EditAsync(press.From.Id, question.Id, reply, cancellationToken).ConfigureAwait(false))
        {
            await replies.SendAsync(press.From.Id, reply, cancellationToken).ConfigureAwait(false);
        }
    }
}
