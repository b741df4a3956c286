namespace TelegramMarketing.Updates;

/// <summary>How a bot's updates arrive.</summary>
internal sealed class UpdateOptions
{
    /// <summary>They are polled.</summary>
    /// <value>Defaults to <see langword="false"/>: the host pushes them, or none arrive.</value>
    public bool Poll { get; set; }
}
