namespace TelegramMarketing;

/// <summary>On what ground a customer is written to.</summary>
public enum LegalBasisKind
{
    /// <summary>The customer has agreed to be written to.</summary>
    Consent,

    /// <summary>The customer buys from the company, which writes about similar goods or services.</summary>
    ExistingCustomer,

    /// <summary>The company's legitimate interest, weighed against the customer's.</summary>
    LegitimateInterest,

    /// <summary>The customer has asked for this invitation.</summary>
    Request,

    /// <summary>Another ground, as the explanation says.</summary>
    Other,
}
