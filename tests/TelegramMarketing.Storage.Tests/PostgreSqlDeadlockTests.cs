using Npgsql;
using TelegramMarketing.Storage.Tests.Contracts;
using TelegramMarketing.Storage.Tests.Providers;

namespace TelegramMarketing.Storage.Tests;

/// <summary>A unit of work that PostgreSQL has rolled back since it stood in another's way, or that another one has overtaken, is done again, and is not told to the host as a store that fails.</summary>
public sealed class PostgreSqlDeadlockTests : InvitationContract<PostgreSqlProvider>
{
    // Two lists that name an address under different customers lock the rows in different orders, whatever the order within each list.
    [SkippableFact]
    public async Task OptOuts_InADeadlockWithAnotherProcess_AreDoneAgain()
    {
        var storage = Open();
        foreach (var customer in (string[])["ann", "ben", "cleo"])
        {
            await WinAsync(storage, Claim(customer));
        }

        await using var first = await BeginAsync("ben");
        await using var second = await BeginAsync("cleo");
        var optingOut = storage.Consent.OptOutAsync([OptOut("ann"), OptOut("ben"), OptOut("cleo")], default);
        await WaitersAsync(1, optingOut);

        // The other one waits for Ann's row, and only then does ours come to wait for Cleo's: whoever closes the ring is the one that is rolled back.
        var other = LockAsync(second, "ann");
        await WaitersAsync(2, optingOut);
        await ExecuteAsync(first, "ROLLBACK");
        await other;
        await ExecuteAsync(second, "COMMIT");

        (await optingOut).Should().Equal(true, true, true);
        (await EventsAsync(storage)).Count(entry => entry.Kind == ConsentEventKind.OptedOut).Should().Be(3);
    }

    [SkippableTheory]
    [InlineData("40P01")]
    [InlineData("40001")]
    public async Task Work_RolledBackByTheDatabase_IsDoneAgain(string state)
    {
        var storage = Open();
        var won = await WinAsync(storage, Claim("ann"));
        await FailFirstAsync(state, times: 4);

        (await storage.Consent.AppendAsync(Event(won, ConsentEventKind.BotStarted, updateId: 1), default)).Should().BeTrue();

        (await EventsAsync(storage)).Select(entry => entry.Kind).Should().Equal(ConsentEventKind.Invited, ConsentEventKind.BotStarted);
    }

    [SkippableTheory]
    [InlineData("40P01", 5)]
    [InlineData("53200", 1)]
    [InlineData("08006", 1)]
    public async Task Work_RolledBackAgainAndAgainOrFailedOtherwise_IsToldAsAStoreThatFails(string state, int times)
    {
        var storage = Open();
        var won = await WinAsync(storage, Claim("ann"));
        await FailFirstAsync(state, times);

        var append = () => storage.Consent.AppendAsync(Event(won, ConsentEventKind.BotStarted, updateId: 1), default);

        (await append.Should().ThrowAsync<TelegramMarketingException>()).Which.Error.Should().Be(TelegramMarketingError.StorageUnavailable);
        (await append()).Should().BeTrue();
    }

    [SkippableFact]
    public async Task Events_AtOnceWithAnotherProcess_AreBothCounted()
    {
        var storage = Open();
        var won = await WinAsync(storage, Claim("ann"));
        await using var other = await ConnectAsync();
        await ExecuteAsync(other, $"""BEGIN; UPDATE telegram_invitations SET "Reached" = "Reached" | {1 << (int)ConsentEventKind.Delivered}""");
        var starting = storage.Consent.AppendAsync(Event(won, ConsentEventKind.BotStarted, updateId: 1), default);
        await WaitersAsync(1, starting, "telegram_invitations");
        await ExecuteAsync(other, "COMMIT");

        (await starting).Should().BeTrue();
        var counts = await storage.Invitations.CountAsync(Channel, null, default);
        (counts[ConsentEventKind.Delivered], counts[ConsentEventKind.BotStarted]).Should().Be((1, 1));
        (await EventsAsync(storage)).Select(entry => entry.Kind).Should().Equal(ConsentEventKind.Invited, ConsentEventKind.BotStarted);
    }

    /// <summary>Lets the database refuse the first changes of invitations as it would a deadlock. What a sequence has counted is not rolled back.</summary>
    private async Task FailFirstAsync(string state, int times)
    {
        await using var connection = await ConnectAsync();
        await ExecuteAsync(connection, $"""
            CREATE SEQUENCE attempts;
            CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $body$
            BEGIN
                IF nextval('attempts') <= {times} THEN RAISE EXCEPTION 'rolled back' USING ERRCODE = '{state}'; END IF;
                RETURN NEW;
            END $body$;
            CREATE TRIGGER fail BEFORE UPDATE ON telegram_invitations FOR EACH ROW EXECUTE FUNCTION fail();
            """);
    }

    /// <summary>Another process, which has a customer's row. It is not the one that looks for deadlocks.</summary>
    private async Task<NpgsqlConnection> BeginAsync(string customer)
    {
        var connection = await ConnectAsync();
        await ExecuteAsync(connection, "SET deadlock_timeout = '10min'; BEGIN");
        await LockAsync(connection, customer);
        return connection;
    }

    private static Task LockAsync(NpgsqlConnection connection, string customer) =>
        ExecuteAsync(connection, $"""UPDATE telegram_consent_identities SET "IsOwn" = "IsOwn" WHERE lower("Value") = '{customer}'""");

    private async Task<NpgsqlConnection> ConnectAsync()
    {
        var connection = new NpgsqlConnection(Provider.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>Waits until so many transactions stand before a row of this test's schema that another one has.</summary>
    private async Task WaitersAsync(int count, Task work, string table = "telegram_consent_identities")
    {
        var waiting = $"""
            SELECT count(DISTINCT held.pid) FROM pg_locks held
            JOIN pg_locks wanted ON wanted.pid = held.pid AND NOT wanted.granted
            WHERE held.relation = '{table}'::regclass
            """;
        await using var connection = await ConnectAsync();
        await using var command = new NpgsqlCommand(waiting, connection);
        while (await command.ExecuteScalarAsync() is long waiters && waiters < count)
        {
            work.IsCompleted.Should().BeFalse("it stands before a row, but: {0}", work.Exception);
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
