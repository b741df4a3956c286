using System.Security.Cryptography;
using System.Text;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Invitations;

/// <summary>Puts invitations and the bot's answers into words.</summary>
internal sealed class InvitationComposer(InvitationTexts texts)
{
    private const string StopCommand = "/stop";
    private const string DefaultLanguage = "en";

    /// <summary>The text for the company's own mailing.</summary>
    public PostText Compose(InvitationRecord invitation, Uri link, Uri optOut) =>
        PostText.Plain(Fill(texts[invitation.Language].Invitation, invitation, texts[invitation.Language], link.AbsoluteUri, optOut.AbsoluteUri));

    /// <summary>The subject of an e-mail.</summary>
    public string ComposeSubject(InvitationRecord invitation) => Fill(texts[invitation.Language].Subject, invitation, texts[invitation.Language], "", "");

    /// <summary>The label of the button that opens the invitation's address.</summary>
    public string ComposeButtonLabel(InvitationRecord invitation) => texts[invitation.Language].OpenChannel;

    /// <summary>The invitation as a message of the bot's, with the channel's button.</summary>
    public PlannedMessage ComposeMessage(InvitationRecord invitation, Uri link)
    {
        var text = texts[invitation.Language];
        return Message(Fill(text.Invitation, invitation, text, link.AbsoluteUri, StopCommand)) with { Buttons = [[PostButton.Url(text.OpenChannel, link)]] };
    }

    /// <summary>The bot's greeting, in the person's own language where there is a text for it.</summary>
    public PlannedMessage Welcome(InvitationRecord invitation, string? language, Uri link)
    {
        var text = TextFor(language, invitation.Language);
        return Message(Fill(text.Welcome, InOneLanguage(invitation, text), text, link.AbsoluteUri, StopCommand)) with { Buttons = [[PostButton.Url(text.OpenChannel, link)]] };
    }

    /// <summary>The consent question with its two buttons, in the person's own language where there is a text for it.</summary>
    public PlannedMessage ConsentQuestion(InvitationRecord invitation, string? language)
    {
        var text = TextFor(language, invitation.Language);
        var yes = PostButton.Callback(text.ConsentYes, InvitationToken.ToYes(invitation.Token));
        var no = PostButton.Callback(text.ConsentNo, InvitationToken.ToNo(invitation.Token));
        return Message(Fill(text.ConsentQuestion, InOneLanguage(invitation, text), text, "", StopCommand)) with { Buttons = [[yes], [no]] };
    }

    public PlannedMessage ConsentDeclined(string? language) => Message(TextFor(language, DefaultLanguage).ConsentDeclined);

    /// <summary>The answer after a yes to somebody whose request waits.</summary>
    /// <param name="invitation">The invitation.</param>
    /// <param name="language">The person's language.</param>
    /// <param name="canTryAgain">The request could not be decided at the moment; the button that says yes stays, to try it again.</param>
    public PlannedMessage RequestWaiting(InvitationRecord invitation, string? language, bool canTryAgain)
    {
        var text = TextFor(language, invitation.Language);
        var message = Message(Fill(text.RequestWaiting, invitation, text, "", ""));
        return canTryAgain ? message with { Buttons = [[PostButton.Callback(text.ConsentYes, InvitationToken.ToYes(invitation.Token))]] } : message;
    }

    /// <summary>The answer to a press that came too late.</summary>
    public PlannedMessage RequestDeclined(InvitationRecord invitation, string? language)
    {
        var text = TextFor(language, invitation.Language);
        return Message(Fill(text.RequestDeclined, invitation, text, "", ""));
    }

    public PlannedMessage OptedOut(string? language) => Message(TextFor(language, DefaultLanguage).OptedOut);

    public PlannedMessage UnknownLink(string? language) => Message(TextFor(language, DefaultLanguage).UnknownLink);

    /// <summary>The wording of the invitation, with the personal addresses left out.</summary>
    public string Wording(InvitationRecord invitation)
    {
        var text = texts[invitation.Language];
        return Fill(text.Invitation, invitation, text, "{link}", "{optout}");
    }

    /// <summary>A question as it was shown: its text, and what stood on its buttons.</summary>
    public static string WordingOf(string question, IEnumerable<string> buttons) => $"{question.Trim()}\n[{string.Join("] [", buttons)}]";

    /// <summary>The SHA-256 of a wording.</summary>
    public static string Hash(string wording) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(wording)));

    // What the host wrote about the channel is in the invitation's language, and stays out of a text in another one.
    private InvitationRecord InOneLanguage(InvitationRecord invitation, InvitationText text) =>
        invitation with { About = text == texts[invitation.Language] ? invitation.About : null };

    private static PlannedMessage Message(string text) => new() { Text = PostText.Plain(text), LinkPreview = LinkPreview.Disabled };

    private static string Fill(string template, InvitationRecord invitation, InvitationText text, string link, string optOut) =>
        InvitationTextRules.Fill(template, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["channel"] = invitation.ChannelTitle,
            ["about"] = invitation.About ?? text.About,
            ["link"] = link,
            ["optout"] = optOut,
        });

    private InvitationText TextFor(string? language, string otherwise) =>
        texts.TryFind(language, out var text) ? text : texts[otherwise];
}
