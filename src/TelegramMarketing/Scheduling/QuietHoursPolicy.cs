namespace TelegramMarketing;

/// <summary>What becomes of a post that falls into <see cref="QuietHours"/>. One that goes out late, in quiet hours that it was not planned for, makes no sound in any case.</summary>
public enum QuietHoursPolicy
{
    /// <summary>It goes out at its time, without a sound.</summary>
    Silence,

    /// <summary>It goes out when the quiet hours end.</summary>
    Move,
}
