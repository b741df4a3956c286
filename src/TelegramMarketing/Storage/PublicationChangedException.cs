namespace TelegramMarketing.Storage;

/// <summary>Another process has changed a publication since it was read here.</summary>
internal sealed class PublicationChangedException(Guid id) : Exception($"Publication {id} has been changed by another process.")
{
    public Guid PublicationId => id;
}
