using TelegramMarketing.BotApi;

namespace TelegramMarketing.Storage;

/// <summary>
/// The ledger's row of one publication. Its sender changes it and saves it; readers take a <see cref="Snapshot"/>. Intent is saved before a
/// send, the outcome after it.
/// </summary>
internal sealed partial class PublicationEntry(Guid id, ChannelAddress channel, Post post, string? idempotencyKey, DateTimeOffset createdAt)
{
    private readonly Lock _lock = new();
    private volatile IReadOnlyList<PostReference> _messages = [];
    private SortedSet<int>? _confirmedSince;
    private volatile PublicationState _state = PublicationState.Scheduled;
    private int _attempts;
    private volatile bool _isCancelAsked;
    private int _isClaimed;
    private int _follows;
    private int _workBegan;
    private string? _lastError;
    private DateTimeOffset? _publishedAt;

    public Guid Id => id;

    public ChannelAddress Channel => channel;

    public string? IdempotencyKey => idempotencyKey;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public PostKind Kind { get; private set; } = post.Kind;

    public IReadOnlyList<string> Tags { get; private set; } = post.Tags;

    /// <summary>What happens at its time.</summary>
    public PublicationAction Action { get; init; }

    /// <summary>The publication that is edited or deleted.</summary>
    public Guid? Target { get; init; }

    /// <summary>How long after the publication of the target it is due; <see langword="null"/> for a fixed time.</summary>
    public TimeSpan? EndsAfter { get; set; }

    /// <summary>When Telegram dated its first message.</summary>
    public DateTimeOffset? PublishedAt => _publishedAt;

    /// <summary>What is sent, in order; <see langword="null"/> once it has ended and needs no memory, or while it could not be read from the store.</summary>
    public IReadOnlyList<PlannedMessage>? Parts { get; set; }

    /// <summary>When it was last asked for; the grace period runs from here.</summary>
    public DateTimeOffset DeliveryBegan { get; set; } = createdAt;

    /// <summary>How many of the parts Telegram has confirmed.</summary>
    public int PartsDone { get; private set; }

    /// <summary>What its key stands for; <see langword="null"/> once it was edited. Without a key, what tells equal posts apart from others, computed when it is needed.</summary>
    public string? Fingerprint { get; set; }

    /// <summary>What tells equal posts apart from others, edited or not; computed when it is needed, and not stored.</summary>
    public string? ContentFingerprint { get; set; }

    /// <summary>The highest message id known in the channel when the send in doubt began; 0 when none was.</summary>
    public int LastKnownMessageId { get; private set; }

    /// <summary>Why it was refused or held, for the callers that ask again.</summary>
    public TelegramMarketingError Error { get; private set; }

    /// <summary>The publication that is Unknown or Held and equal to this one.</summary>
    public Guid? EqualTo { get; set; }

    /// <summary>The first message that Telegram confirmed.</summary>
    public int? FirstMessageId => _messages is [var first, ..] ? first.MessageId : null;

    /// <summary>How many messages Telegram has confirmed.</summary>
    public int MessageCount => _messages.Count;

    /// <summary>The state that telemetry has counted last; Scheduled when none since it was asked for.</summary>
    public PublicationState ReportedState { get; set; }

    /// <summary>It is among those that telemetry shows as waiting.</summary>
    public bool IsWaiting { get; set; }

    /// <summary>The next of them.</summary>
    public PublicationEntry? NextWaiting { get; set; }

    /// <summary>The one before.</summary>
    public PublicationEntry? PreviousWaiting { get; set; }

    /// <summary>Somebody asked to cancel it while it was waiting.</summary>
    public bool IsCancelAsked => _isCancelAsked;

    public PublicationState State => _state;

    /// <summary>It has ended: nothing will be sent for it any more unless a caller asks again by its key.</summary>
    public bool HasEnded => State is PublicationState.Published or PublicationState.Rejected or PublicationState.Missed or PublicationState.Cancelled;

    /// <summary>When the latest send began.</summary>
    public DateTimeOffset SendBeganAt { get; private set; }

    /// <summary>When the send in doubt was given up.</summary>
    public DateTimeOffset BecameUnknownAt { get; private set; }

    /// <summary>Our own later messages leave no id for the one in doubt: it is not there.</summary>
    public bool IsProvedAbsent { get; private set; }

    /// <summary>The id of a confirmed message.</summary>
    public int MessageIdAt(int index) => _messages[index].MessageId;

    /// <summary>Whoever works on it claims it first.</summary>
    /// <returns>Whether nobody did so far.</returns>
    public bool TryClaim() => Interlocked.CompareExchange(ref _isClaimed, 1, 0) == 0;

    /// <summary>Somebody works on it.</summary>
    public bool IsClaimed => Volatile.Read(ref _isClaimed) != 0;

    /// <summary>Whoever has claimed it is done with it.</summary>
    public void Unclaim() => Volatile.Write(ref _isClaimed, 0);

    /// <summary>
    /// Whoever works on it decides from here on by what is known of it now. When another process turns out to have changed it meanwhile, the work is void: what that one has
    /// recorded stands.
    /// </summary>
    public void BeginWork()
    {
        lock (_lock)
        {
            _workBegan = _follows;
        }
    }

    /// <summary>Another process has changed it since the work began.</summary>
    public bool IsOvertaken
    {
        get
        {
            lock (_lock)
            {
                return _follows != _workBegan;
            }
        }
    }

    /// <summary>Does something with it, if nobody is at it.</summary>
    /// <returns>Whether nobody was.</returns>
    public Task<bool> TryClaimedAsync(Func<PublicationEntry, Task> work) => TryClaimedAsync(async () =>
    {
        await work(this).ConfigureAwait(false);
        return true;
    });

