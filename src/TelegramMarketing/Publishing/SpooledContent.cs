namespace TelegramMarketing.Publishing;

/// <summary>
/// A stream of the host, read once and kept. One reading at a time, shared by all who wait for it; it pauses between two reads when
/// nobody does any more, and the next caller goes on with it. A read that is under way is never cancelled, since its bytes could be lost.
/// </summary>
internal sealed class SpooledContent(Stream stream) : MediaContent
{
    private const int ReadSize = 80 * 1024;

    private readonly Lock _lock = new();
    private readonly Spool _spool = new();
    private Stream? _stream = stream;
    private Task? _reading;
    private int _waiters;
    private volatile MediaFacts? _facts;

    public override ContentVersion Version => new(_spool.Length, 0);

    public override async Task<MediaFacts> InspectAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Task reading;
            lock (_lock)
            {
                if (_facts is { } facts)
                {
                    return facts;
                }

                _waiters++;
                reading = _reading ??= Task.Run(ReadAsync, CancellationToken.None);
            }

            try
            {
                await reading.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                lock (_lock)
                {
                    _waiters--;
                }
            }
        }
    }

    public override Stream OpenRead(MediaSource source) => _facts switch
    {
        null => throw new InvalidOperationException("The stream has not been read yet. Inspect the source first."),
        { Failure: { } failure } => throw Unavailable(source, PlanRules.MediaUnreadable, $"cannot be read: its stream failed ({failure.GetType().Name}). Hand over a new stream.", failure),
        _ => _spool.OpenRead(),
    };

    private async Task ReadAsync()
    {
        MediaFacts? facts;
        try
        {
            facts = await ReadToEndAsync().ConfigureAwait(false) ? await InspectSpoolAsync().ConfigureAwait(false) : null;
        }
#pragma warning disable CA1031 // Whatever a stream of the host throws is the answer, now and later.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _spool.Clear();
            facts = new MediaFacts { Failure = exception };
        }

        lock (_lock)
        {
            _facts = facts;
            _reading = null;
            _stream = facts is null ? _stream : null;
        }
    }

    private async Task<bool> ReadToEndAsync()
    {
        var buffer = new byte[ReadSize];
        while (IsAwaited())
        {
            var read = await _stream!.ReadAsync(buffer).ConfigureAwait(false);
            if (read == 0)
            {
                return true;
            }

            await _spool.AppendAsync(buffer.AsMemory(0, read)).ConfigureAwait(false);
        }

        return false;
    }

    private async Task<MediaFacts> InspectSpoolAsync()
    {
        var spooled = _spool.OpenRead();
        await using (spooled.ConfigureAwait(false))
        {
            return new MediaFacts { Length = _spool.Length, Pixels = await ImageHeader.ReadAsync(spooled, CancellationToken.None).ConfigureAwait(false) };
        }
    }

    private bool IsAwaited()
    {
        lock (_lock)
        {
            return _waiters > 0;
        }
    }
}
