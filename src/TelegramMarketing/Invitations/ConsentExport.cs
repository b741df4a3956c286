using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Invitations;

/// <summary>Writes what is kept about one person.</summary>
internal sealed class ConsentExport(IConsentStore store, IInvitationStore invitations, Stream target)
{
    // Read by a person: their name in their own script, not in escapes.
    private static readonly JsonWriterOptions _options = new() { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public async Task WriteAsync(IReadOnlyList<SubjectRecord> subjects, bool hasOptedOut, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var json = new Utf8JsonWriter(target, _options);
        await using (json.ConfigureAwait(false))
        {
            json.WriteStartObject();
            json.WriteString("exportedAt", now);
            json.WriteBoolean("hasOptedOut", hasOptedOut);
            WriteIdentities(json, subjects);
            WriteSuppressions(json, subjects);
            var events = subjects.Count == 0 ? [] : await EventsAsync(subjects, cancellationToken).ConfigureAwait(false);
            await WriteInvitationsAsync(json, events, cancellationToken).ConfigureAwait(false);
            WriteEvents(json, events);
            await WriteWordingsAsync(json, events, cancellationToken).ConfigureAwait(false);
            json.WriteEndObject();
        }
    }

    private static void WriteIdentities(Utf8JsonWriter json, IReadOnlyList<SubjectRecord> subjects)
    {
        json.WriteStartArray("knownAs");
        foreach (var row in subjects.SelectMany(subject => subject.Identities))
        {
            json.WriteStartObject();
            json.WriteString("subject", row.Subject);
            json.WriteString("kind", row.Kind switch { IdentityKind.Customer => "customer", IdentityKind.Email => "email", _ => "telegram" });
            json.WriteString("value", row.Text);
            json.WriteBoolean("isOwn", row.IsOwn);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSuppressions(Utf8JsonWriter json, IReadOnlyList<SubjectRecord> subjects)
    {
        json.WriteStartArray("suppressions");
        foreach (var row in subjects.SelectMany(subject => subject.Suppressions).DistinctBy(row => (row.Hash, row.Transport)))
        {
            json.WriteStartObject();
            json.WriteString("transport", row.Transport.Length == 0 ? "all" : row.Transport);
            json.WriteString("reason", row.Reason.ToString());
            json.WriteString("at", new DateTimeOffset(row.At, TimeSpan.Zero));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteEvents(Utf8JsonWriter json, IReadOnlyList<ConsentEvent> events)
    {
        json.WriteStartArray("events");
        foreach (var entry in events)
        {
            json.WriteStartObject();
            json.WriteString("kind", entry.Kind.ToString());
            json.WriteString("at", entry.At);
            WriteText(json, "invitation", entry.Invitation?.ToString());
            WriteText(json, "channel", entry.Channel?.ToString());
            WriteText(json, "campaign", entry.Campaign);
            WriteText(json, "transport", entry.Transport);
            WriteText(json, "legalBasis", entry.Evidence.LegalBasis?.Kind.ToString());
            WriteText(json, "legalBasisExplanation", entry.Evidence.LegalBasis?.Explanation);
            WriteText(json, "addressSource", entry.Evidence.AddressSource);
            WriteText(json, "wordingHash", entry.Evidence.WordingHash);
            WriteText(json, "reason", entry.Evidence.Reason);
            WriteNumber(json, "updateId", entry.Evidence.UpdateId);
            WriteNumber(json, "messageId", entry.Evidence.MessageId);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    private async Task<IReadOnlyList<ConsentEvent>> EventsAsync(IReadOnlyList<SubjectRecord> subjects, CancellationToken cancellationToken)
    {
        var events = new List<ConsentEvent>();
        await foreach (var entry in store.ListAsync(new EventFilter { Subjects = [.. subjects.Select(subject => subject.Id)] }, cancellationToken).ConfigureAwait(false))
        {
            events.Add(entry);
        }

        return events;
    }

    private async Task WriteInvitationsAsync(Utf8JsonWriter json, IReadOnlyList<ConsentEvent> events, CancellationToken cancellationToken)
    {
        json.WriteStartArray("invitations");
        foreach (var id in events.Select(entry => entry.Invitation).OfType<Guid>().Distinct())
        {
            if (await invitations.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } record)
            {
                continue;
            }

            json.WriteStartObject();
            json.WriteString("id", record.Id);
            json.WriteString("channel", record.Channel.ToString());
            json.WriteString("channelTitle", record.ChannelTitle);
            WriteText(json, "campaign", record.Campaign);
            json.WriteString("language", record.Language);
            WriteText(json, "about", record.About);
            WriteText(json, "timeZone", record.TimeZone?.Id);
            json.WriteString("createdAt", record.CreatedAt);
            json.WriteString("state", record.State.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private async Task WriteWordingsAsync(Utf8JsonWriter json, IReadOnlyList<ConsentEvent> events, CancellationToken cancellationToken)
    {
        json.WriteStartObject("wordings");
        foreach (var hash in events.Select(entry => entry.Evidence.WordingHash).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            WriteText(json, hash, await store.FindWordingAsync(hash, cancellationToken).ConfigureAwait(false));
        }

        json.WriteEndObject();
    }
}
