using TelegramMarketing.Storage;

namespace TelegramMarketing.Invitations;

/// <summary>Puts the reasons for which nobody is written to into words.</summary>
internal static class InvitationPolicy
{
    public static InvitationVerdict ToVerdict(InvitationClaim claim) => claim.Refusal is { } refusal
        ? new() { Refusal = refusal, Reason = Explain(refusal, claim), NotBefore = claim.NotBefore, Earlier = claim.Earlier?.Id }
        : new();

    public static TelegramMarketingException Refuse(InvitationClaim claim) =>
        new(TelegramMarketingError.InvitationRefused, Explain(claim.Refusal!.Value, claim)) { Refusal = claim.Refusal, NotBefore = claim.NotBefore };

    public static TelegramMarketingException Refuse(InvitationRefusal refusal, DateTimeOffset? notBefore = null) => Refuse(new InvitationClaim { Refusal = refusal, NotBefore = notBefore });

    public static TelegramMarketingException RefuseTransport(string transport) => new(
        TelegramMarketingError.InvitationRefused,
        transport == Transports.Telegram ? "The customer has stopped or blocked the bot." : $"The customer is not written to by '{transport}': an earlier message came back, or they have opted out of it.")
    {
        Refusal = InvitationRefusal.OptedOut,
    };

    /// <summary>The end of the quiet hours where the customer is; <see langword="null"/> when it is no quiet hour.</summary>
    public static DateTimeOffset? EndOfQuiet(QuietHours? hours, TimeZoneInfo? zone, DateTimeOffset now)
    {
        if (hours is null)
        {
            return null;
        }

        var local = zone is null ? hours : new QuietHours(hours.From, hours.To, zone);
        return local.Contains(now) ? local.EndOf(now) : null;
    }

    private static string Explain(InvitationRefusal refusal, InvitationClaim claim) => refusal switch
    {
        InvitationRefusal.OptedOut => "The customer has opted out of invitations.",
        InvitationRefusal.InvitedAlready => FormattableString.Invariant($"The customer was invited to this channel already, by invitation {claim.Earlier!.Id} of {claim.Earlier.CreatedAt:yyyy-MM-dd}."),
        InvitationRefusal.CoolingOff => FormattableString.Invariant($"The customer was invited to another channel on {claim.Earlier!.CreatedAt:yyyy-MM-dd} and is left in peace until {claim.NotBefore:yyyy-MM-dd HH:mm} UTC (Invitations.CoolingOff)."),
        InvitationRefusal.QuietHours => FormattableString.Invariant($"It is a quiet hour where the customer is, until {claim.NotBefore:yyyy-MM-dd HH:mm zzz} (Invitations.QuietHours)."),
        InvitationRefusal.DailyLimit => "As many invitations as Invitations.DailyLimit permits were sent in the last 24 hours.",
        InvitationRefusal.Expired => "The invitation has expired.",
        InvitationRefusal.DeliveredAlready => "The invitation was delivered already, or is being delivered, or may have been: it is not sent twice.",
        _ => refusal.ToString(),
    };
}
