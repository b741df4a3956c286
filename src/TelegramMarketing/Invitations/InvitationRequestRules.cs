namespace TelegramMarketing.Invitations;

/// <summary>What an <see cref="InvitationRequest"/> must hold.</summary>
internal static class InvitationRequestRules
{
    /// <exception cref="ArgumentException">With everything that is wrong, and without the customer's id.</exception>
    public static void Check(InvitationRequest request, InvitationTexts texts)
    {
        ArgumentNullException.ThrowIfNull(request);
        var failures = Failures(request, texts).ToList();
        if (failures.Count > 0)
        {
            throw new ArgumentException($"The invitation's request is wrong. {string.Join(" ", failures)}", nameof(request));
        }
    }

    /// <summary>Everything that is wrong, without the customer's id.</summary>
    /// <param name="request">The request.</param>
    /// <param name="texts">The texts there are; <see langword="null"/> where they are not known, so that any language will do.</param>
    public static IEnumerable<string> Failures(InvitationRequest request, InvitationTexts? texts) =>
        ((IEnumerable<string?>)
        [
            request.Channel is null ? "Channel is missing." : null,
            Required(nameof(request.Customer), request.Customer, InvitationRequest.MaxCustomerLength, "the host's own id of the customer"),
            request.LegalBasis is null ? "LegalBasis is missing: say why the customer may be written to." : null,
            Required(nameof(request.AddressSource), request.AddressSource, InvitationRequest.MaxNoteLength, "where the customer's address was obtained"),
            Optional(nameof(request.Campaign), request.Campaign),
            Optional(nameof(request.About), request.About),
            texts is null || texts.TryFind(request.Language, out _) ? null : $"Language must be one of {string.Join(", ", texts.Languages)}; add others to InvitationOptions.Texts.",
            Enum.IsDefined(request.Link) ? null : $"Link must be one of {string.Join(", ", Enum.GetNames<InvitationLinkKind>())}.",
            request.ValidFor <= TimeSpan.Zero ? "ValidFor must be more than zero, or null for a link that does not expire." : null,
            request.EmailAddress is not null && EmailAddress.Parse(request.EmailAddress) is null ? "EmailAddress is not an e-mail address of the form name@example.com, or longer than 254 characters." : null,
            request.TelegramUserId <= 0 ? "TelegramUserId must be more than zero: a person's id, not a chat's." : null,
        ]).OfType<string>();

    private static string? Required(string name, string? value, int maxLength, string meaning) =>
        string.IsNullOrWhiteSpace(value) ? $"{name} is missing: {meaning}."
        : value.Trim().Length > maxLength ? $"{name} has {value.Trim().Length} characters; at most {maxLength} are allowed."
        : null;

    private static string? Optional(string name, string? value) =>
        value is null ? null
        : string.IsNullOrWhiteSpace(value) ? $"{name} is empty; leave it null instead."
        : value.Length > InvitationRequest.MaxNoteLength ? $"{name} has {value.Length} characters; at most {InvitationRequest.MaxNoteLength} are allowed."
        : null;
}
