namespace TelegramMarketing;

/// <summary>Why a customer may be written to, in words that stand before a privacy authority. Kept with the invitation.</summary>
public sealed record LegalBasis
{
    /// <summary>The longest explanation, in UTF-16 characters.</summary>
    public const int MaxLength = 1000;

    /// <summary>Creates a legal basis.</summary>
    /// <param name="kind">The ground.</param>
    /// <param name="explanation">When and how it came about: "newsletter form of the shop, ticked on 2026-03-02". 1 to 1,000 characters.</param>
    /// <exception cref="ArgumentException">The explanation is empty or too long.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The kind is none of those defined.</exception>
    public LegalBasis(LegalBasisKind kind, string explanation)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(explanation);
        if (!Enum.IsDefined(kind))
        {
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of legal basis.");
        }

        if (explanation.Length > MaxLength)
        {
            throw new ArgumentException($"An explanation has at most {MaxLength} characters; this one has {explanation.Length}.", nameof(explanation));
        }

        Kind = kind;
        Explanation = explanation.Trim();
    }

    /// <summary>The ground.</summary>
    public LegalBasisKind Kind { get; }

    /// <summary>When and how it came about.</summary>
    public string Explanation { get; }

    /// <summary>The customer has agreed to be written to.</summary>
    /// <inheritdoc cref="LegalBasis(LegalBasisKind, string)" path="/param[@name='explanation']"/>
    public static LegalBasis Consent(string explanation) => new(LegalBasisKind.Consent, explanation);

    /// <summary>The customer buys from the company.</summary>
    /// <inheritdoc cref="LegalBasis(LegalBasisKind, string)" path="/param[@name='explanation']"/>
    public static LegalBasis ExistingCustomer(string explanation) => new(LegalBasisKind.ExistingCustomer, explanation);
}
