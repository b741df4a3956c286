namespace TelegramMarketing.Storage;

/// <summary>Where one bot keeps its state.</summary>
internal interface IBotStorage : IAsyncDisposable
{
    /// <summary>The state ends with the process.</summary>
    bool IsInMemory { get; }

    IPublicationStore Publications { get; }

    IStatisticsStore Statistics { get; }

    ISenderLease Lease { get; }

    /// <summary>Makes sure that the store can be used: creates and upgrades what it needs. Done once; the other members do it themselves when they are used before.</summary>
    /// <exception cref="TelegramMarketingException"><see cref="TelegramMarketingError.StorageUnavailable"/>; the message names the cause and the remedy.</exception>
    Task PrepareAsync(CancellationToken cancellationToken);
}
