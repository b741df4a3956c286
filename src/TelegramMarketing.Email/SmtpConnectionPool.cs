using System.Collections.Concurrent;
using TelegramMarketing.Time;

namespace TelegramMarketing.Email;

/// <summary>At most so many connections at once, each used again while it stands.</summary>
internal sealed class SmtpConnectionPool(Clock clock, EmailOptions options) : IDisposable, IAsyncDisposable
{
    private readonly SemaphoreSlim _slots = new(options.Connections);
    private readonly ConcurrentStack<SmtpConnection> _idle = new();
    private volatile bool _isDisposed;

    /// <summary>Waits until one of the connections may be used; <see cref="Leave"/> lets the next one in.</summary>
    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        await _slots.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public void Leave() => _slots.Release();

    /// <summary>A connection that stands: an idle one, or a new one.</summary>
    /// <param name="fresh">Only a new one.</param>
    /// <param name="isInternational">See <see cref="SmtpConnection.IsInternational"/>; such a one is always new, and used once.</param>
    /// <param name="cancellationToken">Cancels the connecting.</param>
    public async Task<SmtpConnection> TakeAsync(bool fresh, bool isInternational, CancellationToken cancellationToken)
    {
        while (!fresh && !isInternational && _idle.TryPop(out var idle))
        {
            if (await IsAliveAsync(idle, cancellationToken).ConfigureAwait(false))
            {
                return idle;
            }

            idle.Dispose();
        }

        var connection = new SmtpConnection(clock, options, isInternational);
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Gives a connection back, for the next message if it still stands.</summary>
    public void Return(SmtpConnection connection)
    {
        if (!connection.IsOpen || _isDisposed)
        {
            connection.Dispose();
            return;
        }

        _idle.Push(connection);
        if (_isDisposed)
        {
            Dispose();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _isDisposed = true;
        while (_idle.TryPop(out var connection))
        {
            await connection.CloseAsync().ConfigureAwait(false);
        }
    }

    // The slots are not disposed: a send that is under way still leaves.
    public void Dispose()
    {
        _isDisposed = true;
        while (_idle.TryPop(out var connection))
        {
            connection.Dispose();
        }
    }

    private static async Task<bool> IsAliveAsync(SmtpConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            return await connection.IsAliveAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
