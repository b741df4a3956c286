using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using TelegramMarketing.EntityFrameworkCore;
using TelegramMarketing.Storage.Tests.Providers;

namespace TelegramMarketing.Storage.Tests.Contracts;

/// <summary>What a store does that upgrades itself.</summary>
public abstract class MigratedStoreContract<TProvider> : StoreContract<TProvider>
    where TProvider : StoreProvider, new()
{
    /// <summary>A publication as the first version of the tables kept it.</summary>
    private const string Row = """
        INSERT INTO telegram_publications ("Id", "BotName", "Channel", "ChatKey", "ChatId", "IdempotencyKey", "Kind", "Tags", "State", "CreatedAt", "DueAt", "DeliveryBegan",
            "SendBeganAt", "BecameUnknownAt", "Attempts", "PartsDone", "Error", "LastKnownMessageId", "IsProvedAbsent", "IsCancelAsked", "Parts", "HasMedia", "Version")
        VALUES ('01956FAF-4C00-7000-8000-000000000001', '', '@myshop', '@myshop', 0, 'order-1', 'Promotion', '["spring"]', 0, 639000000000000000, 639000000000000000, 639000000000000000,
            0, 0, 0, 0, 0, 0, false, false, '[{"text":"\u003Cb\u003ENew\u003C/b\u003E"}]', false, 1)
        """;

    [SkippableFact]
    public async Task Prepare_DatabaseOfEachEarlierMigration_IsUpgradedAndKeepsItsRows()
    {
        Open();
        string[] known;
        await using (var db = Provider.CreateContext())
        {
            known = [.. db.Database.GetMigrations()];
        }

        foreach (var migration in known)
        {
            await using var provider = new TProvider();
            await using (var db = provider.CreateContext())
            {
                await db.GetService<IMigrator>().MigrateAsync(migration);
                await ExecuteAsync(db, Row);
            }

            var entry = await provider.Open().Publications.FindAsync(Guid.Parse("01956FAF-4C00-7000-8000-000000000001"), default);

            entry!.Parts.Should().ContainSingle().Which.Text.Should().Be(PostText.TrustedHtml("<b>New</b>"));
            entry.Snapshot().Should().BeEquivalentTo(new { Kind = PostKind.Promotion, Tags = (string[])["spring"], IdempotencyKey = "order-1", State = PublicationState.Scheduled }, options => options.ExcludingMissingMembers());
        }
    }

    [SkippableFact]
    public void Model_WithoutANewMigration_HasNotChanged()
    {
        Open();
        using var db = Provider.CreateContext();

        db.Database.HasPendingModelChanges().Should().BeFalse("a change of the tables needs a migration");
    }

    [SkippableFact]
    public async Task Prepare_StoreOfANewerVersion_SaysSo()
    {
        await Open().PrepareAsync(default);
        await using var db = Provider.CreateContext();
        await ExecuteAsync(db, """INSERT INTO telegram_migrations ("MigrationId", "ProductVersion") VALUES ('29990101000000_Later', '99.0.0')""");

        var prepare = () => Open().PrepareAsync(default);

        (await prepare.Should().ThrowAsync<TelegramMarketingException>().WithMessage("*newer version*29990101000000_Later*Update the package*"))
            .Which.Error.Should().Be(TelegramMarketingError.StorageUnavailable);
    }

    [SkippableFact]
    public async Task FindDueAndFindByMessage_AreLookUpsInAnIndex()
    {
        await Open().PrepareAsync(default);
        await using var db = Provider.CreateContext();

        (await PlanAsync(db, PublicationStore.Due(db, "", 1, null).Take(10))).Should().Contain("IX_telegram_publications_due").And.NotContain("TEMP B-TREE");
        (await PlanAsync(db, PublicationStore.ByKey(db, "", Shop, "order-1"))).Should().Contain("IX_telegram_publications_key");
        (await PlanAsync(db, PublicationStore.ByMessage(db, "", Shop, 1))).Should().Contain("IX_telegram_messages_message").And.Contain("telegram_publications");
    }

    [SkippableFact]
    public async Task PageOfStatistics_IsALookUpInAnIndexWithoutSorting()
    {
        await Open().PrepareAsync(default);
        await using var db = Provider.CreateContext();

        var plan = await PlanAsync(db, StatisticsStore.Page(db, 1, 0, 1, 100).Take(20));

        plan.Should().NotContain("TEMP B-TREE").And.NotContain("Sort").And.NotContain("IX_telegram_statistics_posts_published");
    }

    [SkippableFact]
    public async Task LookUpsOfACustomer_AreInAnIndexOfTheirOwn()
    {
        await Open().PrepareAsync(default);
        await using var db = Provider.CreateContext();
        Guid[] subjects = [Guid.Empty, new(1, 0, 0, new byte[8])];
        for (var number = 0; number < 500; number++)
        {
            var identity = new Identity(IdentityKind.Customer, $"C-{number}", $"c-{number}");
            var subject = new Guid(number, 0, 0, new byte[8]);
            db.Add(IdentityRow.Create(identity, subject));
            db.Add(new InvitationRow { Id = subject, Subject = subject, ChannelId = -1001, Campaign = "spring", CreatedAt = number, IsComplete = true, Token = identity.Value, ClaimKey = identity.Value });
            db.Add(new ConsentEventRow { Subject = subject, Invitation = subject, ChannelId = -1001 });
        }

        await db.SaveChangesAsync();
        await ExecuteAsync(db, "ANALYZE");

        Identity[] names = [new(IdentityKind.Customer, "C-1", "c-1"), new(IdentityKind.Email, "a@b.c", "a@b.c")];
        (await PlanAsync(db, RelationalInvitationTables.Named(db, "", names))).Should().MatchRegex("Value.{0,12}=").And.NotContain("_subject").And.NotContain("Filter");
        (await PlanAsync(db, RelationalInvitationTables.IdentitiesOf(db, "", subjects))).Should().Contain("IX_telegram_consent_identities_subject").And.MatchRegex("Subject.{0,12}=");
        (await PlanAsync(db, RelationalInvitationTables.InvitationsOf(db, "", subjects))).Should().Contain("IX_telegram_invitations_subject").And.MatchRegex("Subject.{0,12}=");
        (await PlanAsync(db, RelationalInvitationTables.EventsOf(db, "", new EventFilter { Subjects = subjects }, 0))).Should().Contain("IX_telegram_consent_events_subject");
        (await PlanAsync(db, RelationalInvitationTables.Open(db, "", "spring", -1001, 1, 0, Guid.Empty).Take(10)))
            .Should().Contain("IX_telegram_invitations_open").And.NotContain("TEMP B-TREE").And.NotContain("Sort");
    }

    private protected abstract string Explain { get; }

    private static async Task ExecuteAsync(DbContext db, string sql)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private async Task<string> PlanAsync<TRow>(DbContext db, IQueryable<TRow> query)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = query.CreateDbCommand();
        command.CommandText = Explain + command.CommandText;
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(string.Join(' ', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
        }

        return string.Join('\n', lines);
    }
}
