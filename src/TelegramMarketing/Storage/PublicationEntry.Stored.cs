using System.Text.Json;

namespace TelegramMarketing.Storage;

/// <content>How an entry becomes a row, and a row an entry.</content>
internal sealed partial class PublicationEntry
{
    /// <summary>When it is due.</summary>
    /// <value>Defaults to the time it was recorded: at once.</value>
    public DateTimeOffset DueAt { get; set; } = createdAt;

    /// <summary>The numeric id of its chat; 0 until Telegram has told it.</summary>
    public long ChatId { get; private set; }

    /// <summary>What a durable store knows of it; <see langword="null"/> in memory.</summary>
    public StoredState? Stored { get; set; }

    /// <summary>The ids of the messages that Telegram has confirmed.</summary>
    public int[] MessageIds
    {
        get
        {
            lock (_lock)
            {
                return [.. _messages.Select(message => message.MessageId)];
            }
        }
    }

    /// <summary>An entry from its row. Its parts are restored apart.</summary>
    public static PublicationEntry Restore(PublicationRow row, IEnumerable<int> messageIds)
    {
        var post = new Post { Kind = PostKind.Of(row.Kind), Tags = row.Tags is null ? [] : JsonSerializer.Deserialize(row.Tags, StoredJson.Default.StringArray)! };
        var entry = new PublicationEntry(row.Id, ChannelAddress.Parse(row.Channel), post, row.IdempotencyKey, At(row.CreatedAt))
        {
            Stored = new StoredState { ChatKey = row.ChatKey },
            Action = row.Action,
            Target = row.Target,
        };
        entry.Follow(row, messageIds);
        return entry;
    }

    /// <summary>Takes over what the row says.</summary>
    public void Follow(PublicationRow row, IEnumerable<int> messageIds)
    {
        lock (_lock)
        {
            _messages = [.. messageIds.Select(messageId => new PostReference(channel, messageId))];
            _confirmedSince = null;
            _state = row.State;
            _attempts = row.Attempts;
            _lastError = row.LastError;
            _publishedAt = row.PublishedAt is { } published ? At(published) : null;
            ChatId = row.ChatId;
            DueAt = At(row.DueAt);
            EndsAfter = row.EndsAfter is { } ticks ? TimeSpan.FromTicks(ticks) : null;
            DeliveryBegan = At(row.DeliveryBegan);
            PartsDone = row.PartsDone;
            Fingerprint = row.Fingerprint;
            LastKnownMessageId = row.LastKnownMessageId;
            Error = row.Error;
            EqualTo = row.EqualTo;
            _isCancelAsked = row.IsCancelAsked;
            SendBeganAt = At(row.SendBeganAt);
            BecameUnknownAt = At(row.BecameUnknownAt);
            IsProvedAbsent = row.IsProvedAbsent;
            Stored!.Version = row.Version;
            Stored.WritingVersion = row.Version;
            Stored.HasMedia = row.HasMedia;
            Stored.Messages = _messages.Count;
        }
    }

    /// <summary>Another process has asked to cancel it while it is being sent here: the send under way is finished, and nothing more begins.</summary>
    public void FollowCancelAsked(int version)
    {
        _isCancelAsked = true;
        Stored!.Version = version;
    }

    /// <summary>The row as it would be saved now, without its parts and its version.</summary>
    public PublicationRow ToRow(string botName, DateTimeOffset now)
    {
        lock (_lock)
        {
            return new PublicationRow
            {
                Id = id,
                BotName = botName,
                Channel = channel.ToString(),
                ChatKey = Stored!.ChatKey,
                ChatId = ChatId,
                IdempotencyKey = idempotencyKey,
                Fingerprint = Fingerprint,
                Kind = Kind.Name,
                Tags = Tags.Count == 0 ? null : JsonSerializer.Serialize([.. Tags], StoredJson.Default.StringArray),
                State = _state,
                CreatedAt = CreatedAt.UtcTicks,
                DueAt = DueAt.UtcTicks,
                Action = Action,
                Target = Target,
                EndsAfter = EndsAfter?.Ticks,
                DeliveryBegan = DeliveryBegan.UtcTicks,
                PublishedAt = _publishedAt?.UtcTicks,
                EndedAt = HasEnded ? now.UtcTicks : null,
                SendBeganAt = SendBeganAt.UtcTicks,
                BecameUnknownAt = BecameUnknownAt.UtcTicks,
                Attempts = _attempts,
                PartsDone = PartsDone,
                Error = Error,
                LastError = _lastError,
                LastKnownMessageId = LastKnownMessageId,
                IsProvedAbsent = IsProvedAbsent,
                IsCancelAsked = IsCancelAsked,
                EqualTo = EqualTo,
            };
        }
    }

    private static DateTimeOffset At(long utcTicks) => new(utcTicks, TimeSpan.Zero);
}
