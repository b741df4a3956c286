using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TelegramMarketing.BotApi;
using TelegramMarketing.Testing;

namespace TelegramMarketing.Tests.Statistics;

/// <summary>What Telegram tells a bot of its own accord is kept as figures, exact and with its time; and what it could not tell is shown as a gap.</summary>
public sealed class PushedFiguresTests : IAsyncLifetime
{
    private static readonly ChannelAddress _channel = ChannelAddress.Parse("@my_shop");
    private readonly InMemoryTelegram _telegram = new();
    private readonly TelegramChannel _shop;
    private readonly TelegramChannel _club;
    private readonly IHost _host;

    public PushedFiguresTests()
    {
        _shop = _telegram.AddChannel("@my_shop", "My shop");
        _shop.AddAdministrator(_telegram.AddBot("shop_bot"));
        _club = _telegram.AddPrivateChannel("Club");
        _club.AddAdministrator(_telegram.Bots[0]);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddTelegramMarketing(options =>
        {
            options.Statistics.Channels.Add(_channel);
            options.Statistics.Channels.Add(ChannelAddress.FromId(_club.Id));
            options.Statistics.Kinds.Add(KindRule.ForHashtags(PostKind.Promotion, "offerta"));
        }).UseInMemoryTelegram(_telegram).UsePolling();
        _host = builder.Build();
    }

    private IPostStatistics Statistics => _host.Services.GetRequiredService<IPostStatistics>();

    private IUpdateReceiver Receiver => _host.Services.GetRequiredService<IUpdateReceiver>();

    private DateTimeOffset Now => _telegram.Clock.GetUtcNow();

