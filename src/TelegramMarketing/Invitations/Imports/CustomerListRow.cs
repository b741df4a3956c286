using System.Diagnostics.CodeAnalysis;

namespace TelegramMarketing;

/// <summary>A row of a customer list: whom to invite, or why it cannot be read.</summary>
public sealed record CustomerListRow
{
    /// <summary>The line of the file, from 1; the header and empty lines count.</summary>
    public required long Line { get; init; }

    /// <summary>Whom to invite; <see langword="null"/> when the row is wrong.</summary>
    public InvitationRequest? Request { get; init; }

    /// <summary>Everything that is wrong with the row, without the values themselves; <see langword="null"/> when it is right.</summary>
    public ImportProblem? Problem { get; init; }

    /// <summary>The row can be invited.</summary>
    [MemberNotNullWhen(true, nameof(Request))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool IsRight => Request is not null;

    /// <summary>The line, without personal data.</summary>
    public override string ToString() => Problem?.ToString() ?? FormattableString.Invariant($"Line {Line}");
}
