namespace TelegramMarketing.Testing.Tests.World;

public class AudienceTests
{
    [Fact]
    public async Task AddAudience_OverTwoDays_ReadsFastAtFirstAndThenSlowly()
    {
        var fake = new FakeTelegram();
        fake.Shop.AddAudience(10_000, post => post.Text!.Contains("sale") ? 0.8 : 0.2);
        var news = fake.Shop.AddPost("news");
        var sale = fake.Shop.AddPost("sale");

        var views = new List<long>();
        for (var hour = 0; hour <= 72; hour += 6)
        {
            views.Add(sale.Views);
            await fake.AdvanceAsync(6 * 3600);
        }

        views.Should().BeInAscendingOrder();
        views[0].Should().Be(0);
        (views[1] - views[0]).Should().BeGreaterThan(views[8] - views[1]);
        views[^1].Should().Be(views[8], "after two days nobody reads it any more").And.BeInRange(6_800, 9_200);
        news.Views.Should().BeInRange(1_700, 2_300);
        fake.Shop.Subscribers.Should().Be(10_002, "the owner and the bot belong to them");
    }

    [Fact]
    public async Task AddAudience_WithTheSameSeed_MakesTheSameViews()
    {
        (await ViewsAsync(5)).Should().Equal(await ViewsAsync(5));
        (await ViewsAsync(5)).Should().NotEqual(await ViewsAsync(6));

        static async Task<long[]> ViewsAsync(int seed)
        {
            var fake = new FakeTelegram(options => options.Seed = seed);
            fake.Shop.AddAudience(1_000_000);
            for (var i = 0; i < 5; i++)
            {
                fake.Shop.AddPost("x");
                await fake.AdvanceAsync(3_600);
            }

            return [.. fake.Shop.Posts.Select(post => post.Views)];
        }
    }

    [Fact]
    public void Read_BySomebodyTwice_IsOneView()
    {
        var fake = new FakeTelegram();
        var post = fake.Shop.AddPost("x");
        var anna = fake.Telegram.AddPerson("Anna");

        anna.Read(post);
        anna.Read(fake.Shop);
        fake.Telegram.AddPerson("Ben").Read(post);

        post.Views.Should().Be(2);
    }
}
