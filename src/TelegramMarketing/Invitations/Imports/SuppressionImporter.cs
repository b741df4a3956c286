using System.Globalization;
using TelegramMarketing.Hosting;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Invitations;

/// <summary>Reads a list of people who are not to be written to, and records it.</summary>
internal sealed class SuppressionImporter(BotContext context, IConsentStore store)
{
    private const int BatchSize = 100;

    private readonly List<OptOut> _batch = [];
    private readonly List<ImportProblem> _problems = [];
    private int _added;
    private int _known;

    public async Task<SuppressionImport> ImportAsync(TextReader csv, CancellationToken cancellationToken)
    {
        await foreach (var row in ImportTable.ReadAsync(csv, ImportColumn.OfPeople, ImportColumn.Customer, cancellationToken).ConfigureAwait(false))
        {
            Take(row);
            if (_batch.Count == BatchSize)
            {
                await RecordAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        await RecordAsync(cancellationToken).ConfigureAwait(false);
        return new() { Added = _added, Known = _known, Problems = _problems };
    }

    /// <summary>Whoever is named rightly by a part of the row is not written to, though another part is wrong.</summary>
    private void Take(ImportRow row)
    {
        if (row.Problem is { } problem)
        {
            Report(row, problem);
            return;
        }

        if (row.Fields.Count == 0)
        {
            Report(row, "The line names nobody.");
            return;
        }

        var optOut = new OptOut
        {
            NewSubject = context.Chance.NextSubject(),
            At = context.Clock.UtcNow,
            Reason = SuppressionReason.Imported,
            Customer = Customer(row),
            Email = Email(row),
            Person = Person(row),
        };
        if (optOut.Named.Count > 0)
        {
            _batch.Add(optOut);
        }
    }

    private CustomerId? Customer(ImportRow row)
    {
        if (row[ImportColumn.Customer] is not { } text)
        {
            return null;
        }

        // In a list of addresses a mistyped one would protect nobody.
        if (text.LastIndexOf('@') > 0 && EmailAddress.Parse(text) is null)
        {
            Report(row, "The customer looks like an e-mail address, and is none of the form name@example.com.");
        }

        if (text.Length > InvitationRequest.MaxCustomerLength)
        {
            Report(row, FormattableString.Invariant($"The customer has {text.Length} characters; at most {InvitationRequest.MaxCustomerLength} are allowed."));
            return null;
        }

        return CustomerId.Parse(text);
    }

    private EmailAddress? Email(ImportRow row)
    {
        if (row[ImportColumn.Email] is not { } text)
        {
            return null;
        }

        if (EmailAddress.Parse(text) is { } email)
        {
            return email;
        }

        Report(row, "The e-mail address is not of the form name@example.com, or longer than 254 characters.");
        return null;
    }

    private long? Person(ImportRow row)
    {
        if (row[ImportColumn.TelegramId] is not { } text)
        {
            return null;
        }

        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var person) && person > 0)
        {
            return person;
        }

        Report(row, "The Telegram id is not a whole number above zero.");
        return null;
    }

    private void Report(ImportRow row, string problem) => _problems.Add(new() { Line = row.Line, Problem = problem });

    private async Task RecordAsync(CancellationToken cancellationToken)
    {
        if (_batch.Count == 0)
        {
            return;
        }

        var news = await store.OptOutAsync(_batch, cancellationToken).ConfigureAwait(false);
        _added += news.Count(isNews => isNews);
        _known += news.Count(isNews => !isNews);
        _batch.Clear();
    }
}
