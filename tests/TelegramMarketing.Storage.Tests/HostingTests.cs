using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using TelegramMarketing.Storage.Tests.Providers;
using TelegramMarketing.Testing;

namespace TelegramMarketing.Storage.Tests;

/// <summary>The library on a durable store, as a host registers it.</summary>
public sealed class HostingTests
{
    [Fact]
    public async Task Publish_SameKeyAfterARestart_IsNotSentAgain()
    {
        await using var provider = new SqliteProvider();
        var telegram = new InMemoryTelegram();
        var shop = telegram.AddChannel("@myshop", "My shop");
        shop.AddAdministrator(telegram.AddBot("shop_bot"));
        var logs = new FakeLogCollector[2];
        var published = new Publication[2];
        for (var run = 0; run < 2; run++)
        {
            var services = new ServiceCollection();
            logs[run] = FakeLogCollector.Create(new FakeLogCollectorOptions());
            services.AddLogging(logging => logging.AddProvider(new FakeLoggerProvider(logs[run])));
            services.AddTelegramMarketing().UseInMemoryTelegram(telegram).UseSqlite(provider.FilePath);
            await using var host = services.BuildServiceProvider();

            published[run] = await host.GetRequiredService<IChannelPublisher>().PublishAsync(ChannelAddress.Parse("@myshop"), new Post { Text = PostText.Plain("New arrivals") }, "order-1");
        }

        shop.Posts.Should().ContainSingle();
        published[1].Should().BeEquivalentTo(published[0]);
        logs[1].GetSnapshot().Should().NotContain(log => log.Message.Contains("in memory"));
    }

    [Fact]
    public async Task Start_WithoutItsStore_FailsAndSaysWhy()
    {
        using var host = Start(builder => builder.UseSqlite("/no/such/place/marketing.db"));

        var start = () => host.StartAsync();

        await start.Should().ThrowAsync<TelegramMarketingException>().WithMessage("*'/no/such/place'*");
    }

    [Fact]
    public async Task Start_ContextWithoutAFactory_SaysHowToRegisterOne()
    {
        using var host = Start(builder => builder.UseDbContext<ShopContext>());

        var start = () => host.StartAsync();

        await start.Should().ThrowAsync<InvalidOperationException>().WithMessage("*AddDbContextFactory<ShopContext>*");
    }

    [Fact]
    public async Task Start_ContextWithoutTheTables_SaysWhatToCall()
    {
        using var host = Start(builder => builder.UseDbContext(_ => new DbContext(new DbContextOptionsBuilder().UseSqlite("Data Source=:memory:").Options)));

        var start = () => host.StartAsync();

        await start.Should().ThrowAsync<InvalidOperationException>().WithMessage("*modelBuilder.AddTelegramMarketing()*");
    }

    [Theory]
    [InlineData(":memory:")]
    [InlineData("Data Source=marketing.db")]
    [InlineData(" ")]
    public void UseSqlite_NoFile_IsRefused(string path)
    {
        var use = () => new ServiceCollection().AddTelegramMarketing().UseSqlite(path);

        use.Should().Throw<ArgumentException>();
    }

    [Theory]
    [InlineData("Password=geheim;Nonsense")]
    [InlineData("Database=marketing;Password=geheim")]
    public void UsePostgreSql_NoConnectionString_IsRefusedWithoutThePassword(string connectionString)
    {
        var use = () => new ServiceCollection().AddTelegramMarketing().UsePostgreSql(connectionString);

        use.Should().Throw<ArgumentException>().Which.ToString().Should().NotContain("geheim");
    }

    private static IHost Start(Action<ITelegramMarketingBuilder> configure)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        configure(builder.Services.AddTelegramMarketing(options => options.BotToken = "123456789:AAtokenAAtokenAAtokenAAtokenAAtoken"));
        return builder.Build();
    }
}
