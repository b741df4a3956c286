using Microsoft.Extensions.DependencyInjection;
using TelegramMarketing.Testing;

namespace TelegramMarketing.Tests.Publishing;

/// <summary>One post to many channels: one outcome each, the file uploaded once, and a second call fills what the first left open.</summary>
public sealed class ManyChannelsTests : IAsyncLifetime
{
    private static readonly Post _post = Post.News(PostText.Plain("Riapriamo lunedì"));
    private readonly InMemoryTelegram _telegram = new();
    private readonly TelegramBot _bot;
    private readonly TelegramChannel[] _shops;
    private readonly ChannelAddress[] _channels;
    private readonly ServiceProvider _services;

    public ManyChannelsTests()
    {
        _bot = _telegram.AddBot("shop_bot");
        _shops = [.. Enumerable.Range(1, 4).Select(number => _telegram.AddChannel($"@my_shop_{number}", "My shop"))];
        _channels = [.. Enumerable.Range(1, 4).Select(number => ChannelAddress.Parse($"@my_shop_{number}"))];
        foreach (var shop in _shops)
        {
            shop.AddAdministrator(_bot);
        }

        _services = new ServiceCollection().AddTelegramMarketing().UseInMemoryTelegram(_telegram).Services.BuildServiceProvider();
    }

    private IChannelPublisher Publisher => _services.GetRequiredService<IChannelPublisher>();

    [Fact]
    public async Task PublishToAsync_OneChannelRefuses_TheOthersHaveItAndTheSameKeyFillsTheGap()
    {
        ChannelAddress[] channels = [_channels[0], ChannelAddress.Parse("@no_such_shop"), _channels[1], _channels[0]];

        var outcomes = await PublishToAsync(channels, _post, "reopening");
        _telegram.AddChannel("@no_such_shop", "Late").AddAdministrator(_bot);
        var again = await PublishToAsync(channels, _post, "reopening");

        outcomes.Select(outcome => (outcome.Channel, outcome.IsPublished)).Should().Equal((channels[0], true), (channels[1], false), (channels[2], true));
        outcomes[1].Error!.Error.Should().Be(TelegramMarketingError.ChatNotFound);
        again.Should().OnlyContain(outcome => outcome.IsPublished);
        again[0].Publication.Should().BeEquivalentTo(outcomes[0].Publication);
        _shops.Select(shop => shop.Posts.Count).Should().Equal(1, 1, 0, 0);
    }

    [Fact]
    public async Task PublishToAsync_OneIsCancelledInTheLedger_IsAnOutcomeBesideTheOthers()
    {
        _telegram.FailNext(TelegramFault.TooManyRequests(60) with { Channel = _shops[0] });
        var ledger = _services.GetRequiredService<IPublicationLedger>();
        var publishing = Publisher.PublishToAsync(_channels[..2], _post);
        await _telegram.AdvanceAsync(TimeSpan.FromSeconds(10));
        await ledger.CancelAsync((await ledger.ListAsync().FirstAsync(publication => publication.Channel == _channels[0])).Id);
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(5));

        var outcomes = await publishing;

        outcomes.Select(outcome => outcome.IsPublished).Should().Equal(false, true);
        outcomes[0].Error!.Message.Should().Contain("cancelled in the ledger");
        _shops.Select(shop => shop.Posts.Count).Should().Equal(0, 1, 0, 0);
    }

    [Fact]
    public async Task PublishToAsync_AddressesAsTheyArePasted_OneThatIsNoneSendsNothing()
    {
        var publishing = Publisher.PublishToAsync([$"https://t.me/{_channels[0].Username}", _channels[1].ToString()], _post);
        await _telegram.AdvanceAsync(TimeSpan.FromSeconds(10));
        var mistaken = () => Publisher.PublishToAsync([_channels[2].ToString(), "not an address"], _post);

        (await publishing).Should().OnlyContain(outcome => outcome.IsPublished);
        await mistaken.Should().ThrowAsync<FormatException>();
        _shops.Select(shop => shop.Posts.Count).Should().Equal(1, 1, 0, 0);
    }

    [Fact]
    public async Task PublishToAsync_WithAPhoto_IsUploadedOnce()
    {
        var photo = PostMedia.Photo(MediaSource.FromPath(Path.Combine(AppContext.BaseDirectory, "colomba.png")));

        var outcomes = await PublishToAsync(_channels, _post with { Media = [photo] });

        outcomes.Should().HaveCount(4).And.OnlyContain(outcome => outcome.IsPublished);
        _shops.Should().OnlyContain(shop => shop.Posts.Count == 1);
        _telegram.Requests.Where(request => request.Method == "sendPhoto").Should().HaveCount(4).And.ContainSingle(request => request.Parameters.Values.Any(value => value.StartsWith("colomba.png (", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task PublishToAsync_PostThatBreaksARule_ThrowsAndSendsNothing()
    {
        var publish = () => Publisher.PublishToAsync(_channels, new Post());

        (await publish.Should().ThrowAsync<TelegramMarketingException>()).Which.Error.Should().Be(TelegramMarketingError.InvalidPost);
        _telegram.Requests.Should().BeEmpty();
    }

    private async Task<IReadOnlyList<ChannelOutcome>> PublishToAsync(ChannelAddress[] channels, Post post, string? key = null)
    {
        var publishing = Publisher.PublishToAsync(channels, post, key);
        await _telegram.AdvanceAsync(TimeSpan.FromSeconds(10));
        return await publishing;
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _services.DisposeAsync().AsTask();
}
