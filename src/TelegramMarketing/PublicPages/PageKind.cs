namespace TelegramMarketing.PublicPages;

/// <summary>The kinds of page that are read.</summary>
internal enum PageKind
{
    Preview,
    Embed,
    Landing,
}
