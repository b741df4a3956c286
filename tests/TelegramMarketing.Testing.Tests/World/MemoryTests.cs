namespace TelegramMarketing.Testing.Tests.World;

[Collection(nameof(MemoryTests))]
public class MemoryTests
{
    [Fact]
    public async Task Everything_BeyondItsCap_ForgetsTheOldest()
    {
        var fake = new FakeTelegram(options =>
        {
            options.EnforceLimits = false;
            options.MaxPostsPerChannel = 10;
            options.MaxRequests = 5;
            options.MaxUpdates = 3;
            options.MaxMessagesPerPerson = 10;
        });
        var anna = fake.Telegram.AddPerson("Anna");
        for (var i = 0; i < 20; i++)
        {
            anna.Write(fake.Bot, $"Hello {i}");
            await fake.CallAsync("sendMessage", $$"""{"chat_id":"@myshop","text":"Post {{i}}"}""");
        }

        fake.Shop.Posts.Select(post => post.Text).Should().Equal(Enumerable.Range(10, 10).Select(i => $"Post {i}"));
        fake.Telegram.Requests.Should().HaveCount(5);
        fake.Bot.WaitingUpdates.Should().Be(3);
    }

    [Fact]
    public async Task TenThousandPosts_BeyondTheCap_KeepNoMoreBytes()
    {
        var fake = new FakeTelegram(options =>
        {
            options.EnforceLimits = false;
            options.MaxPostsPerChannel = 100;
            options.MaxRequests = 100;
        });
        await PostAsync(1_000);
        var before = Memory();
        await PostAsync(9_000);
        var after = Memory();

        (after - before).Should().BeLessThan(500_000, "9,000 posts more would otherwise keep several megabytes");
        GC.KeepAlive(fake);

        static long Memory()
        {
            // What is waiting for finalizers is no longer kept by anybody.
            for (var i = 0; i < 3; i++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }

            return GC.GetTotalMemory(forceFullCollection: true);
        }

        async Task PostAsync(int count)
        {
            for (var i = 0; i < count; i++)
            {
                await fake.CallAsync("sendMessage", """{"chat_id":"@myshop","text":"A text of some length, so that it would be seen if it were kept."}""");
            }
        }
    }
}
