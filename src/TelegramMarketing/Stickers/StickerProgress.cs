namespace TelegramMarketing;

/// <summary>How far <see cref="IStickerSeries"/> has come.</summary>
/// <param name="Done">How many things are done.</param>
/// <param name="Total">How many there are, as far as is known by now.</param>
/// <param name="Action">The one that was done last; <see langword="null"/> at the beginning.</param>
public sealed record StickerProgress(int Done, int Total, StickerAction? Action);
