using System.Globalization;

namespace TelegramMarketing.Storage;

/// <summary>Who a subject of the ledger is.</summary>
internal sealed record SubjectRecord(Guid Id, IReadOnlyList<IdentityRow> Identities, IReadOnlyList<SuppressionRow> Suppressions)
{
    public string Customer => First(IdentityKind.Customer) ?? "";

    public string? EmailAddress => First(IdentityKind.Email);

    /// <summary>The customer's own Telegram id, where it is known.</summary>
    public long? TelegramUserId => First(IdentityKind.Telegram) is { } text ? long.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>The customer wants no more invitations, or none by this means.</summary>
    public bool IsSuppressed(string? transport = null) => Suppressions.Any(row => row.Transport.Length == 0 || row.Transport == transport);

    private string? First(IdentityKind kind) => Identities.FirstOrDefault(row => row.Kind == kind && row.IsOwn)?.Text;
}
