namespace TelegramMarketing.Delivery;

/// <summary>What a refusal for now holds back.</summary>
internal enum HoldScope
{
    /// <summary>Nothing: a few tries, then it is rejected.</summary>
    None,

    /// <summary>Everything for this chat, until the rights are back.</summary>
    Chat,

    /// <summary>Everything of this bot, until the token is valid again.</summary>
    Bot,
}
