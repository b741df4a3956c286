using TelegramMarketing.Testing;

namespace TelegramMarketing.Tests.Robustness;

/// <summary>Doubts that follow one another, and that look alike.</summary>
public sealed class DoubtTests
{
    [Fact]
    public async Task InDoubt_SentAgainAndInDoubtAgain_ClearedUpAgain()
    {
        await using var host = new FakeHost();
        await PublishAsync(host, "Before");
        host.Telegram.FailNext(TelegramFault.BadGateway() with { Method = "sendMessage" });
        await host.FailureAsync(host.Publisher.PublishAsync("@myshop", Post.News(PostText.Plain("Ciao!"))));
        await host.AdvanceAsync(300);
        await PublishAsync(host, "Later");
        host.Telegram.FailNext(TelegramFault.LoseAnswer() with { Method = "sendMessage" });

        await host.AdvanceAsync(7200);

        host.Telegram.Faults.Count.Should().Be(0, "it was proved absent, and sent again with a lost answer");
        var publication = (await host.LedgerAsync()).Single(publication => publication.Attempts == 2);
        publication.State.Should().Be(PublicationState.Published);
        host.Shop.Posts.Single(post => post.Text == "Ciao!").MessageId.Should().Be(publication.Post!.MessageId);
    }

    [Theory]
    [InlineData("WEBPAGE_MEDIA_EMPTY", TelegramMarketingError.MediaUnavailable)]
    [InlineData("MEDIA_INVALID", TelegramMarketingError.ContentRefused)]
    public async Task InDoubt_AlbumThatTelegramRefusesEachTime_RejectedAfterThreeTries(string inner, TelegramMarketingError error)
    {
        await using var host = new FakeHost();
        await PublishAsync(host, "Before");
        host.Telegram.FailNext(TelegramFault.Refuse(400, $"failed to send message #2 with the error message \"{inner}\"") with { Method = "sendMediaGroup", Times = 100 });
        (await host.FailureAsync(host.Publisher.PublishAsync("@myshop", Album(1)))).Should().BeOfType<TelegramMarketingException>().Which.Error.Should().Be(TelegramMarketingError.OutcomeUnknown);
        for (var number = 1; number <= 10; number++)
        {
            await host.AdvanceAsync(600);
            await PublishAsync(host, $"Later {number}");
        }

        var album = (await host.LedgerAsync()).Single(publication => publication.State != PublicationState.Published);
        (album.State, album.Attempts).Should().Be((PublicationState.Rejected, 3));
        album.LastError.Should().Contain(inner).And.Contain("tried 3 times");
        host.Telegram.Requests.Count(request => request.Method == "sendMediaGroup").Should().Be(3);
        host.Shop.Posts.Should().HaveCount(11);
        (await host.FailureAsync(host.Publisher.PublishAsync("@myshop", Album(1), "again"))).Should().BeOfType<TelegramMarketingException>().Which.Error.Should().Be(TelegramMarketingError.OutcomeUnknown, "it may be asked for again");
        TelegramMarketing.Delivery.OutcomeClassifier.AlbumRefusal(album.LastError).Should().Be(error);
    }

    [Fact]
    public async Task InDoubt_TwoThatLookAlike_NeitherTakesTheOthersMessage()
    {
        await using var host = new FakeHost();
        await PublishAsync(host, "Before");
        host.Telegram.FailNext(TelegramFault.BadGateway() with { Method = "sendMediaGroup" });
        host.Telegram.FailNext(TelegramFault.LoseAnswer() with { Method = "sendMediaGroup" });
        for (var number = 1; number <= 2; number++)
        {
            await host.FailureAsync(host.Publisher.PublishAsync("@myshop", Album(number)));
        }

        await host.AdvanceAsync(600);
        await PublishAsync(host, "Later");
        await host.AdvanceAsync(7200);

        (await host.LedgerAsync()).Count(publication => publication.State == PublicationState.Unknown).Should().Be(2, "nobody can tell which of the two is there");
        host.Shop.Posts.Count(post => post.AlbumId is not null).Should().Be(2, "so that none is sent again");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task InDoubt_TwoThatLookAlikeAndBothAreThere_EachIsFound(bool hasOneBetween)
    {
        await using var host = new FakeHost();
        await PublishAsync(host, "Before");
        for (var number = 1; number <= 2; number++)
        {
            host.Telegram.FailNext(TelegramFault.LoseAnswer() with { Method = "sendMediaGroup" });
            await host.FailureAsync(host.Publisher.PublishAsync("@myshop", Album(number)));
            if (hasOneBetween)
            {
                await PublishAsync(host, $"After {number}");
            }
        }

        await host.AdvanceAsync(7200);

        (await host.LedgerAsync()).Should().AllSatisfy(publication => publication.State.Should().Be(PublicationState.Published));
        (await host.LedgerAsync()).Where(publication => publication.Messages.Count == 2).Select(publication => publication.Post!.MessageId).Should().BeInAscendingOrder()
            .And.BeEquivalentTo(host.Shop.Posts.Where(post => post.AlbumId is not null).GroupBy(post => post.AlbumId).Select(album => album.First().MessageId));
    }

    private static Post Album(int number) => new()
    {
        Media = [.. Enumerable.Range(1, 2).Select(item => PostMedia.Photo(MediaSource.FromUrl(new Uri($"https://example.com/{number}-{item}.jpg"))))],
    };

    private static Task<Publication> PublishAsync(FakeHost host, string text) => host.RunAsync(host.Publisher.PublishAsync("@myshop", Post.News(PostText.Plain(text))));
}
