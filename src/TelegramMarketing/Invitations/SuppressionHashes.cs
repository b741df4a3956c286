using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Invitations;

/// <summary>
/// Makes the keyed hashes (HMAC-SHA-256) of the suppression list. Without the key a list of addresses could not be tried against it.
/// </summary>
internal sealed class SuppressionHashes(byte[] key)
{
    /// <summary>The least length of a key, in characters.</summary>
    public const int MinKeyLength = 32;

    /// <summary>Stands in the list of every bot, so that another key is noticed before an opt-out is overlooked.</summary>
    public string KeyCheck { get; } = Hash(key, "key-check");

    /// <summary>With the key of the configuration; <see langword="null"/> without one.</summary>
    public static SuppressionHashes? FromKey(string? suppressionKey) => string.IsNullOrEmpty(suppressionKey) ? null : new(Encoding.UTF8.GetBytes(suppressionKey));

    /// <summary>With a key that ends with the process, for a list that does so too.</summary>
    public static SuppressionHashes Ephemeral() => new(RandomNumberGenerator.GetBytes(MinKeyLength));

    public string Of(Identity identity) => Hash(key, string.Create(CultureInfo.InvariantCulture, $"{(int)identity.Kind}:{identity.Value}"));

    private static string Hash(byte[] key, string text) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));
}
