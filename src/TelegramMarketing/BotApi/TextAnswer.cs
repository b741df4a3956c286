namespace TelegramMarketing.BotApi;

/// <summary>What the library reads of the answer to a text.</summary>
internal sealed record TextAnswer(bool Ok, TextAnswer.Message? Result)
{
    /// <summary>The message that Telegram made of it.</summary>
    internal sealed record Message(int MessageId, long Date, Chat? Chat);

    /// <summary>Where it stands.</summary>
    internal sealed record Chat(long Id, string? Username);
}
