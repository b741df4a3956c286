using TelegramMarketing;
using TelegramMarketing.Testing;

namespace OptInCampaign;

/// <summary>A customer as a person, who does with an invitation what they like.</summary>
internal sealed class Inhabitant(TelegramPerson person, TelegramBot bot, TelegramChannel channel, double mood)
{
    private bool _isWelcomed;
    private int _seen = person.Inbox.Count;

    public TelegramPerson Person => person;

    /// <summary>Has pressed the e-mail's link, and waits for the bot's answer.</summary>
    private bool IsAtTheBot { get; set; }

    /// <summary>Blocks the bot before the bakery writes.</summary>
    public void LoseInterest()
    {
        if (mood > 0.985)
        {
            person.Block(bot);
        }
    }

    /// <summary>Looks at the telephone: what the bot has written may be followed, or not.</summary>
    public void LookAtTelegram()
    {
        var inbox = person.Inbox;
        if (inbox.Count <= _seen)
        {
            return;
        }

        _seen = inbox.Count;
        if (inbox[^1].Buttons is not [[var button, ..], ..] || _isWelcomed)
        {
            return;
        }

        _isWelcomed = true;
        if (mood < (IsAtTheBot ? 0.30 : 0.40))
        {
            person.Press(inbox[^1], button.Text);
            person.Join(channel);
        }
        else if (mood is > 0.90 and < 0.93)
        {
            person.Write(bot, "/stop");
        }
        else if (mood is > 0.95 and < 0.97)
        {
            person.Block(bot);
        }
    }

    /// <summary>Reads the e-mail: presses the link to the bot, or the one that ends it, or neither.</summary>
    public void ReadMail(Invitation invitation)
    {
        if (mood < 0.36)
        {
            IsAtTheBot = true;
            person.Start(bot, Payload(invitation.Address));
        }
        else if (mood is > 0.93 and < 0.96)
        {
            person.Start(bot, Payload(invitation.OptOutAddress));
        }
    }

    private static string Payload(Uri deepLink) => deepLink.Query["?start=".Length..];
}
