using TelegramMarketing.Statistics;

namespace TelegramMarketing.Storage;

/// <summary>A post and its view counter over time, earliest first.</summary>
internal readonly record struct PostViews(CollectedPost Post, ViewPoint[] Views);
