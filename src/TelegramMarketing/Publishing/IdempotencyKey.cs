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

    /// <summary>The publication that has the key already has the same content, or was given it and edited since.</summary>
    /// <exception cref="TelegramMarketingException">It has other content.</exception>
    public static void EnsureSame(PublicationEntry wanted, PublicationEntry existing)
    {
        if (existing.Fingerprint is { } known && known != wanted.Fingerprint)
        {
            throw new TelegramMarketingException(
                TelegramMarketingError.IdempotencyConflict,
                $"The idempotency key \"{wanted.IdempotencyKey}\" was used in {existing.Channel} for other content, as publication {existing.Id}. Use another key for another post.")
            {
                PublicationId = existing.Id,
            };
        }
    }
}
