namespace TelegramMarketing.Storage;

/// <summary>Another process has changed a publication since it was read here.</summary>
internal sealed class PublicationChangedException(Guid id) : Exception($"Publication {id} has been changed by another process.")
{
    public Guid PublicationId => id;

    /// <summary>As the library's callers are told of it.</summary>
    public static TelegramMarketingException Failure(Guid id)
    {
        var cause = new PublicationChangedException(id);
        return new TelegramMarketingException(TelegramMarketingError.StorageUnavailable, cause.Message, cause) { PublicationId = id };
    }
}
