namespace TelegramMarketing.Testing;

/// <summary>What came of a person's wish to join a channel.</summary>
public enum JoinResult
{
    /// <summary>The person is a subscriber now.</summary>
    Joined,

    /// <summary>An administrator has to let the person in.</summary>
    Requested,

    /// <summary>The person was a subscriber already.</summary>
    AlreadyMember,

    /// <summary>The link doesn't work: it is unknown, revoked, expired or used up.</summary>
    LinkDoesNotWork,

    /// <summary>The channel is private, and without a link there is no way in.</summary>
    NeedsLink,

    /// <summary>The person was banned from the channel.</summary>
    Banned,
}
