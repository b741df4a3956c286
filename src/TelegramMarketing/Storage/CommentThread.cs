namespace TelegramMarketing.Storage;

/// <summary>Where a post is commented on: the thread that its copy begins in the channel's discussion group.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="ThreadId">The copy's message id there, which is the thread's.</param>
/// <param name="MessageId">The post.</param>
internal readonly record struct CommentThread(long GroupId, int ThreadId, int MessageId);
