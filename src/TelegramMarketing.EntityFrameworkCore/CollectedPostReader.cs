using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using TelegramMarketing.Storage;

namespace TelegramMarketing.EntityFrameworkCore;

/// <summary>Reads many posts without an entity for each: kinds and tags, of which there are few, are made once.</summary>
internal sealed class CollectedPostReader
{
    private readonly Dictionary<string, PostKind> _kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _tags = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>The columns, in the order in which <see cref="Read"/> takes them.</summary>
    public static IQueryable<object> Columns(IQueryable<CollectedPostRow> rows) => rows.Select(row => new
    {
        row.MessageId,
        row.AlbumIds,
        row.PublishedAt,
        row.Kind,
        KindSource = (int)row.KindSource,
        row.Tags,
        row.Signature,
        Media = (int?)row.Media,
        row.Length,
        row.HasButtons,
        row.ForwardedFrom,
        row.ContinuationOf,
        row.SeenAt,
        row.GoneAt,
        row.Reactions,
        row.PollVoters,
        row.Comments,
    });

    public CollectedPost Read(DbDataReader reader) => new()
    {
        MessageId = reader.GetInt32(0),
        AlbumIds = reader.IsDBNull(1) ? [] : [.. reader.GetString(1).Split(',').Select(id => int.Parse(id, CultureInfo.InvariantCulture))],
        PublishedAt = Time(reader, 2),
        Kind = reader.IsDBNull(3) ? null : KindOf(reader.GetString(3)),
        KindSource = (KindSource)reader.GetInt32(4),
        Tags = reader.IsDBNull(5) ? [] : TagsOf(reader.GetString(5)),
        Signature = reader.IsDBNull(6) ? null : NameOf(reader.GetString(6)),
        Media = reader.IsDBNull(7) ? null : (PostMediaType)reader.GetInt32(7),
        Length = reader.IsDBNull(8) ? null : reader.GetInt32(8),
        HasButtons = reader.IsDBNull(9) ? null : reader.GetBoolean(9),
        ForwardedFrom = reader.IsDBNull(10) ? null : NameOf(reader.GetString(10)),
        ContinuationOf = reader.IsDBNull(11) ? null : reader.GetInt32(11),
        SeenAt = StatisticsRows.At(reader.GetInt64(12)),
        GoneAt = Time(reader, 13),
        Reactions = Number(reader, 14),
        PollVoters = Number(reader, 15),
        Comments = Number(reader, 16),
    };

    private static DateTimeOffset? Time(DbDataReader reader, int column) => StatisticsRows.At(Number(reader, column));

    private static long? Number(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    private PostKind KindOf(string name) => _kinds.TryGetValue(name, out var kind) ? kind : _kinds[name] = PostKind.Of(name);

    private string[] TagsOf(string json) => _tags.TryGetValue(json, out var tags) ? tags : _tags[json] = JsonSerializer.Deserialize(json, StoredJson.Default.StringArray)!;

    private string NameOf(string name) => _names.TryGetValue(name, out var known) ? known : _names[name] = name;
}
