namespace TelegramMarketing.Invitations;

/// <summary>A token that is cancelled by a time-out or with another token.</summary>
internal sealed class PatienceSource(CancellationTokenSource timeout, CancellationToken cancellationToken) : IDisposable
{
    private readonly CancellationTokenSource _linked = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);

    public CancellationToken Token => _linked.Token;

    public void Dispose()
    {
        _linked.Dispose();
        timeout.Dispose();
    }
}
