namespace TelegramMarketing;

/// <summary>
/// The company's own stickers on Telegram. <see cref="ApplyAsync(StickerSeriesDefinition, StickerPlanOptions, IProgress{StickerProgress}, CancellationToken)"/> brings a whole
/// definition there, and can be called again and again; the other methods change one thing.
/// </summary>
/// <remarks>
/// All wait out 429 and lost connections. Where no clear answer came they look at what stands on Telegram, and do nothing twice.
/// A series belongs to a person who has started the bot; only the bot that made it can change it.
/// </remarks>
public interface IStickerSeries
{
    /// <summary>Checks a definition and all its files against Telegram's rules. Asks Telegram for the bot's own username, and sends nothing.</summary>
    /// <returns>All that is wrong, each with its file and the remedy; empty when nothing is.</returns>
    Task<IReadOnlyList<PlanViolation>> CheckAsync(StickerSeriesDefinition definition, CancellationToken cancellationToken = default);

    /// <summary>Compares a definition with what stands on Telegram. Sends nothing.</summary>
    /// <remarks>
    /// A sticker on Telegram is taken for that of the definition which has its form, pixels and number of bytes; a PNG, which Telegram keeps as a WEBP, for that with its pixels and
    /// first emoji. What remains is paired by the first emoji, in order: that is a changed picture. So a changed picture with exactly as many bytes as before is not noticed.
    /// </remarks>
    /// <param name="definition">What the series should be.</param>
    /// <param name="options">How far to go; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="TelegramMarketingException">
    /// <see cref="TelegramMarketingError.InvalidStickers"/> with everything that is wrong; <see cref="TelegramMarketingError.StickerNameTaken"/> when the series of that name is another one:
    /// of another type, or with another title and not one sticker in common.
    /// </exception>
    Task<StickerSeriesPlan> PlanAsync(StickerSeriesDefinition definition, StickerPlanOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Brings a definition to Telegram: makes the series or completes it, adds new stickers, replaces changed ones, brings them in order. Whatever interrupts it (a kill, a long 429,
    /// an answer that was lost), calling it again completes the work and makes nothing twice.
    /// </summary>
    /// <param name="definition">What the series should be.</param>
    /// <param name="options">How far to go; <see langword="null"/> for the defaults.</param>
    /// <param name="progress">Is told of every thing that is done.</param>
    /// <param name="cancellationToken">Stops before the next thing; what has been done stays.</param>
    /// <returns>The series as it stands afterwards.</returns>
    /// <exception cref="TelegramMarketingException">
    /// As for <see cref="PlanAsync"/>; <see cref="TelegramMarketingError.RecipientUnavailable"/> when the owner has not started the bot; or Telegram said no, or gave no answer again and again.
    /// </exception>
    Task<StickerSeries> ApplyAsync(StickerSeriesDefinition definition, StickerPlanOptions? options = null, IProgress<StickerProgress>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>Does what a plan says, as far as it still stands to be done: Telegram is looked at anew.</summary>
    /// <inheritdoc cref="ApplyAsync(StickerSeriesDefinition, StickerPlanOptions, IProgress{StickerProgress}, CancellationToken)"/>
    /// <param name="plan">The plan.</param>
    /// <param name="progress">Is told of every thing that is done.</param>
    /// <param name="cancellationToken">Stops before the next thing; what has been done stays.</param>
    Task<StickerSeries> ApplyAsync(StickerSeriesPlan plan, IProgress<StickerProgress>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>Reads a series, of this bot or any other.</summary>
    /// <returns>The series; <see langword="null"/> when there is none of that name.</returns>
    Task<StickerSeries?> FindAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Adds a sticker at the end of a series. Adding the same file again changes nothing.</summary>
    /// <param name="name">The series.</param>
    /// <param name="ownerId">The person who owns it.</param>
    /// <param name="sticker">The sticker.</param>
    /// <param name="cancellationToken">Cancels the waiting.</param>
    /// <returns>The series as it stands afterwards.</returns>
    /// <exception cref="TelegramMarketingException"><see cref="TelegramMarketingError.InvalidStickers"/>, <see cref="TelegramMarketingError.StickerSeriesNotFound"/>, or Telegram said no.</exception>
    Task<StickerSeries> AddAsync(string name, long ownerId, Sticker sticker, CancellationToken cancellationToken = default);

    /// <summary>Puts another sticker in the place of one.</summary>
    /// <inheritdoc cref="AddAsync"/>
    /// <param name="existing">The sticker that goes.</param>
    /// <param name="ownerId">The person who owns the series.</param>
    /// <param name="sticker">The sticker that comes.</param>
    /// <param name="cancellationToken">Cancels the waiting.</param>
    Task<StickerSeries> ReplaceAsync(SeriesSticker existing, long ownerId, Sticker sticker, CancellationToken cancellationToken = default);

    /// <summary>Removes a sticker from its series. Where it is gone already, nothing happens.</summary>
    /// <exception cref="TelegramMarketingException">Telegram said no, or gave no answer.</exception>
    Task RemoveAsync(SeriesSticker sticker, CancellationToken cancellationToken = default);

    /// <summary>Brings a sticker to a place in its series.</summary>
    /// <param name="sticker">The sticker.</param>
    /// <param name="position">The place, counted from 0.</param>
    /// <param name="cancellationToken">Cancels the waiting.</param>
    /// <exception cref="TelegramMarketingException">Telegram said no, or gave no answer.</exception>
    Task MoveAsync(SeriesSticker sticker, int position, CancellationToken cancellationToken = default);

    /// <summary>Sets the emoji of a sticker: 1 to 20.</summary>
    /// <exception cref="TelegramMarketingException"><see cref="TelegramMarketingError.InvalidStickers"/>, or Telegram said no.</exception>
    Task SetEmojiAsync(SeriesSticker sticker, IReadOnlyList<string> emoji, CancellationToken cancellationToken = default);

    /// <summary>Sets the keywords of a sticker: at most 20, with 64 characters together; none removes them.</summary>
    /// <exception cref="TelegramMarketingException"><see cref="TelegramMarketingError.InvalidStickers"/>, or Telegram said no.</exception>
    Task SetKeywordsAsync(SeriesSticker sticker, IReadOnlyList<string> keywords, CancellationToken cancellationToken = default);

    /// <summary>Sets where a mask lies on a face; <see langword="null"/> lets Telegram place it.</summary>
    /// <exception cref="TelegramMarketingException">Telegram said no, or gave no answer.</exception>
    Task SetMaskPositionAsync(SeriesSticker sticker, MaskPosition? position, CancellationToken cancellationToken = default);

    /// <summary>Sets the title of a series: 1 to 64 characters.</summary>
    /// <exception cref="TelegramMarketingException"><see cref="TelegramMarketingError.InvalidStickers"/>, or Telegram said no.</exception>
    Task SetTitleAsync(string name, string title, CancellationToken cancellationToken = default);

    /// <summary>Sets a series' own picture; <see langword="null"/> removes it, and Telegram shows the first sticker.</summary>
    /// <param name="name">The series.</param>
    /// <param name="ownerId">The person who owns it.</param>
    /// <param name="thumbnail">As <see cref="StickerSeriesDefinition.Thumbnail"/>.</param>
    /// <param name="cancellationToken">Cancels the waiting.</param>
    /// <exception cref="TelegramMarketingException"><see cref="TelegramMarketingError.InvalidStickers"/>, or Telegram said no.</exception>
    Task SetThumbnailAsync(string name, long ownerId, MediaSource? thumbnail, CancellationToken cancellationToken = default);

    /// <summary>Deletes a series for everybody. Where there is none, nothing happens.</summary>
    /// <exception cref="TelegramMarketingException">Telegram said no, or gave no answer.</exception>
    Task DeleteAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>The public address that adds a series to a person's Telegram: <c>https://t.me/addstickers/…</c>, for custom emoji <c>https://t.me/addemoji/…</c>.</summary>
    /// <exception cref="ArgumentException"><paramref name="name"/> can be no series' name.</exception>
    Uri LinkOf(string name, StickerSeriesType type = StickerSeriesType.Regular);
}
