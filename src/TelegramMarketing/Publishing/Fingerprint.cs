using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TelegramMarketing.Publishing;

/// <summary>What tells equal posts apart from others: a digest of everything that readers would see, the bytes of files included.</summary>
internal static class Fingerprint
{
    public static async Task<string> OfAsync(IReadOnlyList<PlannedMessage> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            Append(hash, "part", part.Text?.Markup, part.Protected, part.Spoiler, part.CaptionAbove);
            foreach (var media in part.Media)
            {
                Append(hash, "media", media.Kind);
                await AppendContentAsync(hash, media.Source).ConfigureAwait(false);
            }

            foreach (var row in part.Buttons)
            {
                Append(hash, "row");
                foreach (var button in row)
                {
                    Append(hash, "button", button.Action, button.Text, button.Value);
                }
            }

            if (part.LinkPreview is { } preview)
            {
                Append(hash, "preview", preview.IsDisabled, preview.Url, preview.PreferSmallMedia, preview.PreferLargeMedia, preview.ShowAboveText);
            }
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static async Task AppendContentAsync(IncrementalHash hash, MediaSource source)
    {
        if (source.Origin is MediaOrigin.Url or MediaOrigin.FileId)
        {
            Append(hash, source.Origin, source.Value);
            return;
        }

        Stream stream;
        try
        {
            stream = source.OpenRead();
        }
        catch (TelegramMarketingException)
        {
            // The file has gone since: its name has to do.
            Append(hash, source.Origin, source.FullPath ?? source.Value);
            return;
        }

        await using (stream.ConfigureAwait(false))
        {
            Append(hash, "bytes", stream.Length);
            var buffer = new byte[81920];
            int read;
            while ((read = await stream.ReadAsync(buffer).ConfigureAwait(false)) > 0)
            {
                hash.AppendData(buffer, 0, read);
            }
        }
    }

    /// <summary>Each value with its length before it, so that no two lists of values look alike.</summary>
    private static void Append(IncrementalHash hash, params ReadOnlySpan<object?> values)
    {
        foreach (var value in values)
        {
            var bytes = Encoding.UTF8.GetBytes(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }
    }
}
