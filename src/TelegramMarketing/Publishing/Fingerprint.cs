using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TelegramMarketing.Publishing;

/// <summary>What tells equal posts apart from others: a digest of everything that readers would see.</summary>
internal static class Fingerprint
{
    public static string Of(IReadOnlyList<PlannedMessage> parts)
    {
        var content = new StringBuilder();
        foreach (var part in parts)
        {
            content.Append("\u0001part").Append(part.Text?.Markup).Append(part.Protected ? 'p' : '-').Append(part.Spoiler ? 's' : '-').Append(part.CaptionAbove ? 'a' : '-');
            foreach (var media in part.Media)
            {
                content.Append("\u0001media").Append(media.Kind).Append('\u0002').Append(media.Source.ContentIdentity);
            }

            foreach (var row in part.Buttons)
            {
                content.Append("\u0001row");
                foreach (var button in row)
                {
                    content.Append('\u0002').Append(button.Action).Append('\u0003').Append(button.Text).Append('\u0003').Append(button.Value);
                }
            }

            if (part.LinkPreview is { } preview)
            {
                content.Append(CultureInfo.InvariantCulture, $"\u0001preview{preview.IsDisabled}{preview.Url}{preview.PreferSmallMedia}{preview.PreferLargeMedia}{preview.ShowAboveText}");
            }
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString())));
    }
}
