namespace TelegramMarketing;

/// <summary>
/// What happened to invitations: events are added to it and never changed, but for what an erasure takes out of them. It answers who may be invited, who consented to what and
/// when, and what is kept about one person.
/// </summary>
public interface IConsentLedger
{
    /// <summary>Whether a customer may be invited now, and if not, why. Nothing is recorded; between the answer and the invitation it can change.</summary>
    /// <param name="request">The invitation that would be created.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <exception cref="ArgumentException">The request is wrong; the message lists everything that is.</exception>
    /// <exception cref="TelegramMarketingException">Telegram knows no such channel, or cannot be reached.</exception>
    Task<InvitationVerdict> CheckAsync(InvitationRequest request, CancellationToken cancellationToken = default);

    /// <summary>Events, oldest first.</summary>
    /// <param name="invitation">Only those of this invitation; <see langword="null"/> for all.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    IAsyncEnumerable<ConsentEvent> ListAsync(Guid? invitation = null, CancellationToken cancellationToken = default);

    /// <summary>Events, oldest first: who consented to what, and when.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <exception cref="TelegramMarketingException">Telegram knows no such channel, or cannot be reached.</exception>
    IAsyncEnumerable<ConsentEvent> ListAsync(ConsentFilter filter, CancellationToken cancellationToken = default);

    /// <summary>The events of one customer, over all channels, oldest first; none for a customer who isn't known.</summary>
    /// <param name="customer">The host's id of the customer; see <see cref="InvitationRequest.Customer"/>.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    IAsyncEnumerable<ConsentEvent> ListForCustomerAsync(string customer, CancellationToken cancellationToken = default);

    /// <summary>Who a subject is; <see langword="null"/> for one who is not known, or has been erased.</summary>
    /// <param name="subject">See <see cref="ConsentEvent.Subject"/>.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    Task<ConsentSubject?> FindSubjectAsync(Guid subject, CancellationToken cancellationToken = default);

    /// <summary>The wording behind a hash, with placeholders where the personal addresses stood; <see langword="null"/> when none with this hash was shown.</summary>
    /// <param name="hash">See <see cref="ConsentEvidence.WordingHash"/>.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    Task<string?> FindWordingAsync(string hash, CancellationToken cancellationToken = default);

    /// <summary>Whether the customer has opted out of all invitations, complained, or been erased.</summary>
    /// <param name="customer">The host's id of the customer; see <see cref="InvitationRequest.Customer"/>. An e-mail address is compared with those that are known too.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    Task<bool> HasOptedOutAsync(string customer, CancellationToken cancellationToken = default);

    /// <summary>
    /// Writes everything that is kept about one customer, as JSON in UTF-8: who they are, whether they have opted out, their invitations, events, and the wordings they were shown.
    /// It answers a request for access (GDPR, article 15).
    /// </summary>
    /// <param name="customer">The host's id of the customer; see <see cref="InvitationRequest.Customer"/>.</param>
    /// <param name="utf8Json">Where to write; it is left open.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    /// <returns>Whether anything is kept; if not, an empty document was written.</returns>
    Task<bool> ExportAsync(string customer, Stream utf8Json, CancellationToken cancellationToken = default);

    /// <summary>
    /// Erases a customer (GDPR, article 17): who they are is deleted, and what could tell it is taken out of their events, which stay as anonymous counts. Keyed hashes remain, so that
    /// they are not invited again; a customer who was never invited is only put on that list.
    /// </summary>
    /// <param name="customer">The host's id of the customer; see <see cref="InvitationRequest.Customer"/>.</param>
    /// <param name="cancellationToken">Cancels the erasure before it is done.</param>
    /// <returns>Whether the customer was known.</returns>
    /// <exception cref="TelegramMarketingException">
    /// <see cref="TelegramMarketingError.StorageUnavailable"/>: it could not be done, or not out of all files; the message says which. Repeating it is harmless.
    /// </exception>
    Task<bool> EraseAsync(string customer, CancellationToken cancellationToken = default);

    /// <summary>
    /// Puts people on the list of those who are not written to, from CSV with a header line that names <c>customer</c>, <c>email</c> or <c>telegram_id</c>, in any order and case; other columns are not
    /// read. A file with one column and without such a name is a list of customer ids or e-mail addresses. Commas, semicolons and tabs are told apart by themselves.
    /// </summary>
    /// <param name="csv">The text, at its beginning; it is left open. Of a file in UTF-8: <c>File.OpenText(path)</c>.</param>
    /// <param name="cancellationToken">Ends the import; what was recorded stays. Repeating an import is harmless.</param>
    /// <returns>How many were added, and what could not be read, by line.</returns>
    /// <exception cref="ArgumentException">The first line names none of the columns, or one twice.</exception>
    /// <exception cref="TelegramMarketingException"><see cref="TelegramMarketingError.StorageUnavailable"/>: it could not be done to the end.</exception>
    Task<SuppressionImport> ImportSuppressionsAsync(TextReader csv, CancellationToken cancellationToken = default);
}
