using Microsoft.Data.Sqlite;
using TelegramMarketing.EntityFrameworkCore;
using TelegramMarketing.Sqlite;
using TelegramMarketing.Storage.Tests.Contracts;
using TelegramMarketing.Storage.Tests.Providers;

namespace TelegramMarketing.Storage.Tests;

/// <summary>Each way in which a file can fail is told with what helps.</summary>
public sealed class SqliteFailureTests : StoreContract<SqliteProvider>
{
    [Fact]
    public async Task Prepare_DirectoryThatDoesNotExist_NamesIt()
    {
        var prepare = () => new SqliteDatabase("/no/such/place/marketing.db").PrepareAsync(default);

        await prepare.Should().ThrowAsync<TelegramMarketingException>().WithMessage("The directory '/no/such/place' of the store does not exist. Create it*");
    }

    [Fact]
    public async Task Prepare_ADirectory_SaysSo()
    {
        Open();
        Directory.CreateDirectory(Provider.FilePath);

        var prepare = () => Open().PrepareAsync(default);

        await prepare.Should().ThrowAsync<TelegramMarketingException>().WithMessage("*is a directory*");
    }

    [Fact]
    public async Task Prepare_AFileOfAnotherKind_SaysSo()
    {
        Open();
        await File.WriteAllTextAsync(Provider.FilePath, new string('x', 5000));

        var prepare = () => Open().PrepareAsync(default);

        (await prepare.Should().ThrowAsync<TelegramMarketingException>().WithMessage("*no SQLite database*")).Which.Error.Should().Be(TelegramMarketingError.StorageUnavailable);
    }

    [Fact]
    public async Task Add_DiskFull_SaysSoAndKeepsNothingHalf()
    {
        await Open().PrepareAsync(default);
        using var access = new StoreAccess(new SqliteDatabase(Provider.FilePath, maxPages: 60));
        await using var full = new PublicationStore("", new Time.Clock(Provider.Time), access);
        var added = 0;

        var fill = async () =>
        {
            for (; added < 1000; added++)
            {
                await full.AddAsync(NewEntry(new string('x', 4000)), Shop, default);
            }
        };

        (await fill.Should().ThrowAsync<TelegramMarketingException>().WithMessage("*is full. Free some space.")).Which.Error.Should().Be(TelegramMarketingError.StorageUnavailable);
        (await AllAsync(Open().Publications.ListAsync(null, default))).Should().HaveCount(added);
    }

    [Theory]
    [InlineData(1, "*does not answer as it should: no such table*")]
    [InlineData(5, "*locked*")]
    [InlineData(8, "*read-only*")]
    [InlineData(10, "*disk*failed*")]
    [InlineData(14, "*cannot be opened*")]
    public void Explain_AFailureOfTheFile_SaysWhatHelps(int code, string explanation) =>
        new SqliteDatabase("m.db").Explain(new InvalidOperationException("", new SqliteException("no such table", code))).Should().Match(explanation);

    [Fact]
    public void Explain_AChangesOwnFault_IsNotTheDatabases() => new SqliteDatabase("m.db").Explain(new SqliteException("", 19)).Should().BeNull();
}
