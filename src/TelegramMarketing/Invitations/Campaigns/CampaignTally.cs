namespace TelegramMarketing.Invitations.Campaigns;

/// <summary>Counts what a campaign does, and tells it on, at most once a second.</summary>
internal sealed class CampaignTally(TelegramMarketing.Time.Clock clock, IProgress<CampaignProgress>? progress)
{
    private static readonly TimeSpan _spacing = TimeSpan.FromSeconds(1);
    private readonly Lock _lock = new();
    private CampaignProgress _current = new();
    private long _toldAt = clock.Timestamp;

    public CampaignProgress Current
    {
        get
        {
            lock (_lock)
            {
                return _current;
            }
        }
    }

    public void Count(Func<CampaignProgress, CampaignProgress> change, bool tellNow = false)
    {
        lock (_lock)
        {
            _current = change(_current);
            if (progress is not null && (tellNow || clock.Elapsed(_toldAt) >= _spacing))
            {
                // Under the lock, so that what is told never goes back.
                _toldAt = clock.Timestamp;
                progress.Report(_current);
            }
        }
    }

    public void Refuse(InvitationRefusal refusal) => Count(current =>
    {
        var refused = new Dictionary<InvitationRefusal, long>(current.Refused);
        refused[refusal] = refused.GetValueOrDefault(refusal) + 1;
        return current with { Refused = refused };
    });

    /// <summary>An invitation waits; the earliest of all counts.</summary>
    public void WaitUntil(DateTimeOffset moment) =>
        Count(current => current with { WaitingUntil = current.WaitingUntil is { } earlier && earlier < moment ? earlier : moment });
}
