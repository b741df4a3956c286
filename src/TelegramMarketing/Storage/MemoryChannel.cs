namespace TelegramMarketing.Storage;

/// <summary>What is kept in memory of one channel. Not safe for use by several threads at once.</summary>
internal sealed class MemoryChannel
{
    private const int MemberCap = 100_000;
    private readonly SortedDictionary<int, MemoryPost> _posts = [];
    private readonly MemoryFigures _own = new(cap: 20_000);
    private readonly Dictionary<int, MemoryFigures> _orphans = [];
    private readonly SortedSet<(DateTimeOffset At, int UpdateId, bool HasJoined)> _members = [];

    private readonly Dictionary<(long Group, int Thread), int> _threads = [];

    public CollectedChannel State { get; private set; } = new(null, null);

    public List<StatisticsGap> Gaps { get; } = [];

    public void Apply(StatisticsChange change)
    {
        State = new CollectedChannel(change.LookedAt > State.LookedAt || State.LookedAt is null ? change.LookedAt ?? State.LookedAt : State.LookedAt, change.CoveredFrom ?? State.CoveredFrom);
        foreach (var post in change.Posts)
        {
            if (_posts.TryGetValue(post.MessageId, out var known))
            {
                known.Post = post;
            }
            else
            {
                _orphans.Remove(post.MessageId, out var figures);
                _posts.Add(post.MessageId, new MemoryPost(post, figures));
            }
        }

        foreach (var view in change.Views)
        {
            _posts.GetValueOrDefault(view.MessageId)?.Views.TryAdd((view.Reading.ObservedAt, view.Reading.Source), view.Reading);
        }

        foreach (var figure in change.Figures)
        {
            FiguresFor(figure.MessageId).Add(figure);
        }

        foreach (var member in change.Members)
        {
            _members.Add((member.At, member.UpdateId, member.HasJoined));
            if (_members.Count > MemberCap)
            {
                _members.Remove(_members.Min);
            }
        }

        foreach (var thread in change.Threads)
        {
            _threads[(thread.GroupId, thread.ThreadId)] = thread.MessageId;
        }

        Gaps.RemoveAll(gap => change.Gaps.Any(other => other.From == gap.From && other.Figures == gap.Figures));
        Gaps.AddRange(change.Gaps);
    }

    public MemoryPost? Find(int messageId) =>
        _posts.GetValueOrDefault(messageId) ?? _posts.Values.FirstOrDefault(post => post.Post.Holds(messageId));

    public IEnumerable<MemoryPost> PostsOf(DateTimeOffset from, DateTimeOffset to) => _posts.Values.Where(post => post.Post.PublishedAt >= from && post.Post.PublishedAt < to);

    public IEnumerable<FigureReading> FiguresOf(int messageId) =>
        messageId == FigureReading.OfChannel ? _own.All : Find(messageId)?.Figures.All ?? _orphans.GetValueOrDefault(messageId)?.All ?? [];

    public MemberCount CountMembers(DateTimeOffset from, DateTimeOffset to)
    {
        var (joined, left) = (0L, 0L);
        foreach (var member in _members.Where(member => member.At >= from && member.At < to))
        {
            (joined, left) = member.HasJoined ? (joined + 1, left) : (joined, left + 1);
        }

        return new(joined, left);
    }

    public int? FindThread(long groupId, int threadId) => _threads.TryGetValue((groupId, threadId), out var messageId) ? messageId : null;

    public void Forget(int messageId)
    {
        if (!_posts.Remove(messageId, out var post))
        {
            return;
        }

        foreach (var thread in _threads.Where(thread => post.Post.Holds(thread.Value)).ToArray())
        {
            _threads.Remove(thread.Key);
        }
    }

    public void ForgetBefore(DateTimeOffset before)
    {
        _own.ForgetBefore(before);
        _members.RemoveWhere(member => member.At < before);
        Gaps.RemoveAll(gap => gap.To < before);
    }

    private MemoryFigures FiguresFor(int messageId)
    {
        if (messageId == FigureReading.OfChannel)
        {
            return _own;
        }

        if (Find(messageId) is { } post)
        {
            return post.Figures;
        }

        return _orphans.TryGetValue(messageId, out var figures) ? figures : _orphans[messageId] = new MemoryFigures(MemoryPost.FigureCap);
    }
}
