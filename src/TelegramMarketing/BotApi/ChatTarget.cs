namespace TelegramMarketing.BotApi;

/// <summary>A chat as the Bot API addresses it: a public @username or a numeric id (positive for a person).</summary>
internal readonly record struct ChatTarget(string? Username, long Id)
{
    public bool IsPerson => Username is null && Id > 0;

    public static ChatTarget For(ChannelAddress channel) => new(channel.Username, channel.Id ?? 0);

    public static ChatTarget ForPerson(long userId) => new(null, userId);

    public override string ToString() => Username is null ? Id.ToString(System.Globalization.CultureInfo.InvariantCulture) : "@" + Username;
}
