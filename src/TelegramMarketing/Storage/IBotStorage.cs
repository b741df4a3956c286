namespace TelegramMarketing.Storage;

/// <summary>Where one bot keeps its state.</summary>
internal interface IBotStorage : IAsyncDisposable
{
    /// <summary>The state ends with the process.</summary>
    bool IsInMemory { get; }

    IPublicationStore Publications { get; }

    IStatisticsStore Statistics { get; }

    /// <summary>Invitations can be kept: a durable store needs <see cref="InvitationOptions.SuppressionKey"/> for them.</summary>
    bool KeepsInvitations { get; }

    /// <summary>Invitations. Without <see cref="KeepsInvitations"/> every use fails and names the remedy.</summary>
    IInvitationStore Invitations { get; }

    /// <inheritdoc cref="Invitations"/>
    IConsentStore Consent { get; }

    ISenderLease Lease { get; }

    /// <summary>Makes sure that the store can be used: creates and upgrades what it needs. Done once; the other members do it themselves when they are used before.</summary>
    /// <exception cref="TelegramMarketingException"><see cref="TelegramMarketingError.StorageUnavailable"/>; the message names the cause and the remedy.</exception>
    Task PrepareAsync(CancellationToken cancellationToken);
}
