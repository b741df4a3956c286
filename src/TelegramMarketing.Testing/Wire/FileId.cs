using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace TelegramMarketing.Testing.Wire;

/// <summary>
/// An identifier that itself says what it stands for, so that nothing has to be kept: the kind, the size and a hash of the file.
/// The same file gets the same identifier.
/// </summary>
/// <param name="Kind">The kind of file.</param>
/// <param name="Size">The number of bytes.</param>
/// <param name="Hash">The first twelve bytes of its hash, in hexadecimal.</param>
internal sealed record FileId(string Kind, long Size, string Hash)
{
    private const int Length = 25;
    private static readonly string[] _kinds = ["photo", "video", "animation", "document", "audio", "sticker"];

    public string UniqueId => $"AQAD{Hash[..12]}";

    public static FileId Of(string kind, ReadOnlySpan<byte> content) => new(kind, content.Length, Convert.ToHexString(SHA256.HashData(content).AsSpan(0, 12)));

    /// <summary>A file that came from a URL, of which the fake knows nothing.</summary>
    public static FileId OfUrl(string kind, string url) => Of(kind, Encoding.UTF8.GetBytes(url)) with { Size = 0 };

    public static bool TryParse(string text, [NotNullWhen(true)] out FileId? id)
    {
        id = null;
        if (!text.StartsWith("AgACAg", StringComparison.Ordinal))
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[Length];
        if (text.Length != 6 + Base64Url.GetEncodedLength(Length)
            || !Base64Url.TryDecodeFromChars(text.AsSpan(6), bytes, out var written)
            || written != Length
            || bytes[0] >= _kinds.Length
            || !Check(bytes[..21]).AsSpan().SequenceEqual(bytes[21..]))
        {
            return false;
        }

        id = new FileId(_kinds[bytes[0]], BinaryPrimitives.ReadInt64BigEndian(bytes[1..]), Convert.ToHexString(bytes[9..21]));
        return true;
    }

    public static FileId Parse(string text) => TryParse(text, out var id) ? id : throw new FormatException("No file identifier of this Telegram.");

    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Length];
        bytes[0] = (byte)Array.IndexOf(_kinds, Kind);
        BinaryPrimitives.WriteInt64BigEndian(bytes[1..], Size);
        Convert.FromHexString(Hash).CopyTo(bytes[9..]);
        Check(bytes[..21]).CopyTo(bytes[21..]);
        return $"AgACAg{Base64Url.EncodeToString(bytes)}";
    }

    private static byte[] Check(ReadOnlySpan<byte> bytes) => SHA256.HashData(bytes)[..4];
}
