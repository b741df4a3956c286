using System.Globalization;
using System.Text.Json;
using TelegramMarketing.Publishing;

namespace TelegramMarketing.Storage;

/// <summary>What is sent, as JSON and back. Bytes that came from a stream are not in it: the store keeps them beside it.</summary>
internal static class StoredParts
{
    /// <summary>The longest that is kept in a row, in UTF-16 units; what Telegram takes in one message is a two-hundredth of it.</summary>
    private const int MaxLength = 1_000_000;

    /// <summary>The parts as JSON, with the ids of what is uploaded already.</summary>
    public static string Write(IReadOnlyList<PlannedMessage> parts, string botName)
    {
        var sources = SourcesOf(parts);
        StoredPart[] stored = [.. parts.Select(part => new StoredPart
        {
            Text = part.Text?.Markup,
            Media = part.Media.Count == 0 ? null : [.. part.Media.Select(media => Write(media, sources.IndexOf(media.Source), botName))],
            Buttons = part.Buttons.Count == 0 ? null : [.. part.Buttons.Select(Write)],
            RepliesToFirst = part.RepliesToFirst,
            Silent = part.Silent,
            QuietHours = part.QuietHours is { } hours ? StoredQuietHours.Of(hours) : null,
            Protected = part.Protected,
            Spoiler = part.Spoiler,
            CaptionAbove = part.CaptionAbove,
            LinkPreview = part.LinkPreview is { } preview ? Write(preview) : null,
        })];
        var json = JsonSerializer.Serialize(stored, StoredJson.Default.StoredPartArray);
        return json.Length <= MaxLength ? json : throw TooLong(json.Length);
    }

    /// <summary>The parts again. A stream's source must be inspected before it is used.</summary>
    /// <param name="json">What <see cref="Write(IReadOnlyList{PlannedMessage}, string)"/> gave.</param>
    /// <param name="botName">The bot whose file ids they are.</param>
    /// <param name="openStream">Opens the kept bytes of a source, by its number.</param>
    public static IReadOnlyList<PlannedMessage> Read(string json, string botName, Func<int, Stream> openStream)
    {
        var sources = new Dictionary<int, MediaSource>();
        return [.. JsonSerializer.Deserialize(json, StoredJson.Default.StoredPartArray)!.Select(part => new PlannedMessage
        {
            Text = part.Text is null ? null : PostText.TrustedHtml(part.Text),
            Media = part.Media is null ? [] : [.. part.Media.Select(media => Read(media, sources, botName, openStream))],
            Buttons = part.Buttons is null ? [] : [.. part.Buttons.Select(row => (IReadOnlyList<PostButton>)[.. row.Select(Read)])],
            RepliesToFirst = part.RepliesToFirst,
            Silent = part.Silent,
            QuietHours = part.QuietHours?.Restore(),
            Protected = part.Protected,
            Spoiler = part.Spoiler,
            CaptionAbove = part.CaptionAbove,
            LinkPreview = part.LinkPreview is { } preview ? Read(preview) : null,
        })];
    }

    /// <summary>The sources of all parts, each once; their numbers are their places.</summary>
    public static List<MediaSource> SourcesOf(IReadOnlyList<PlannedMessage> parts) => [.. parts.SelectMany(part => part.Media).Select(media => media.Source).Distinct()];

    /// <summary>Some file is uploaded, so that its id may become known later.</summary>
    public static bool HaveUploads(IReadOnlyList<PlannedMessage> parts) =>
        parts.Any(part => part.Media.Any(media => media.Source.Origin is MediaOrigin.Path or MediaOrigin.Stream));

    private static TelegramMarketingException TooLong(int length)
    {
        var violation = new PlanViolation(
            "stored-length", string.Create(CultureInfo.InvariantCulture, $"A post that is kept has at most {MaxLength:N0} characters with its markup and its buttons; this one has {length:N0}. Shorten it, or make several posts of it."));
        return new TelegramMarketingException(TelegramMarketingError.InvalidPost, violation.Message) { Violations = [violation] };
    }

    private static StoredMedia Write(PostMedia media, int source, string botName)
    {
        var ids = media.Source.FileIds.Export(botName);
        return new StoredMedia
        {
            Kind = media.Kind.ToString(),
            Origin = media.Source.Origin.ToString(),
            Value = media.Source.FullPath ?? media.Source.Value,
            Source = source,
            FileIds = ids?.Ids.ToDictionary(id => id.Key.ToString(), id => id.Value, StringComparer.Ordinal),
            Length = ids?.Version.Length ?? 0,
            WrittenAt = ids?.Version.WrittenAtTicks ?? 0,
        };
    }

    private static PostMedia Read(StoredMedia media, Dictionary<int, MediaSource> sources, string botName, Func<int, Stream> openStream)
    {
        if (!sources.TryGetValue(media.Source, out var source))
        {
            source = Enum.Parse<MediaOrigin>(media.Origin) switch
            {
                MediaOrigin.Path => MediaSource.FromPath(media.Value),
                MediaOrigin.Stream => MediaSource.FromStream(openStream(media.Source), media.Value),
                MediaOrigin.Url => MediaSource.FromUrl(new Uri(media.Value, UriKind.RelativeOrAbsolute)),
                _ => MediaSource.FromFileId(media.Value),
            };
            if (media.FileIds is { } ids)
            {
                source.FileIds.Import(botName, new ContentVersion(media.Length, media.WrittenAt), ids.ToDictionary(id => Enum.Parse<PostMediaKind>(id.Key), id => id.Value));
            }

            sources.Add(media.Source, source);
        }

        return Enum.Parse<PostMediaKind>(media.Kind) switch
        {
            PostMediaKind.Photo => PostMedia.Photo(source),
            PostMediaKind.Video => PostMedia.Video(source),
            PostMediaKind.Animation => PostMedia.Animation(source),
            PostMediaKind.Document => PostMedia.Document(source),
            PostMediaKind.Sticker => PostMedia.Sticker(source),
            _ => PostMedia.Audio(source),
        };
    }

    private static StoredButton[] Write(IReadOnlyList<PostButton> row) => [.. row.Select(button => new StoredButton(button.Action.ToString(), button.Text, button.Value))];

    private static PostButton Read(StoredButton button) => Enum.Parse<PostButtonAction>(button.Action) switch
    {
        PostButtonAction.OpenUrl => PostButton.Url(button.Text, button.Value),
        PostButtonAction.CopyText => PostButton.Copy(button.Text, button.Value),
        _ => PostButton.Callback(button.Text, button.Value),
    };

    private static StoredPreview Write(LinkPreview preview) => new()
    {
        IsDisabled = preview.IsDisabled,
        Url = preview.Url?.OriginalString,
        PreferSmallMedia = preview.PreferSmallMedia,
        PreferLargeMedia = preview.PreferLargeMedia,
        ShowAboveText = preview.ShowAboveText,
    };

    private static LinkPreview Read(StoredPreview preview) => new()
    {
        IsDisabled = preview.IsDisabled,
        Url = preview.Url is null ? null : new Uri(preview.Url, UriKind.RelativeOrAbsolute),
        PreferSmallMedia = preview.PreferSmallMedia,
        PreferLargeMedia = preview.PreferLargeMedia,
        ShowAboveText = preview.ShowAboveText,
    };
}
