namespace TelegramMarketing.PublicPages;

/// <summary>What a landing page is about.</summary>
internal enum LandingKind
{
    Channel,
    Group,

    /// <summary>Telegram shows the same page for a person and for a name that nobody has.</summary>
    PersonOrNobody,
    Unclear,
}
