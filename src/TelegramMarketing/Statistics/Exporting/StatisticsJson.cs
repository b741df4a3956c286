using System.Text.Json;

namespace TelegramMarketing.Statistics.Exporting;

/// <summary>Statistics as JSON. Names are kept: other programs read them.</summary>
internal static class StatisticsJson
{
    public static void Write(Utf8JsonWriter json, PostStatistics post)
    {
        json.WriteStartObject();
        WriteMembers(json, post);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, PostHistory history)
    {
        json.WriteStartObject();
        json.WriteStartObject("post");
        WriteMembers(json, history.Post);
        json.WriteEndObject();
        WriteAll(json, "views", history.Views, Write);
        WriteAll(json, "reactions", history.Reactions, static (writer, reading) =>
        {
            writer.WriteStartObject();
            WriteMembers(writer, reading.Total);
            WriteAll(writer, "reactions", reading.Reactions, Write);
            writer.WriteEndObject();
        });
        WriteAll(json, "pollVoters", history.PollVoters, Write);
        WriteAll(json, "comments", history.Comments, Write);
        WriteAll(json, "gaps", history.Gaps, static (writer, gap) =>
        {
            writer.WriteStartObject();
            writer.WriteString("from", gap.From.UtcDateTime);
            writer.WriteString("to", gap.To.UtcDateTime);
            writer.WriteString("figures", gap.Figures.ToString());
            writer.WriteString("reason", gap.Reason.ToString());
            writer.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void WriteMembers(Utf8JsonWriter json, PostStatistics post)
    {
        json.WriteString("post", post.Post.ToString());
        json.WriteNumber("messageId", post.Post.MessageId);
        json.WriteString("availability", post.Availability.ToString());
        WriteTime(json, "publishedAt", post.PublishedAt);
        json.WriteString("kind", post.Kind?.Name);
        json.WriteString("kindSource", post.KindSource.ToString());
        WriteAll(json, "tags", post.Tags, static (writer, tag) => writer.WriteStringValue(tag));
        json.WriteString("author", post.Signature);
        json.WriteString("media", post.Media?.ToString());
        WriteNumber(json, "length", post.Length);
        if (post.HasButtons is { } buttons)
        {
            json.WriteBoolean("buttons", buttons);
        }
        else
        {
            json.WriteNull("buttons");
        }

        json.WriteString("forwardedFrom", post.ForwardedFrom);
        WriteNumber(json, "continuationOf", post.ContinuationOf?.MessageId);
        WriteAll(json, "albumMessageIds", post.AlbumMessageIds, static (writer, id) => writer.WriteNumberValue(id));
        WriteReading(json, "views", post.Views);
        WriteAll(json, "reactions", post.Reactions, Write);
        WriteReading(json, "pollVoters", post.PollVoters);
        WriteReading(json, "comments", post.Comments);
    }

    private static void Write(Utf8JsonWriter json, Reading reading)
    {
        json.WriteStartObject();
        WriteMembers(json, reading);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReactionCount reaction)
    {
        json.WriteStartObject();
        json.WriteString("kind", reaction.Kind.ToString());
        json.WriteString("symbol", reaction.Symbol);
        WriteMembers(json, reaction.Count);
        json.WriteEndObject();
    }

    private static void WriteMembers(Utf8JsonWriter json, Reading reading)
    {
        WriteMembers(json, reading.Value);
        json.WriteString("source", reading.Source);
        WriteTime(json, "observedAt", reading.ObservedAt);
        json.WriteNumber("stalenessSeconds", reading.Staleness.TotalSeconds);
    }

    private static void WriteMembers(Utf8JsonWriter json, Count count)
    {
        json.WriteNumber("value", count.Value);
        json.WriteNumber("low", count.Low);
        json.WriteNumber("high", count.High);
        json.WriteString("raw", count.Raw);
    }

    private static void WriteReading(Utf8JsonWriter json, string name, Reading? reading)
    {
        json.WritePropertyName(name);
        if (reading is null)
        {
            json.WriteNullValue();
        }
        else
        {
            Write(json, reading);
        }
    }

    private static void WriteAll<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> all, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var one in all)
        {
            write(json, one);
        }

        json.WriteEndArray();
    }

    private static void WriteTime(Utf8JsonWriter json, string name, DateTimeOffset? time)
    {
        if (time is { } known)
        {
            json.WriteString(name, known.UtcDateTime);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } known)
        {
            json.WriteNumber(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
