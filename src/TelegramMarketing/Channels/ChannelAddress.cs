namespace TelegramMarketing;

/// <summary>Stub of the shape; replaced by the real one.</summary>
public sealed record ChannelAddress
{
    private ChannelAddress(string? username, long? id)
    {
        Username = username;
        Id = id;
    }

    /// <summary>Without @.</summary>
    public string? Username { get; }

    /// <summary>-100….</summary>
    public long? Id { get; }

    /// <summary>Parses.</summary>
    public static ChannelAddress Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.StartsWith('-') ? new(null, long.Parse(text, System.Globalization.CultureInfo.InvariantCulture)) : new(text.TrimStart('@'), null);
    }

    /// <summary>From an id.</summary>
    public static ChannelAddress FromId(long id) => new(null, id);

    /// <summary>From a username.</summary>
    public static ChannelAddress FromUsername(string username) => new(username, null);
}
