using System.Diagnostics;
using TelegramMarketing.Testing;
using TelegramMarketing.Tests.Invitations;

namespace TelegramMarketing.Tests.Diagnostics;

/// <summary>The activities of docs/telemetry.md.</summary>
public class ActivityTests
{
    [Fact]
    public async Task Publish_OfTwoParts_IsOneActivityWithASendForEach()
    {
        await using var host = new ObservedHost();
        host.Telegram.RunByItself = true;
        using var recorded = new RecordedActivities(host.Name);

        var publication = await host.PublishAsync(new string('x', 5000));

        var publish = recorded.Named("publish").Should().ContainSingle().Which;
        Tags(publish).Should().Equal(
            ("telegram.channel", "@myshop"),
            ("telegram_marketing.kind", "News"),
            ("telegram_marketing.outcome", "Published"),
            ("telegram_marketing.parts", "2"),
            ("telegram_marketing.publication.id", publication.Id.ToString()));
        var sends = recorded.Named("send");
        sends.Should().HaveCount(2).And.AllSatisfy(send => send.ParentSpanId.Should().Be(publish.SpanId));
        Tags(sends[0]).Should().Equal(
            ("telegram.channel", "@myshop"),
            ("telegram.method", "sendMessage"),
            ("telegram_marketing.attempt", "1"),
            ("telegram_marketing.outcome", "Sent"));
    }

    [Fact]
    public async Task Send_TriedAgain_IsAnActivityForEachAttempt()
    {
        await using var host = new ObservedHost();
        host.Telegram.RunByItself = true;
        using var recorded = new RecordedActivities(host.Name);
        host.Telegram.FailNext(TelegramFault.TooManyRequests(5));

        await host.PublishAsync();

        recorded.Named("send").Select(send => (send.GetTagItem("telegram_marketing.attempt"), send.GetTagItem("error.type"), send.Status))
            .Should().Equal((1, "TooManyRequests", ActivityStatusCode.Error), (2, null, ActivityStatusCode.Unset));
        recorded.Named("publish").Should().ContainSingle().Which.Status.Should().Be(ActivityStatusCode.Unset);
    }

    [Fact]
    public async Task Publish_ThatBreaksARule_IsRejectedWithTheErrorAndWithoutItsWords()
    {
        await using var host = new ObservedHost();
        using var recorded = new RecordedActivities(host.Name);

        await FluentActions.Awaiting(() => host.Publisher.PublishAsync("@myshop", new Post { Kind = PostKind.News })).Should().ThrowAsync<TelegramMarketingException>();

        var publish = recorded.Named("publish").Should().ContainSingle().Which;
        publish.GetTagItem("error.type").Should().Be("InvalidPost");
        (publish.Status, publish.StatusDescription).Should().Be((ActivityStatusCode.Error, null));
        publish.Events.Should().BeEmpty();
    }

    [Fact]
    public async Task Resume_OfAHeldPublication_BelongsToNoCallersTrace()
    {
        await using var host = new ObservedHost();
        using var recorded = new RecordedActivities(host.Name);
        host.Shop.RemoveAdministrator(host.Bot);
        await host.FailToPublishAsync();
        host.Shop.AddAdministrator(host.Bot);

        await host.Telegram.AdvanceAsync(TimeSpan.FromMinutes(2));

        var held = recorded.Named("publish").Should().ContainSingle().Which;
        held.GetTagItem("telegram_marketing.outcome").Should().Be("Held");
        held.GetTagItem("error.type").Should().Be("MissingRights");
        var resume = recorded.Named("resume").Should().ContainSingle().Which;
        resume.Parent.Should().BeNull();
        resume.GetTagItem("telegram_marketing.outcome").Should().Be("Published");
        resume.GetTagItem("telegram_marketing.publication.id").Should().Be(held.GetTagItem("telegram_marketing.publication.id"));
    }

    [Fact]
    public async Task Call_ThatSendsNothing_NamesItsMethodOnly()
    {
        await using var host = new ObservedHost();
        var publication = await host.PublishAsync();
        using var recorded = new RecordedActivities(host.Name);

        await host.Publisher.DeleteAsync(publication.Post!);

        Tags(recorded.Named("call").Should().ContainSingle().Which).Should().Equal(
            ("telegram.method", "deleteMessage"), ("telegram_marketing.attempt", "1"), ("telegram_marketing.outcome", "Done"));
    }

    [Fact]
    public async Task Send_ToAPerson_NamesNoChat()
    {
        await using var host = new ObservedHost(poll: true);
        await host.StartAsync();
        host.Telegram.RunByItself = true;
        var invitation = await host.Get<IOptInInvitation>().CreateAsync(InvitationBench.Request("customer-1", ChannelAddress.Parse("@myshop")));
        host.Telegram.RunByItself = false;
        using var recorded = new RecordedActivities(host.Name);

        host.Telegram.AddPerson("Anna", "anna_secret").Start(host.Bot, invitation.Address.Query["?start=".Length..]);
        await host.Telegram.AdvanceAsync(TimeSpan.FromSeconds(5));

        host.Telegram.Requests.Should().Contain(request => request.Method == "sendMessage", "the bot answers who starts it");
        var send = recorded.Named("send").Should().ContainSingle().Which;
        send.Parent.Should().BeNull();
        Tags(send).Select(tag => tag.Name).Should().Equal("telegram.method", "telegram_marketing.attempt", "telegram_marketing.outcome");
    }

    [Fact]
    public async Task All_WhateverHappens_HoldNoTokenNoTextAndNoPerson()
    {
        await using var host = new ObservedHost(poll: true);
        using var recorded = new RecordedActivities(host.Name);
        await host.StartAsync();
        await host.PublishAsync();
        host.Telegram.FailNext(TelegramFault.BadGateway() with { Method = "sendMessage" });
        await FluentActions.Awaiting(() => PublishInTimeAsync(host, "secret in doubt")).Should().ThrowAsync<TelegramMarketingException>();
        host.Telegram.AddPerson("Annasecret", "anna_secret").Start(host.Bot);
        await host.Telegram.AdvanceAsync(TimeSpan.FromSeconds(5));
        host.Bot.RevokeToken();
        await FluentActions.Awaiting(() => PublishInTimeAsync(host, "secret after the token")).Should().ThrowAsync<TelegramMarketingException>();

        var all = recorded.All.SelectMany(activity => activity.TagObjects.Select(tag => $"{tag.Value}").Append(activity.DisplayName).Append(activity.StatusDescription ?? "")).ToList();

        all.Should().HaveCountGreaterThan(10);
        all.Should().NotContain(text => text.Contains("secret", StringComparison.OrdinalIgnoreCase) || text.Contains(host.Token, StringComparison.Ordinal) || text.Contains("http", StringComparison.Ordinal));
    }

    private static async Task PublishInTimeAsync(ObservedHost host, string text)
    {
        var publishing = host.PublishAsync(text);
        await host.Telegram.AdvanceAsync(TimeSpan.FromSeconds(5));
        await publishing;
    }

    private static IEnumerable<(string Name, string? Value)> Tags(Activity activity) =>
        activity.TagObjects.Select(tag => (tag.Key, tag.Value?.ToString())).OrderBy(tag => tag.Key, StringComparer.Ordinal);
}
