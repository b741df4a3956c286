using System.Runtime.CompilerServices;

namespace TelegramMarketing.Publishing;

/// <summary>Collects what a post breaks. Messages name positions and figures, never the post's text, labels or addresses.</summary>
internal sealed class ViolationList
{
    private List<PlanViolation>? _violations;

    public void AddIf(bool broken, string rule, [InterpolatedStringHandlerArgument(nameof(broken))] ref ViolationMessage message)
    {
        if (broken)
        {
            (_violations ??= []).Add(new PlanViolation(rule, message.ToStringAndClear()));
        }
    }

    public IReadOnlyList<PlanViolation> ToList() => _violations is null ? [] : [.. _violations];
}
