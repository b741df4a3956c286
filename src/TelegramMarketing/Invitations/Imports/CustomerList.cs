using System.Runtime.CompilerServices;
using TelegramMarketing.Invitations;

namespace TelegramMarketing;

/// <summary>Reads lists of customers to invite, as shops and spreadsheets write them.</summary>
public static class CustomerList
{
    /// <summary>
    /// Reads a list from CSV, row by row, so that its length doesn't matter. The first line names the columns, in any order and case: <c>customer</c> or <c>email</c> or both, and any of
    /// <c>telegram_id</c>, <c>language</c>, <c>time_zone</c> (an IANA name such as <c>Europe/Rome</c>), <c>legal_basis</c> (<c>consent</c>, <c>existing_customer</c>, <c>legitimate_interest</c>,
    /// <c>request</c>, <c>other</c>), <c>legal_basis_explanation</c>, <c>address_source</c> and <c>about</c>. Others are not read. Commas, semicolons and tabs are told apart by themselves.
    /// </summary>
    /// <param name="csv">The text, at its beginning; it is left open. Of a file in UTF-8: <c>File.OpenText(path)</c>.</param>
    /// <param name="template">
    /// What holds where the list says nothing: the channel, the campaign, and the value of every column that is missing or empty. Its <see cref="InvitationRequest.Customer"/>,
    /// <see cref="InvitationRequest.EmailAddress"/> and <see cref="InvitationRequest.TelegramUserId"/> are not used.
    /// </param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>
    /// Every row with its line: a request, or what is wrong. A row without a customer's id has its e-mail address for it. Customers that stand in the list twice are all returned: that they are invited
    /// once is seen to when they are invited. Whether there is a text for a language as well.
    /// </returns>
    /// <exception cref="ArgumentException">The first line names none of the columns by which a customer is known, or one column twice.</exception>
    public static IAsyncEnumerable<CustomerListRow> ReadAsync(TextReader csv, InvitationRequest template, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(csv);
        ArgumentNullException.ThrowIfNull(template);
        return ReadRowsAsync(csv, template, cancellationToken);
    }

    private static async IAsyncEnumerable<CustomerListRow> ReadRowsAsync(TextReader csv, InvitationRequest template, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in ImportTable.ReadAsync(csv, ImportColumn.OfCustomers, listColumn: null, cancellationToken).ConfigureAwait(false))
        {
            yield return CustomerListReading.Read(row, template);
        }
    }
}
