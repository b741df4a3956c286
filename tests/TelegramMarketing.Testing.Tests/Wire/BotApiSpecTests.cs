using Microsoft.Extensions.DependencyInjection;
using TelegramMarketing.Testing.Wire;

namespace TelegramMarketing.Testing.Tests.Wire;

/// <summary>The fake, and what the library sends to it, beside the documentation of the Bot API.</summary>
public sealed class BotApiSpecTests : IDisposable
{
    private const string Reason = "The documentation of the Bot API isn't at hand (TELEGRAMMARKETING_SHARED).";
    private readonly BotApiSpec? _spec = BotApiSpec.Find();

    public void Dispose() => _spec?.Dispose();

    [SkippableFact]
    public void Catalog_OfTheFake_HasTheDocumentedParameters()
    {
        Skip.If(_spec is null, Reason);
        BotApiCatalog.Methods.Should().NotBeEmpty();
        foreach (var method in BotApiCatalog.Methods)
        {
            BotApiCatalog.ParametersOf(method).Should().BeEquivalentTo(_spec!.ParametersOf(method).Keys, method);
        }
    }

    [SkippableFact]
    public async Task Requests_OfTheLibrary_AreAsDocumented()
    {
        Skip.If(_spec is null, Reason);
        var fake = new FakeTelegram(options => options.EnforceLimits = false);
        fake.Telegram.RunByItself = true;
        var collection = new ServiceCollection();
        collection.AddTelegramMarketing().UseInMemoryTelegram(fake.Telegram);
        await using var services = collection.BuildServiceProvider();
        var publisher = services.GetRequiredService<IChannelPublisher>();

        var text = await publisher.PublishAsync("@myshop", new Post { Kind = PostKind.News, Text = PostText.Html($"<b>Hello</b>"), Silent = true, Protected = true, Buttons = [[PostButton.Url("Buy", "https://shop.example/")]] });
        var photo = PostMedia.Photo(MediaSource.FromUrl(new Uri("https://shop.example/1.jpg")));
        await publisher.PublishAsync("@myshop", new Post { Kind = PostKind.Promotion, Text = PostText.Plain("One"), Media = [photo] });
        await publisher.PublishAsync("@myshop", new Post { Kind = PostKind.Event, Text = PostText.Plain("Two"), Media = [photo, photo] });
        await publisher.PublishAsync("@myshop", new Post { Text = PostText.Plain("Three"), Media = [PostMedia.Document(MediaSource.FromStream(new MemoryStream([1, 2, 3]), "list.pdf"))] });
        await publisher.EditAsync(text.Messages[0], new Post { Kind = PostKind.News, Text = PostText.Plain("Changed") });
        await publisher.PinAsync(text.Messages[0]);
        await publisher.UnpinAsync(text.Messages[0]);
        await publisher.DeleteAsync(text.Messages[0]);

        fake.Telegram.Requests.Select(request => request.Method).Should().Contain(["sendMessage", "sendPhoto", "sendMediaGroup", "editMessageText", "pinChatMessage", "unpinChatMessage", "deleteMessage"]);
        fake.Telegram.Requests.SelectMany(request => _spec!.Check(request)).Should().BeEmpty();
    }

    [SkippableFact]
    public void Check_OfAWrongRequest_FindsWhatIsWrong()
    {
        Skip.If(_spec is null, Reason);
        var request = new TelegramRequest(default, "sendMessage", new Dictionary<string, string> { ["chat_id"] = "@a", ["colour"] = "red", ["reply_markup"] = "[]" }, null);

        _spec!.Check(request).Should().HaveCount(3);
    }
}
