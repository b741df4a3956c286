namespace TelegramMarketing.Invitations;

/// <summary>A customer's id as the host gave it. Equal without surrounding spaces and whatever the case.</summary>
internal readonly struct CustomerId : IEquatable<CustomerId>
{
    private readonly string? _text;

    private CustomerId(string text) => _text = text;

    public static CustomerId Parse(string customer)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(customer);
        var text = customer.Trim();
        return text.Length <= InvitationRequest.MaxCustomerLength
            ? new(text)
            : throw new ArgumentException($"A customer's id has at most {InvitationRequest.MaxCustomerLength} characters; this one has {text.Length}.", nameof(customer));
    }

    /// <summary>As it was given, without surrounding spaces.</summary>
    public string Text => _text ?? "";

    public bool Equals(CustomerId other) => string.Equals(Text, other.Text, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object? obj) => obj is CustomerId other && Equals(other);

    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Text);

    /// <summary>Says nothing, so that no log line can hold it by accident.</summary>
    public override string ToString() => "customer";
}
