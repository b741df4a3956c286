namespace TelegramMarketing.Testing;

/// <summary>An invitation link of a channel.</summary>
public sealed class TelegramInviteLink
{
    internal TelegramInviteLink(TelegramChannel channel, TelegramBot? creator, string address, bool isPrimary)
    {
        Channel = channel;
        Creator = creator;
        Address = address;
        IsPrimary = isPrimary;
    }

    /// <summary>The channel that it leads to.</summary>
    public TelegramChannel Channel { get; }

    /// <summary>The bot that made it; null when the owner did.</summary>
    public TelegramBot? Creator { get; }

    /// <summary>The link: <c>https://t.me/+…</c>.</summary>
    public string Address { get; }

    /// <summary>Whether it is its creator's main link.</summary>
    public bool IsPrimary { get; }

    /// <summary>The name that its creator gave it; null for none.</summary>
    public string? Name { get; internal set; }

    /// <summary>From when on it doesn't work; null for never.</summary>
    public DateTimeOffset? ExpireDate { get; internal set; }

    /// <summary>How many people may join by it; null for any number.</summary>
    public int? MemberLimit { get; internal set; }

    /// <summary>Whether an administrator has to let people in.</summary>
    public bool CreatesJoinRequest { get; internal set; }

    /// <summary>Whether it was revoked.</summary>
    public bool IsRevoked { get; internal set; }

    /// <summary>How many people have joined by it. No bot can see this number.</summary>
    public int Joins { get; internal set; }

    internal bool WorksAt(DateTimeOffset now) => !IsRevoked && !(ExpireDate <= now) && !(Joins >= MemberLimit);
}
