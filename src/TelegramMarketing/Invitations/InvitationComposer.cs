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
        var about = invitation with { About = text == texts[invitation.Language] ? invitation.About : null };
        return Message(Fill(text.Welcome, about, text, link.AbsoluteUri, StopCommand)) with { Buttons = [[PostButton.Url(text.OpenChannel, link)]] };
    }

    public PlannedMessage OptedOut(string? language) => Message(TextFor(language, DefaultLanguage).OptedOut);

    public PlannedMessage UnknownLink(string? language) => Message(TextFor(language, DefaultLanguage).UnknownLink);

    /// <summary>The wording of the invitation, with the personal addresses left out.</summary>
    public string Wording(InvitationRecord invitation)
    {
        var text = texts[invitation.Language];
        return Fill(text.Invitation, invitation, text, "{link}", "{optout}");
    }

    /// <summary>The SHA-256 of a wording.</summary>
    public static string Hash(string wording) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(wording)));

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
