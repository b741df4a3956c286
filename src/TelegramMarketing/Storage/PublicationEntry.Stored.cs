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

    /// <summary>When the store was told that it had ended; <see langword="null"/> before.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Why what it sends could not be read from the store when that was tried last.</summary>
    public TelegramMarketingException? Unreadable { get; set; }

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
        var post = new Post { Kind = PostKind.Of(row.Kind), Tags = TagsOf(row) };
        var entry = new PublicationEntry(row.Id, ChannelAddress.Parse(row.Channel), post, row.IdempotencyKey, At(row.CreatedAt))
        {
            Stored = new StoredState { ChatKey = row.ChatKey },
            Action = row.Action,
            Target = row.Target,
        };
        entry.Follow(row, messageIds);
        entry.BeginWork();
        return entry;
    }

    /// <summary>What it sends is known.</summary>
    /// <exception cref="TelegramMarketingException">It could not be read from the store.</exception>
    public void EnsureReadable()
    {
        if (Parts is null && Unreadable is { } unreadable)
        {
            throw unreadable;
        }
    }

    /// <summary>What it sends was read from the store.</summary>
    /// <param name="parts">Its parts.</param>
    /// <param name="json">As the row has them; when that has changed meanwhile, they are not taken.</param>
    public void RestoreParts(IReadOnlyList<PlannedMessage> parts, string json)
    {
        lock (_lock)
        {
            if (Parts is null && string.Equals(Stored!.PartsJson, json, StringComparison.Ordinal))
            {
                (Parts, Stored.Parts, Unreadable) = (parts, parts, null);
            }
        }
    }

    /// <summary>
    /// Takes over what the row says. Where it may be another content than was known, the parts are to be restored. Of a send that is under way here, the outcome is known here
    /// alone: whether somebody asked to cancel it, or took it for being in doubt, is no news then.
    /// </summary>
    public void Follow(PublicationRow row, IEnumerable<int> messageIds)
    {
        lock (_lock)
        {
            if (IsClaimed && _state == PublicationState.Sending && row.State is PublicationState.Sending or PublicationState.Unknown
                && row.SendBeganAt == SendBeganAt.UtcTicks && row.Attempts == _attempts && row.PartsDone == PartsDone)
            {
                FollowVersion(row.Version, row.IsCancelAsked);
                return;
            }

            _follows++;

            // Other bytes may be kept under the same name.
            if (row.HasMedia || !string.Equals(row.Parts, Stored!.PartsJson, StringComparison.Ordinal))
            {
                (Parts, ContentFingerprint, Stored!.Parts, Stored.PartsJson) = (null, null, null, row.Parts);
            }

            (Kind, Tags) = (PostKind.Of(row.Kind), TagsOf(row));
            _messages = [.. messageIds.Select(messageId => new PostReference(channel, messageId))];
            _confirmedSince = null;
            _state = row.State;
            _attempts = row.Attempts;
            _lastError = row.LastError;
            _publishedAt = row.PublishedAt is { } published ? At(published) : null;
            ChatId = row.ChatId;
            DueAt = At(row.DueAt);
            EndedAt = row.EndedAt is { } ended ? At(ended) : null;
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
            Stored.Version = row.Version;
            Stored.WritingVersion = row.Version;
            Stored.HasMedia = row.HasMedia;
            Stored.Messages = _messages.Count;
        }
    }

    /// <summary>
    /// Another process has changed the row, but what became of the send is known here alone and stands. If the other has asked to cancel, nothing more begins.
    /// </summary>
    public void FollowVersion(int version, bool isCancelAsked)
    {
        lock (_lock)
        {
            _isCancelAsked |= isCancelAsked;
            Stored!.Version = version;
            Stored.WritingVersion = version;
        }
    }

    /// <summary>No other process was found to have changed it since <see cref="ToRow"/> told this.</summary>
    public bool IsCurrent(int follows)
    {
        lock (_lock)
        {
            return _follows == follows;
        }
    }

    /// <summary>A change is about to be written.</summary>
    /// <param name="follows">What <see cref="ToRow"/> told when the change was made.</param>
    /// <returns>The version of the row that it builds upon; <see langword="null"/> when another process has changed the row since.</returns>
    public int? BeginWrite(int follows)
    {
        lock (_lock)
        {
            if (_follows != follows)
            {
                return null;
            }

            Stored!.WritingVersion = Stored.Version + 1;
            return Stored.Version;
        }
    }

    /// <summary>The row as it would be saved now, without its parts and its version, the messages that belong to it, and by which <see cref="BeginWrite"/> knows whether it still stands.</summary>
    public (PublicationRow Row, int[] MessageIds, int Follows) ToRow(string botName, DateTimeOffset now)
    {
        lock (_lock)
        {
            var row = new PublicationRow
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
            return (row, MessageIds, _follows);
        }
    }

    private static string[] TagsOf(PublicationRow row) => row.Tags is null ? [] : JsonSerializer.Deserialize(row.Tags, StoredJson.Default.StringArray)!;

    private static DateTimeOffset At(long utcTicks) => new(utcTicks, TimeSpan.Zero);
}
