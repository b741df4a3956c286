namespace TelegramMarketing.Testing.World;

/// <summary>The chat of a person with a bot. Guarded by the world's lock.</summary>
internal sealed class PrivateChat(TelegramWorld world, TelegramBot bot, TelegramPerson person) : Chat(world, world.Options.MaxMessagesPerPerson)
{
    public TelegramBot Bot { get; } = bot;

    public TelegramPerson Person { get; } = person;

    public override long Id => Person.Id;

    /// <summary>Whether the person has written to the bot.</summary>
    public bool IsStarted { get; set; }

    public bool IsBlocked { get; set; }

    /// <summary>Until when the bot may write because the person asked to join a channel of its.</summary>
    public DateTimeOffset WritableUntil { get; set; }

    public override int TakeMessageId() => Bot.TakePrivateMessageId();
}
