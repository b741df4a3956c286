using TelegramMarketing;

namespace EditorialCalendar;

/// <summary>A post of the plan.</summary>
/// <param name="Key">By this it is scheduled once, however often the program starts. It stays the same when the time changes.</param>
/// <param name="At">When it is to go out.</param>
/// <param name="Post">What.</param>
internal sealed record PlannedPost(string Key, DateTimeOffset At, Post Post)
{
    /// <summary>The first line, by which an editor knows it.</summary>
    public string Title => Post.Text!.PlainText.Split('\n')[0];
}