    /// <summary>Does something with it, if nobody is at it.</summary>
    /// <returns>Whether nobody was, and it was done.</returns>
    public async Task<bool> TryClaimedAsync(Func<Task<bool>> work)
    {
        if (!TryClaim())
        {
            return false;
        }

        try
        {
            return await work().ConfigureAwait(false);
        }
        finally
        {
            Unclaim();
        }
    }

    /// <summary>Asks to cancel it. One that waits for its turn is Cancelled from now on; one that is being sent stops before its next part; one in doubt is not sent again.</summary>
    public void AskToCancel(string reason)
    {
        lock (_lock)
        {
            _isCancelAsked |= !HasEnded;
            if (_state == PublicationState.Scheduled)
            {
                (_state, Error, _lastError) = (PublicationState.Cancelled, TelegramMarketingError.Other, reason);
            }
        }
    }

    /// <summary>It has ended without being published, and a caller asks for it again by its key.</summary>
    public void BeginAgain(DateTimeOffset now)
    {
        lock (_lock)
        {
            // Another process may be the sender, for which it would be too late.
            DueAt = now;
            (_isCancelAsked, EqualTo) = (false, null);
            (_state, Error, _lastError) = (PublicationState.Scheduled, TelegramMarketingError.Other, null);
        }
    }

    /// <exception cref="OperationCanceledException">It was cancelled before.</exception>
    /// <exception cref="TelegramMarketingException">Another process has changed it since the work began.</exception>
    public void BeginSend(int lastKnownMessageId, DateTimeOffset now)
    {
        lock (_lock)
        {
            if (_follows != _workBegan)
            {
                throw PublicationChangedException.Failure(id);
            }

            if (_isCancelAsked)
            {
                throw new OperationCanceledException("The publication was cancelled in the ledger.");
            }

            SendBeganAt = now;
            IsProvedAbsent = false;
            _confirmedSince = null;
            _state = PublicationState.Sending;
            _attempts++;
            LastKnownMessageId = lastKnownMessageId;
        }
    }

    /// <summary>Telegram has confirmed the part under way.</summary>
    /// <returns>Whether it is still ours to go on with: else another process has changed it since the work began, and what that one has recorded stands.</returns>
    public bool CompletePart(SentMessages sent, bool isLast)
    {
        lock (_lock)
        {
            if (_follows != _workBegan)
            {
                return false;
            }

            // Never changed in place, since snapshots share it.
            _messages = _messages.Count == 0 && sent.MessageIds is [var only]
                ? [new PostReference(channel, only)]
                : [.. _messages, .. sent.MessageIds.Select(messageId => new PostReference(channel, messageId))];
            PartsDone++;
            ChatId = sent.ChatId;
            _publishedAt ??= sent.Date;
            _lastError = null;
            _state = isLast ? PublicationState.Published : PublicationState.Scheduled;
            return true;
        }
    }

    /// <summary>The send in doubt never arrived: it is to be sent again.</summary>
    /// <returns>Whether it is still ours to go on with, as in <see cref="CompletePart"/>.</returns>
    public bool LeaveDoubt()
    {
        lock (_lock)
        {
            if (_follows != _workBegan)
            {
                return false;
            }

            (_state, Error, _lastError) = (PublicationState.Scheduled, TelegramMarketingError.Other, null);
            return true;
        }
    }

    /// <summary>It will publish something else. Before anything of it was sent.</summary>
    public void Replace(Post replacement, IReadOnlyList<PlannedMessage> parts)
    {
        lock (_lock)
        {
            (Kind, Tags, Parts, Fingerprint, ContentFingerprint) = (replacement.Kind, replacement.Tags, parts, null, null);
        }
    }

    /// <summary>The answer to the send never came.</summary>
    public void BecomeUnknown(string reason, DateTimeOffset now)
    {
        if (MoveTo(PublicationState.Unknown, TelegramMarketingError.OutcomeUnknown, reason))
        {
            BecameUnknownAt = now;
        }
    }

    /// <summary>
    /// While this one is in doubt, another message of ours was confirmed. A channel's ids follow one another: when a send that began after the
    /// horizon was confirmed, and every id up to its own is known, the one in doubt has none.
    /// </summary>
    public void NoteConfirmed(IReadOnlyList<int> messageIds, bool beganAfterHorizon)
    {
        lock (_lock)
        {
            _confirmedSince ??= [];
            _confirmedSince.UnionWith(messageIds.Where(id => id > LastKnownMessageId));
            IsProvedAbsent |= beganAfterHorizon && LastKnownMessageId > 0 && _confirmedSince.Count == _confirmedSince.Max - LastKnownMessageId;
        }
    }

    /// <summary>It comes into another state. One that has ended stays as it is.</summary>
    /// <returns>Whether it had not ended.</returns>
    public bool MoveTo(PublicationState state, TelegramMarketingError error, string? lastError)
    {
        lock (_lock)
        {
            if (HasEnded)
            {
                return false;
            }

            (_state, Error, _lastError) = (state, error, lastError);
            return true;
        }
    }

    /// <summary>The end of a post has been made. Whoever cancelled it meanwhile came too late.</summary>
    public void CompleteEnd()
    {
        lock (_lock)
        {
            (_state, Error, _lastError) = (PublicationState.Published, TelegramMarketingError.Other, null);
        }
    }

    public Publication Snapshot()
    {
        lock (_lock)
        {
            return new Publication
            {
                Id = id,
                Channel = channel,
                State = _state,
                Action = Action,
                Target = Target,
                Kind = Kind,
                Tags = Tags,
                IdempotencyKey = idempotencyKey,
                Messages = _messages,
                CreatedAt = CreatedAt,
                DueAt = DueAt,
                PublishedAt = _publishedAt,
                Attempts = _attempts,
                LastError = _lastError,
            };
        }
    }
}
