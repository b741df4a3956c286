namespace TelegramMarketing.Invitations;

/// <summary>The columns of imported lists.</summary>
internal static class ImportColumn
{
    public const string Customer = "customer";
    public const string Email = "email";
    public const string TelegramId = "telegram_id";
    public const string Language = "language";
    public const string TimeZone = "time_zone";
    public const string LegalBasis = "legal_basis";
    public const string LegalBasisExplanation = "legal_basis_explanation";
    public const string AddressSource = "address_source";
    public const string About = "about";

    /// <summary>Columns by which somebody is known.</summary>
    public static IReadOnlyList<string> OfPeople { get; } = [Customer, Email, TelegramId];

    public static IReadOnlyList<string> OfCustomers { get; } = [.. OfPeople, Language, TimeZone, LegalBasis, LegalBasisExplanation, AddressSource, About];

    /// <summary>The form in which names are compared: <c>E-Mail</c>, <c>Telegram ID</c> and <c>time-zone</c> are known too.</summary>
    public static string Normalize(string name) =>
        string.Concat(name.Where(character => character is not ('_' or '-') && !char.IsWhiteSpace(character))).ToLowerInvariant();
}
