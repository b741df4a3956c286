namespace TelegramMarketing.Testing;

/// <summary>What an administrator of a channel may do.</summary>
public sealed record AdministratorRights
{
    /// <summary>All rights.</summary>
    public static AdministratorRights All { get; } = new();

    /// <summary>An administrator who may do nothing in particular.</summary>
    public static AdministratorRights None { get; } = new() { CanPostMessages = false, CanEditMessages = false, CanDeleteMessages = false, CanInviteUsers = false };

    /// <summary>Whether posts may be published.</summary>
    /// <value>Defaults to <see langword="true"/>.</value>
    public bool CanPostMessages { get; init; } = true;

    /// <summary>Whether the posts of others may be edited, and posts pinned.</summary>
    /// <value>Defaults to <see langword="true"/>.</value>
    public bool CanEditMessages { get; init; } = true;

    /// <summary>Whether the posts of others may be deleted.</summary>
    /// <value>Defaults to <see langword="true"/>.</value>
    public bool CanDeleteMessages { get; init; } = true;

    /// <summary>Whether invitation links may be made and join requests be decided.</summary>
    /// <value>Defaults to <see langword="true"/>.</value>
    public bool CanInviteUsers { get; init; } = true;
}
