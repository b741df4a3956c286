using Microsoft.EntityFrameworkCore;
using TelegramMarketing.EntityFrameworkCore;
using TelegramMarketing.Storage;

namespace TelegramMarketing;

/// <summary>Puts TelegramMarketing's tables into a model.</summary>
public static class TelegramMarketingModelBuilderExtensions
{
    private const int NameLength = 200;

    /// <summary>
    /// Adds the tables <c>telegram_publications</c>, <c>telegram_messages</c>, <c>telegram_media</c>, <c>telegram_chats</c>, <c>telegram_leases</c> and those of the statistics,
    /// <c>telegram_statistics_…</c>. Call it in <c>OnModelCreating</c>, add a migration, and register the context with <c>UseDbContext</c>.
    /// </summary>
    /// <param name="modelBuilder">The model of the host's context.</param>
    /// <param name="schema">The schema of the tables.</param>
    /// <returns>The same model builder.</returns>
    /// <remarks>After an upgrade of this package add a migration again: tables and columns may have been added.</remarks>
    public static ModelBuilder AddTelegramMarketing(this ModelBuilder modelBuilder, string? schema = null)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.Entity<PublicationRow>(row =>
        {
            row.ToTable("telegram_publications", schema);
            row.HasKey(publication => publication.Id);
            row.Property(publication => publication.Id).ValueGeneratedNever();
            row.Property(publication => publication.BotName).HasMaxLength(NameLength);
            row.Property(publication => publication.Channel).HasMaxLength(NameLength);
            row.Property(publication => publication.ChatKey).HasMaxLength(NameLength);
            row.Property(publication => publication.IdempotencyKey).HasMaxLength(NameLength);
            row.Property(publication => publication.Fingerprint).HasMaxLength(64);
            row.Property(publication => publication.Kind).HasMaxLength(PostKind.MaxNameLength);
            row.Property(publication => publication.Action).HasConversion<int>();
            row.Property(publication => publication.State).HasConversion<int>();
            row.Property(publication => publication.Error).HasConversion<int>();
            row.Property(publication => publication.Version).IsConcurrencyToken();
            row.HasIndex(publication => new { publication.BotName, publication.ChatKey, publication.IdempotencyKey }, "IX_telegram_publications_key").IsUnique();
            row.HasIndex(publication => new { publication.BotName, publication.State, publication.DueAt, publication.Id }, "IX_telegram_publications_due");
            row.HasIndex(publication => new { publication.BotName, publication.CreatedAt, publication.Id }, "IX_telegram_publications_created");
            row.HasIndex(publication => new { publication.BotName, publication.EndedAt }, "IX_telegram_publications_ended");
        });
        modelBuilder.Entity<MessageRow>(row =>
        {
            row.ToTable("telegram_messages", schema);
            row.HasKey(message => new { message.PublicationId, message.Ordinal });
            row.Property(message => message.BotName).HasMaxLength(NameLength);
            row.Property(message => message.ChatKey).HasMaxLength(NameLength);
            row.HasIndex(message => new { message.BotName, message.ChatKey, message.MessageId }, "IX_telegram_messages_message");
            row.HasOne<PublicationRow>().WithMany().HasForeignKey(message => message.PublicationId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<MediaChunkRow>(row =>
        {
            row.ToTable("telegram_media", schema);
            row.HasKey(chunk => new { chunk.PublicationId, chunk.Source, chunk.Ordinal });
            row.HasOne<PublicationRow>().WithMany().HasForeignKey(chunk => chunk.PublicationId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<ChatRow>(row =>
        {
            row.ToTable("telegram_chats", schema);
            row.HasKey(chat => new { chat.BotName, chat.ChatKey });
            row.Property(chat => chat.BotName).HasMaxLength(NameLength);
            row.Property(chat => chat.ChatKey).HasMaxLength(NameLength);
        });
        modelBuilder.Entity<LeaseRow>(row =>
        {
            row.ToTable("telegram_leases", schema);
            row.HasKey(lease => lease.BotName);
            row.Property(lease => lease.BotName).HasMaxLength(NameLength);
            row.Property(lease => lease.Owner).HasMaxLength(NameLength);
        });
        StatisticsModel.Add(modelBuilder, schema);
        InvitationModel.Add(modelBuilder, schema);
        return modelBuilder;
    }
}
