using TelegramMarketing.Testing.Wire;
using TelegramMarketing.Testing.World;

namespace TelegramMarketing.Testing.Pages;

/// <summary>Answers requests for public pages.</summary>
internal static class PublicPages
{
    public static HttpResponseMessage Respond(TelegramWorld world, Violations violations, ReceivedRequest request) => throw new NotSupportedException("Pages come later.");
}
