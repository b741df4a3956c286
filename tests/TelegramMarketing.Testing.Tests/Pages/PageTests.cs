using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Snapshooter.Xunit;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;
using TelegramMarketing.Testing.Pages;

namespace TelegramMarketing.Testing.Tests.Pages;

public class PageTests
{
    private readonly FakeTelegram _fake = new(options => options.EnforceLimits = false);

    [Theory]
    [InlineData(0, "0")]
    [InlineData(844, "844")]
    [InlineData(999, "999")]
    [InlineData(1_000, "1K")]
    [InlineData(1_139, "1.13K")]
    [InlineData(12_199, "12.1K")]
    [InlineData(15_000, "15K")]
    [InlineData(585_999, "585K")]
    [InlineData(999_999, "999K")]
    [InlineData(1_950_000, "1.95M")]
    [InlineData(16_390_000, "16.3M")]
    public void Abbreviate_AnyCount_ShowsThreeDigitsAtMost(long count, string shown) => PageCount.Abbreviate(count).Should().Be(shown);

    [Fact]
    public async Task Preview_OfPostsOfEveryKind_LooksAsTelegrams()
    {
        _fake.Shop.SignMessages = true;
        await _fake.Client.SendMessage("@myshop", "Hello! <b>Bold &amp; <i>both</i></b>\nPrice: $5 👍 <a href=\"https://shop.example/\">shop</a>", ParseMode.Html,
            replyMarkup: new InlineKeyboardMarkup(InlineKeyboardButton.WithUrl("Buy <now>", "https://shop.example/?a=1&b=2")));
        await _fake.Client.SendMediaGroup("@myshop", [
            new InputMediaPhoto(new InputFileStream(new MemoryStream([1]), "1.jpg")) { Caption = "Both" },
            new InputMediaPhoto(new InputFileStream(new MemoryStream([2]), "2.jpg"))]);
        await _fake.Client.PinChatMessage("@myshop", 2);
        await _fake.Client.EditMessageText("@myshop", 2, "Changed");
        _fake.Shop.Posts[0].AddViews(1_234);
        _fake.Shop.Posts[0].AddReactions("❤", 53);
        _fake.Telegram.AddPerson("Anna").Read(_fake.Shop);

        var html = await GetAsync("https://t.me/s/myshop");

        Snapshot.Match(html);
        var page = new HtmlParser().ParseDocument(html);
        Ids(page).Should().Equal("myshop/2", "myshop/3", "myshop/5");
        page.QuerySelectorAll(".tgme_widget_message_views").Select(views => views.TextContent).Should().Equal("1.23K", "1");
        page.QuerySelector(".service_message .tgme_widget_message_views").Should().BeNull();
        page.QuerySelector(".tgme_reaction")!.TextContent.Should().Be("❤53");
        page.QuerySelector(".tgme_widget_message_meta")!.TextContent.Should().Contain("edited");
    }

    [Fact]
    public async Task Preview_OfAForeignText_EncodesIt()
    {
        _fake.Shop.Title = "<script>alert(1)</script>";
        _fake.Shop.AddPost("<img src=x onerror=alert(2)> & \"more\"");

        var page = new HtmlParser().ParseDocument(await GetAsync("https://t.me/s/myshop"));

        page.QuerySelectorAll("script, img").Should().BeEmpty();
        page.QuerySelector(".js-message_text")!.TextContent.Should().Be("<img src=x onerror=alert(2)> & \"more\"");
        page.QuerySelector(".tgme_channel_info_header_title span")!.TextContent.Should().Be("<script>alert(1)</script>");
    }

    [Fact]
    public async Task Preview_OfAHundredPosts_CanBeWalkedBackToTheFirst()
    {
        for (var i = 0; i < 100; i++)
        {
            _fake.Shop.AddPost($"Post {i}");
        }

        var seen = new List<string>();
        var address = "https://t.me/s/myshop";
        while (address is not null)
        {
            var page = new HtmlParser().ParseDocument(await GetAsync(address));
            var ids = Ids(page);
            ids.Should().HaveCount(20);
            seen.InsertRange(0, ids);
            address = page.QuerySelector<IHtmlLinkElement>("link[rel=prev]") is { } link ? $"https://t.me{link.GetAttribute("href")}" : null;
        }

        seen.Should().Equal(Enumerable.Range(2, 100).Select(id => $"myshop/{id}"));
        new HtmlParser().ParseDocument(await GetAsync("https://t.me/s/myshop?before=1")).QuerySelector(".tme_no_messages_found")!.TextContent.Should().Be("No posts found");
        Ids(new HtmlParser().ParseDocument(await GetAsync("https://t.me/s/myshop?after=99"))).Should().Equal("myshop/100", "myshop/101");
        Ids(new HtmlParser().ParseDocument(await GetAsync("https://t.me/s/myshop?q=post+77"))).Should().Equal("myshop/79");
    }