    [Fact]
    public async Task Reactions_OfPeople_AreKeptOverTime()
    {
        var post = await PublishAsync();
        var (anna, bruno) = (_telegram.AddPerson("Anna"), _telegram.AddPerson("Bruno"));
        anna.Join(_shop);
        bruno.Join(_shop);

        anna.React(post, "👍");
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(5));
        bruno.React(post, "❤");
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(5));

        var history = await Statistics.GetHistoryAsync(new PostReference(_channel, post.MessageId));
        var pushed = history.Reactions.Where(reading => reading.Total.Source == "Bot API").ToList();
        pushed.Select(reading => reading.Total.Value).Should().Equal(Count.Exact(1), Count.Exact(2));
        pushed[^1].Reactions.Select(reaction => reaction.ToString()).Should().BeEquivalentTo("👍 1", "❤ 1");
    }

    [Fact]
    public async Task JoinsAndLeaves_OfPeople_AreCountedOnceEach()
    {
        await StartAsync();
        var from = Now;
        var people = Enumerable.Range(0, 5).Select(number => _telegram.AddPerson($"Person {number}")).ToList();
        people.ForEach(person => person.Join(_shop));
        people[0].Leave(_shop);
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(2));

        var audience = await Statistics.GetAudienceAsync(_channel, from, Now);

        (audience.Joined, audience.Left).Should().Be((5, 1));
    }

    [Fact]
    public async Task Comments_InTheDiscussionGroup_AreCountedByTheirPost()
    {
        var post = await PublishAsync();
        await TellAsync(Copy(1, post.MessageId));
        (await CommentsAsync(post)).Should().Equal(0);

        await TellAsync(Comment(2, 71, "\"message_thread_id\":70"));
        await TellAsync(Comment(3, 72, "\"message_thread_id\":70"));
        await TellAsync(Comment(3, 72, "\"message_thread_id\":70"));
        await TellAsync(Comment(4, 73, "\"message_thread_id\":99"));
        await TellAsync(Comment(5, 74, ""));

        (await CommentsAsync(post)).Should().Equal(0, 1, 2);
        (await Statistics.GetPostAsync(new PostReference(_channel, post.MessageId))).Comments!.Value.Should().Be(Count.Exact(2));
    }

    [Fact]
    public async Task Comments_AfterARestart_AreKnownByTheCopyThatTheyAnswer()
    {
        var post = await PublishAsync();

        await TellAsync(Comment(1, 71, $"\"message_thread_id\":70,\"reply_to_message\":{CopyMessage(post.MessageId)}"));
        await TellAsync(Comment(2, 72, "\"message_thread_id\":70"));

        (await CommentsAsync(post)).Should().Equal(1, 2);
    }

    [Fact]
    public async Task PollVotes_OfAPollThatSomebodyPosted_AreKept()
    {
        await StartAsync();
        var post = _shop.AddPost("Which flavour?");
        await _telegram.AdvanceAsync(TimeSpan.FromHours(2));

        await TellAsync($$$"""{"update_id":900001,"channel_post":{"message_id":{{{post.MessageId}}},"chat":{"id":{{{_shop.Id}}},"title":"My shop","username":"my_shop","type":"channel"},"date":1767600000,"poll":{{{Poll(0)}}}}}""");
        await TellAsync($$$"""{"update_id":900002,"poll":{{{Poll(41)}}}}""");

        var history = await Statistics.GetHistoryAsync(new PostReference(_channel, post.MessageId));
        history.PollVoters.Select(reading => reading.Value.Value).Should().Equal(0, 41);
    }

    [Fact]
    public async Task Posts_OfOthersInAPrivateChannel_AreCollectedWithTheirKind()
    {
        await StartAsync();
        var from = Now;
        _club.AddPost("Solo oggi #offerta: −20 %");
        _club.AddPost("Ciao a tutti");
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(2));
        await TellAsync(AlbumItem(1, 50, ",\"caption\":\"Tre foto\""));
        await TellAsync(AlbumItem(2, 51, ""));
        await TellAsync(AlbumItem(3, 52, ""));
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(2));

        var posts = await Statistics.GetChannelAsync(ChannelAddress.FromId(_club.Id), from.AddHours(-1), Now).ToListAsync();

        posts.Should().HaveCount(3);
        posts.Should().ContainSingle(post => post.Kind == PostKind.Promotion).Which.KindSource.Should().Be(KindSource.Rule);
        posts.Should().ContainSingle(post => post.IsAlbum).Which.AlbumMessageIds.Should().Equal(50, 51, 52);
        posts.Should().OnlyContain(post => post.Views == null, "nobody has told them");
    }

    [Fact]
    public async Task AnotherConsumer_ForAWhile_IsAGapAndNotSilence()
    {
        await StartAsync();
        var from = Now;
        _telegram.FailNext(TelegramFault.Refuse(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running") with { Method = "getUpdates" });
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(10));

        var audience = await Statistics.GetAudienceAsync(_channel, from - TimeSpan.FromHours(1), Now);

        audience.Gaps.Should().ContainSingle(gap => gap.Reason == GapReason.OtherConsumer).Which.Figures.Should().HaveFlag(CollectedFigures.Members).And.HaveFlag(CollectedFigures.Reactions);
        audience.Joined.Should().BeNull("nothing was told, which is not zero");
    }

    [Fact]
    public async Task Asleep_ForTwoDays_WhatTelegramHasNotKeptIsAGap()
    {
        await StartAsync();
        await _telegram.AdvanceAsync(TimeSpan.FromHours(2));
        var asleepAt = Now;
        await _telegram.SuspendAsync(TimeSpan.FromDays(2));
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(5));

        var gap = (await Statistics.GetAudienceAsync(_channel, asleepAt - TimeSpan.FromHours(1), Now)).Gaps.Should().ContainSingle(gap => gap.Reason == GapReason.UpdatesLost).Subject;

        gap.From.Should().BeCloseTo(asleepAt, TimeSpan.FromMinutes(2));
        gap.To.Should().BeCloseTo(asleepAt.AddDays(1), TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task GetSubscribersAsync_OfAPrivateChannel_IsTheBotsExactCount()
    {
        _club.SetSubscribers(1234);

        var subscribers = await Statistics.GetSubscribersAsync(ChannelAddress.FromId(_club.Id));

        subscribers!.Value.Should().Be(Count.Exact(1234));
        subscribers.Source.Should().Be("Bot API");
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }

    private async Task TellAsync(string update)
    {
        await Receiver.ReceiveAsync(update);
        await _telegram.AdvanceAsync(TimeSpan.FromSeconds(1));
    }

    private async Task StartAsync()
    {
        await _host.StartAsync();
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(1));
    }

    private async Task<TelegramPost> PublishAsync()
    {
        await StartAsync();
        var publication = await _host.Services.GetRequiredService<IChannelPublisher>().PublishAsync(_channel, Post.News(PostText.Plain("Ciao")));
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(1));
        return _shop.FindPost(publication.Messages[0].MessageId)!;
    }

    private async Task<IEnumerable<long>> CommentsAsync(TelegramPost post) =>
        (await Statistics.GetHistoryAsync(new PostReference(_channel, post.MessageId))).Comments.Select(reading => reading.Value.Value);

    private string CopyMessage(int post) => $$"""
        {"message_id":70,"sender_chat":{"id":{{_shop.Id}},"title":"My shop","username":"my_shop","type":"channel"},"chat":{"id":-1009876543210,"title":"Comments","type":"supergroup"},"date":1767600000,
        "forward_origin":{"type":"channel","chat":{"id":{{_shop.Id}},"title":"My shop","username":"my_shop","type":"channel"},"message_id":{{post}},"date":1767600000},"is_automatic_forward":true,"text":"Ciao"}
        """;

    private string Copy(int update, int post) => $$"""{"update_id":{{900000 + update}},"message":{{CopyMessage(post)}}}""";

    private static string Comment(int update, int message, string more) => $$$"""
        {"update_id":{{{900000 + update}}},"message":{"message_id":{{{message}}},"from":{"id":55,"is_bot":false,"first_name":"Anna"},"chat":{"id":-1009876543210,"title":"Comments","type":"supergroup"},"date":1767600000{{{(more.Length > 0 ? "," + more : "")}}},"text":"Bello!"}}
        """;

    private string AlbumItem(int update, int message, string caption) => $$$"""
        {"update_id":{{{900100 + update}}},"channel_post":{"message_id":{{{message}}},"chat":{"id":{{{_club.Id}}},"title":"Club","type":"channel"},"date":{{{Now.ToUnixTimeSeconds()}}},"media_group_id":"77",
        "photo":[{"file_id":"a","file_unique_id":"b","width":10,"height":10}]{{{caption}}}}}
        """;

    private static string Poll(int voters) => $$"""{"id":"777","question":"Which flavour?","options":[{"text":"Fig","voter_count":{{voters}},"persistent_id":"1"}],"total_voter_count":{{voters}},"is_closed":false,"is_anonymous":true,"type":"regular","allows_multiple_answers":false,"allows_revoting":true,"members_only":false}""";
}
