namespace TelegramMarketing.BotApi;

/// <summary>What the library reads of the answer to a text. Its properties can be set, since what is made by a constructor is read at half the speed.</summary>
internal sealed class TextAnswer
{
    public bool Ok { get; set; }

    public Message? Result { get; set; }

    /// <summary>The message that Telegram made of it.</summary>
    internal sealed class Message
    {
        public int MessageId { get; set; }

        public long Date { get; set; }

        public Chat? Chat { get; set; }
    }

    /// <summary>Where it stands.</summary>
    internal sealed class Chat
    {
        public long Id { get; set; }

        public string? Username { get; set; }
    }
}
