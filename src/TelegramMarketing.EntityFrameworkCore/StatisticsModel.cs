using Microsoft.EntityFrameworkCore;

namespace TelegramMarketing.EntityFrameworkCore;

/// <summary>The tables of what is collected.</summary>
internal static class StatisticsModel
{
    private const int NameLength = 200;

    public static void Add(ModelBuilder modelBuilder, string? schema)
    {
        modelBuilder.Entity<StatisticsChannelRow>(row =>
        {
            row.ToTable("telegram_statistics_channels", schema);
            row.HasKey(channel => channel.Id);
            row.Property(channel => channel.BotName).HasMaxLength(NameLength);
            row.Property(channel => channel.ChatKey).HasMaxLength(NameLength);
            row.HasIndex(channel => new { channel.BotName, channel.ChatKey }, "IX_telegram_statistics_channels_key").IsUnique();
        });
        modelBuilder.Entity<CollectedPostRow>(row =>
        {
            row.ToTable("telegram_statistics_posts", schema);
            row.HasKey(post => new { post.ChannelId, post.MessageId });
            row.Property(post => post.Kind).HasMaxLength(PostKind.MaxNameLength);
            row.Property(post => post.KindSource).HasConversion<int>();
            row.Property(post => post.Media).HasConversion<int?>();
            row.HasIndex(post => new { post.ChannelId, post.PublishedAt }, "IX_telegram_statistics_posts_published");
        });
        modelBuilder.Entity<ViewReadingRow>(row =>
        {
            row.ToTable("telegram_statistics_views", schema);
            row.HasKey(view => new { view.ChannelId, view.MessageId, view.ObservedAt, view.Source });
            row.Property(view => view.Source).HasMaxLength(NameLength);
            row.Property(view => view.Raw).HasMaxLength(NameLength);
        });
        modelBuilder.Entity<FigureReadingRow>(row =>
        {
            row.ToTable("telegram_statistics_figures", schema);
            row.HasKey(figure => new { figure.ChannelId, figure.MessageId, figure.Figure, figure.ObservedAt });
            row.Property(figure => figure.Figure).HasConversion<int>();
            row.Property(figure => figure.Source).HasMaxLength(NameLength);
            row.Property(figure => figure.Raw).HasMaxLength(NameLength);
        });
        modelBuilder.Entity<MemberChangeRow>(row =>
        {
            row.ToTable("telegram_statistics_members", schema);
            row.HasKey(change => new { change.ChannelId, change.At, change.UpdateId });
        });
        modelBuilder.Entity<CommentThreadRow>(row =>
        {
            row.ToTable("telegram_statistics_threads", schema);
            row.HasKey(thread => new { thread.ChannelId, thread.GroupId, thread.ThreadId });
            row.HasIndex(thread => new { thread.ChannelId, thread.MessageId }, "IX_telegram_statistics_threads_post");
        });
        modelBuilder.Entity<StatisticsGapRow>(row =>
        {
            row.ToTable("telegram_statistics_gaps", schema);
            row.HasKey(gap => new { gap.ChannelId, gap.From, gap.Figures });
            row.Property(gap => gap.Figures).HasConversion<int>();
            row.Property(gap => gap.Reason).HasConversion<int>();
        });
    }
}
