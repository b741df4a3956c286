using System.Diagnostics.CodeAnalysis;
using TelegramMarketing.Invitations;

namespace TelegramMarketing;

/// <summary>What customers read, by language. English, Italian, Spanish, Russian and Arabic are there; a host can replace them and add others.</summary>
public sealed class InvitationTexts
{
    private readonly Dictionary<string, InvitationText> _texts = new(BuiltInInvitationTexts.All, StringComparer.OrdinalIgnoreCase);

    /// <summary>The languages there are, sorted.</summary>
    public IReadOnlyList<string> Languages => [.. _texts.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The text for a language. <c>es-MX</c> is answered by its own text where there is one, else by that of <c>es</c>.</summary>
    /// <param name="language">An IETF tag, whatever its case.</param>
    /// <exception cref="ArgumentException">
    /// Set: the tag is empty, or the text lacks a mandatory part; the message lists everything that is wrong. Get: there is no text for the language.
    /// </exception>
    public InvitationText this[string language]
    {
        get => TryFind(language, out var text)
            ? text
            : throw new ArgumentException($"There is no invitation text for this language. There is {string.Join(", ", Languages)}; add others to InvitationOptions.Texts.", nameof(language));
        set
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(language);
            ArgumentNullException.ThrowIfNull(value);
            var failures = InvitationTextRules.Check(value);
            if (failures.Count > 0)
            {
                throw new ArgumentException($"The invitation text for '{language}' is not complete. {string.Join(" ", failures)}", nameof(value));
            }

            _texts[language.Trim()] = value;
        }
    }

    /// <summary>The text for a language, where there is one.</summary>
    /// <param name="language">An IETF tag, whatever its case; none for <see langword="null"/>.</param>
    /// <param name="text">The text.</param>
    public bool TryFind(string? language, [NotNullWhen(true)] out InvitationText? text)
    {
        text = null;
        var tag = language?.Trim();
        while (!string.IsNullOrEmpty(tag))
        {
            if (_texts.TryGetValue(tag, out text))
            {
                return true;
            }

            var end = tag.LastIndexOf('-');
            tag = end < 0 ? null : tag[..end];
        }

        return false;
    }
}
