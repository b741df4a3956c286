using System.Globalization;
using System.Text.RegularExpressions;

namespace TelegramMarketing.Invitations;

/// <summary>Makes a request of a row of a customer list.</summary>
internal sealed partial class CustomerListReading
{
    private static readonly Dictionary<string, LegalBasisKind> _kinds =
        Enum.GetValues<LegalBasisKind>().ToDictionary(kind => ImportColumn.Normalize(kind.ToString()), StringComparer.Ordinal);

    private readonly List<string> _failures = [];
    private readonly ImportRow _row;
    private readonly InvitationRequest _template;

    private CustomerListReading(ImportRow row, InvitationRequest template) => (_row, _template) = (row, template);

    public static CustomerListRow Read(ImportRow row, InvitationRequest template)
    {
        var reading = new CustomerListReading(row, template);
        return row.Problem is null && reading.Request() is { } request
            ? new() { Line = row.Line, Request = request }
            : new() { Line = row.Line, Problem = new() { Line = row.Line, Problem = row.Problem ?? string.Join(" ", reading._failures) } };
    }

    private InvitationRequest? Request()
    {
        var request = _template with
        {
            Customer = _row[ImportColumn.Customer] ?? _row[ImportColumn.Email] ?? "",
            EmailAddress = _row[ImportColumn.Email],
            TelegramUserId = Person(),
            Language = Language(),
            TimeZone = Zone(),
            LegalBasis = Basis()!,
            AddressSource = _row[ImportColumn.AddressSource] ?? _template.AddressSource,
            About = _row[ImportColumn.About] ?? _template.About,
        };
        _failures.AddRange(InvitationRequestRules.Failures(request, texts: null));
        return _failures.Count == 0 ? request : null;
    }

    private long? Person()
    {
        if (_row[ImportColumn.TelegramId] is not { } text)
        {
            return null;
        }

        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var person))
        {
            return person;
        }

        _failures.Add($"{ImportColumn.TelegramId} is not a whole number above zero.");
        return null;
    }

    private string Language()
    {
        var language = _row[ImportColumn.Language] ?? _template.Language;
        if (language is null || !LanguageTag().IsMatch(language))
        {
            _failures.Add($"{ImportColumn.Language} is not an IETF tag such as it or es-MX.");
        }

        return language ?? "";
    }

    private TimeZoneInfo? Zone()
    {
        if (_row[ImportColumn.TimeZone] is not { } name)
        {
            return _template.TimeZone;
        }

        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId)
        {
            return zone;
        }

        _failures.Add($"{ImportColumn.TimeZone} is not an IANA time zone such as Europe/Rome.");
        return null;
    }

    /// <summary>The row's ground and words; what it doesn't say is the template's, but never the words for another ground.</summary>
    private LegalBasis? Basis()
    {
        var (name, explanation) = (_row[ImportColumn.LegalBasis], _row[ImportColumn.LegalBasisExplanation]);
        if (name is null && explanation is null)
        {
            return _template.LegalBasis;
        }

        LegalBasisKind? kind = name is null ? _template.LegalBasis?.Kind : _kinds.TryGetValue(ImportColumn.Normalize(name), out var known) ? known : null;
        if (kind is not { } ground)
        {
            _failures.Add($"{ImportColumn.LegalBasis} must be consent, existing_customer, legitimate_interest, request or other.");
            return _template.LegalBasis;
        }

        explanation ??= _template.LegalBasis?.Kind == ground ? _template.LegalBasis.Explanation : null;
        if (explanation is null or { Length: > LegalBasis.MaxLength })
        {
            _failures.Add(explanation is null
                ? $"{ImportColumn.LegalBasisExplanation} is missing: when and how the legal basis came about."
                : FormattableString.Invariant($"{ImportColumn.LegalBasisExplanation} has {explanation.Length} characters; at most {LegalBasis.MaxLength} are allowed."));
            return _template.LegalBasis ?? new LegalBasis(ground, "-");
        }

        return new(ground, explanation);
    }

    [GeneratedRegex(@"\A[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\z")]
    private static partial Regex LanguageTag();
}
