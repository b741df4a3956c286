using System.Text;

namespace TelegramMarketing.Publishing;

/// <summary>The rules for inline keyboards. What Telegram drops silently (too many buttons, empty labels) is a violation here.</summary>
internal static class ButtonRules
{
    /// <summary>Checks the keyboard and returns what of it can be shown.</summary>
    public static IReadOnlyList<IReadOnlyList<PostButton>> Check(IReadOnlyList<IReadOnlyList<PostButton>>? rows, ViolationList violations)
    {
        if (rows is { Count: 0 })
        {
            return [];
        }

        var keyboard = new List<IReadOnlyList<PostButton>>();
        violations.AddIf(rows is null, PlanRules.NullValue, $"{nameof(Post.Buttons)} is null. Leave it out for a post without buttons.");
        for (var row = 0; row < (rows?.Count ?? 0); row++)
        {
            var buttons = CheckRow(rows![row], row + 1, violations);
            if (buttons.Count > 0)
            {
                keyboard.Add(buttons);
            }
        }

        var total = keyboard.Sum(row => row.Count);
        violations.AddIf(
            total > PostLimits.Buttons,
            PlanRules.ButtonCount,
            $"The post has {total} buttons; Telegram drops those after the {PostLimits.Buttons}th. Remove {total - PostLimits.Buttons}.");
        return keyboard;
    }

    private static List<PostButton> CheckRow(IReadOnlyList<PostButton>? row, int number, ViolationList violations)
    {
        var buttons = new List<PostButton>();
        if (row is null)
        {
            violations.AddIf(true, PlanRules.NullValue, $"Row {number} of the buttons is null. Remove it.");
            return buttons;
        }

        violations.AddIf(row.Count == 0, PlanRules.ButtonRowEmpty, $"Row {number} of the buttons is empty. Remove it, or put a button into it.");
        violations.AddIf(
            row.Count > PostLimits.ButtonsInRow,
            PlanRules.ButtonRowLength,
            $"Row {number} has {row.Count} buttons; Telegram drops those after the {PostLimits.ButtonsInRow}th. Move {row.Count - PostLimits.ButtonsInRow} to another row.");
        for (var i = 0; i < row.Count; i++)
        {
            var where = FormattableString.Invariant($"Button {i + 1} of row {number}");
            if (row[i] is { } button)
            {
                CheckButton(button, where, violations);
                buttons.Add(button);
            }
            else
            {
                violations.AddIf(true, PlanRules.NullValue, $"{where} is null. Remove it.");
            }
        }

        return buttons;
    }

    private static void CheckButton(PostButton button, string where, ViolationList violations)
    {
        violations.AddIf(string.IsNullOrWhiteSpace(button.Text), PlanRules.ButtonLabel, $"{where} has an empty label; Telegram drops it. Give it a label.");
        switch (button.Action)
        {
            case PostButtonAction.OpenUrl:
                var fault = WebAddress.FindButtonFault(button.Value);
                violations.AddIf(fault is not null, PlanRules.ButtonUrl, $"The address of {Lower(where)} {fault}.");
                break;
            case PostButtonAction.CopyText:
                var length = CodePoints.Count(button.Value);
                violations.AddIf(
                    length is < 1 or > PostLimits.CopyTextLength,
                    PlanRules.ButtonCopyLength,
                    $"{where} copies {length} characters; Telegram takes 1 to {PostLimits.CopyTextLength}. {(length < 1 ? "Give it a text" : "Shorten it")}.");
                break;
            case PostButtonAction.Callback:
                var bytes = Encoding.UTF8.GetByteCount(button.Value);
                violations.AddIf(
                    bytes is < 1 or > PostLimits.CallbackDataBytes,
                    PlanRules.ButtonDataSize,
                    $"{where} has {bytes} bytes of data; Telegram takes 1 to {PostLimits.CallbackDataBytes} bytes of UTF-8. {(bytes < 1 ? "Give it data" : "Send a key instead, and keep the data yourself")}.");
                break;
        }
    }

    private static string Lower(string where) => char.ToLowerInvariant(where[0]) + where[1..];
}
