namespace TelegramMarketing.Publishing;

/// <summary>The ids that Telegram gave to one media source, for each bot and kind, as long as its bytes stay the same.</summary>
internal sealed class FileIdCache
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Bot, PostMediaKind Kind), string> _ids = [];
    private ContentVersion? _version;

    /// <summary>Bytes of this version are about to be uploaded; ids of any other are forgotten.</summary>
    public void Opened(ContentVersion version)
    {
        lock (_lock)
        {
            if (_version != version)
            {
                _ids.Clear();
                _version = version;
            }
        }
    }

    public string? Find(string bot, PostMediaKind kind, ContentVersion version)
    {
        lock (_lock)
        {
            return _version == version ? _ids.GetValueOrDefault((bot, kind)) : null;
        }
    }

    /// <summary>Keeps the id, unless the bytes have changed since they were opened.</summary>
    public void Remember(string bot, PostMediaKind kind, string fileId, ContentVersion version)
    {
        lock (_lock)
        {
            if (_version == version)
            {
                _ids[(bot, kind)] = fileId;
            }
        }
    }

    /// <summary>What a bot has, to be kept; <see langword="null"/> when it has nothing.</summary>
    public (ContentVersion Version, IReadOnlyDictionary<PostMediaKind, string> Ids)? Export(string bot)
    {
        lock (_lock)
        {
            return _version is { } version && _ids.Count > 0
                ? (version, _ids.Where(id => id.Key.Bot == bot).ToDictionary(id => id.Key.Kind, id => id.Value))
                : null;
        }
    }

    /// <summary>Takes back what was kept.</summary>
    public void Import(string bot, ContentVersion version, IReadOnlyDictionary<PostMediaKind, string> ids)
    {
        lock (_lock)
        {
            _version = version;
            foreach (var (kind, fileId) in ids)
            {
                _ids[(bot, kind)] = fileId;
            }
        }
    }
}