    [Theory]
    [InlineData("nosuchchannel")]
    [InlineData("hidden_shop")]
    public async Task Preview_WhereThereIsNone_Redirects(string name)
    {
        _fake.Telegram.AddChannel("hidden_shop").PreviewEnabled = false;

        using var response = await _fake.Http.GetAsync($"https://t.me/s/{name}");

        response.StatusCode.Should().Be(HttpStatusCode.Found);
        response.Headers.Location.Should().Be($"https://t.me/{name}");
    }

    [Fact]
    public async Task Landing_OfAChannelAndOfNobody_LooksAsTelegrams()
    {
        _fake.Shop.SetSubscribers(11_110_268);
        _fake.Shop.Description = "All for <you>";

        Snapshot.Match($"{await GetAsync("https://t.me/MyShop")}\n\n{await GetAsync("https://t.me/nosuchname")}\n\n{await GetAsync("https://t.me/")}");
    }

    [Fact]
    public async Task Embed_OfAPostAndOfNone_IsAlwaysAnswered200()
    {
        _fake.Shop.PreviewEnabled = false;
        var post = _fake.Shop.AddPost("Still embeddable");
        post.AddViews(7);

        var found = await GetAsync($"https://t.me/myshop/{post.MessageId}?embed=1&mode=tme");
        var missing = await GetAsync("https://t.me/myshop/99?embed=1");

        Snapshot.Match($"{found}\n\n{missing}");
        new HtmlParser().ParseDocument(found).QuerySelector(".tgme_widget_message_views")!.TextContent.Should().Be("7");
        new HtmlParser().ParseDocument(missing).QuerySelector(".tgme_widget_message_error")!.TextContent.Should().Be("Post not found");
        post.Delete();
        (await GetAsync($"https://t.me/myshop/{post.MessageId}?embed=1")).Should().Be(missing);
    }

    [Fact]
    public async Task Pages_ThatLag_ShowNewPostsAndViewsLater()
    {
        var fake = new FakeTelegram(options => options.PageLag = TimeSpan.FromMinutes(10));
        var post = fake.Shop.AddPost("First");
        await fake.AdvanceAsync(600);
        post.AddViews(5);
        fake.Shop.AddPost("Second");

        Counters(await fake.Http.GetStringAsync("https://t.me/s/myshop")).Should().Equal("0");
        post.Views.Should().Be(5);
        await fake.AdvanceAsync(600);
        Counters(await fake.Http.GetStringAsync("https://t.me/s/myshop")).Should().Equal("5", "0");
    }

    [Fact]
    public async Task MorePosts_AskedByThePagesScript_AreAStringOfJson()
    {
        _fake.Shop.AddPost("One");

        using var some = await _fake.Http.PostAsync("https://t.me/s/myshop?before=3", null);
        using var none = await _fake.Http.PostAsync("https://t.me/s/myshop?before=1", null);

        System.Text.Json.JsonSerializer.Deserialize<string>(await some.Content.ReadAsStringAsync()).Should().Contain("data-post=\"myshop/2\"");
        (await none.Content.ReadAsStringAsync()).Should().Be("\"\"");
    }

    [Fact]
    public async Task AddressThatCountsAView_IsNeverToBeCalled()
    {
        await FluentActions.Awaiting(() => GetAsync("https://t.me/v/?views=abc")).Should().ThrowAsync<NotSupportedException>();

        _fake.Telegram.Violations.Should().ContainSingle().Which.Should().Contain("counts a view");
    }

    [Fact]
    public async Task Reading_OfAPage_MakesNoViews()
    {
        var post = _fake.Shop.AddPost("Hello");

        await GetAsync("https://t.me/s/myshop");
        await GetAsync("https://t.me/myshop/2?embed=1");

        post.Views.Should().Be(0);
    }

    private static string[] Ids(IHtmlDocument page) => [.. page.QuerySelectorAll("[data-post]").Select(block => block.GetAttribute("data-post")!)];

    private static string[] Counters(string html) => [.. new HtmlParser().ParseDocument(html).QuerySelectorAll(".tgme_widget_message_views").Select(views => views.TextContent)];

    private Task<string> GetAsync(string address) => _fake.Http.GetStringAsync(address);
}
