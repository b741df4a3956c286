namespace TelegramMarketing;

/// <summary>A rule of Telegram's that a post or a series of stickers breaks, found before anything is sent.</summary>
/// <param name="Rule">A stable name of the rule, such as <c>caption-length</c>.</param>
/// <param name="Message">What is wrong with which value, and the remedy.</param>
public sealed record PlanViolation(string Rule, string Message);
