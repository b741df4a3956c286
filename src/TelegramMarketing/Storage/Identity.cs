using System.Globalization;
using TelegramMarketing.Invitations;

namespace TelegramMarketing.Storage;

/// <summary>One thing by which a customer is known, in the form in which it is compared.</summary>
internal readonly record struct Identity(IdentityKind Kind, string Value, string Text)
{
    public static Identity Of(CustomerId customer) => new(IdentityKind.Customer, customer.Text.ToUpperInvariant(), customer.Text);

    public static Identity Of(EmailAddress email) => new(IdentityKind.Email, email.Key, email.Text);

    public static Identity OfPerson(long telegramUserId)
    {
        var text = telegramUserId.ToString(CultureInfo.InvariantCulture);
        return new(IdentityKind.Telegram, text, text);
    }

    /// <summary>
    /// This, and the same under another name: hosts use e-mail addresses as customer ids, so that one that stands in both lists is one customer.
    /// </summary>
    public IReadOnlyList<Identity> WithAliases() => Kind switch
    {
        IdentityKind.Customer when EmailAddress.Parse(Text) is { } email => [this, Of(email)],
        IdentityKind.Email => [this, new(IdentityKind.Customer, Text.ToUpperInvariant(), Text)],
        _ => [this],
    };

    /// <summary>Says nothing, so that no log line can hold it by accident.</summary>
    public override string ToString() => "identity";
}
