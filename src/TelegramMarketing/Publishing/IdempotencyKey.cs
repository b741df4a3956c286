using TelegramMarketing.Storage;

namespace TelegramMarketing.Publishing;

/// <summary>The rules of idempotency keys.</summary>
internal static class IdempotencyKey
{
    private const int MaxLength = 128;

    /// <exception cref="ArgumentException">The key is blank or too long.</exception>
    public static void Check(string? idempotencyKey)
    {
        if (idempotencyKey is null)
        {
            return;
        }

        ArgumentException.ThrowIfNullOrWhiteSpace(idempotencyKey);
        if (idempotencyKey.Length > MaxLength)
        {
            throw new ArgumentException($"An idempotency key has at most {MaxLength} characters; this one has {idempotencyKey.Length}. Use a shorter one, such as the id of the business event.", nameof(idempotencyKey));
        }
    }

    public static TelegramMarketingException Conflict(string key, PublicationEntry other) =>
        new(TelegramMarketingError.IdempotencyConflict, $"The idempotency key \"{key}\" was used in {other.Channel} for other content, as publication {other.Id}. Use another key for another post.") { PublicationId = other.Id };
}
