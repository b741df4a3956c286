using TelegramMarketing.CrashTest.Time;

namespace TelegramMarketing.CrashTest.Stickers;

/// <summary>What a child is told to do, as one line of JSON.</summary>
internal sealed record StickerOrders
{
    public required Uri Server { get; init; }

    public required string Token { get; init; }

    /// <summary>The name of the series.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    public required StickerSeriesType Type { get; init; }

    public required long OwnerId { get; init; }

    /// <summary>Where the pictures are.</summary>
    public required string Folder { get; init; }

    public required TimeDescription Time { get; init; }
}
