namespace TelegramMarketing;

/// <summary>What happens when a publication's time has come.</summary>
public enum PublicationAction
{
    /// <summary>A post is published.</summary>
    Publish,

    /// <summary>A post that is there, <see cref="Publication.Target"/>, is made to look like another one, such as "this offer has ended".</summary>
    Edit,

    /// <summary>The messages of a post that is there, <see cref="Publication.Target"/>, are deleted.</summary>
    Delete,
}
