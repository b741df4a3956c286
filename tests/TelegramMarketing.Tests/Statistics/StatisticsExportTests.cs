using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TelegramMarketing.Tests.Statistics;

/// <summary>What leaves for a spreadsheet or another program is whole, harmless and the same in every culture.</summary>
public sealed class StatisticsExportTests
{
    private static readonly DateTimeOffset _now = new(2026, 11, 20, 12, 0, 0, TimeSpan.FromHours(1));
    private static readonly ChannelAddress _channel = ChannelAddress.Parse("@my_shop");

    private static readonly PostStatistics _full = new()
    {
        Post = new PostReference(_channel, 41),
        Availability = PostAvailability.Available,
        PublishedAt = _now,
        Kind = PostKind.Of("=cmd|' /C calc'!A0"),
        KindSource = KindSource.Ledger,
        Tags = ["spring", "a,b"],
        Signature = "Lucia \"la\" fornaia\nMilano",
        Media = PostMediaType.Photo,
        Length = 120,
        HasButtons = true,
        Views = new Reading(Count.Rounded(1_200, 1_195, 1_209, "1.2K"), "t.me", _now.AddHours(3), TimeSpan.FromSeconds(1.5)),
        Reactions = [ReactionCount.Emoji("👍", Count.Exact(5)), ReactionCount.PaidStar(Count.Exact(1))],
    };

    private static readonly PostStatistics _unknown = new() { Post = new PostReference(_channel, 42), Availability = PostAvailability.NotFound };

    [Fact]
    public async Task WriteCsv_InAnyCulture_IsRfc4180WithoutFormulas()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("it-IT");
        try
        {
            var writer = new StringWriter();
            await Posts().WriteCsvAsync(writer);

            writer.ToString().Split("\r\n").Should().Equal(
                "post,message_id,published_at,kind,kind_source,tags,author,media,length,buttons,forwarded_from,continuation_of,availability,views,views_low,views_high,views_source,views_observed_at,views_staleness_seconds,reactions,poll_voters,comments,engagement_rate",
                "https://t.me/my_shop/41,41,2026-11-20T11:00:00Z,'=cmd|' /C calc'!A0,Ledger,\"spring a,b\",\"Lucia \"\"la\"\" fornaia\nMilano\",Photo,120,true,,,Available,1200,1195,1209,t.me,2026-11-20T14:00:00Z,1.5,6,,,0.005",
                "https://t.me/my_shop/42,42,,,,,,,,,,,NotFound,,,,,,,,,,",
                "");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task WriteJson_Unknown_IsNullAndNeverZero()
    {
        using var stream = new MemoryStream();
        await Posts().WriteJsonAsync(stream);

        using var json = JsonDocument.Parse(stream.ToArray());
        json.RootElement.GetArrayLength().Should().Be(2);
        var (full, unknown) = (json.RootElement[0], json.RootElement[1]);
        full.GetProperty("views").GetProperty("low").GetInt64().Should().Be(1_195);
        full.GetProperty("views").GetProperty("observedAt").GetString().Should().Be("2026-11-20T14:00:00Z");
        full.GetProperty("reactions")[1].GetProperty("kind").GetString().Should().Be("PaidStar");
        foreach (var name in (string[])["views", "publishedAt", "kind", "length", "buttons", "comments"])
        {
            unknown.GetProperty(name).ValueKind.Should().Be(JsonValueKind.Null, name);
        }
    }

    [Fact]
    public async Task WriteHistory_ReadingsAndGaps_AreAllThere()
    {
        var history = new PostHistory
        {
            Post = _full,
            Views = [new Reading(Count.Exact(844), "t.me", _now.AddHours(3), TimeSpan.Zero), _full.Views! with { }],
            Reactions = [new ReactionReading(new Reading(Count.Exact(6), "updates", _now.AddHours(1), TimeSpan.Zero), _full.Reactions)],
            Gaps = [new StatisticsGap(_now, _now.AddHours(1), CollectedFigures.Views, GapReason.Throttled)],
        };
        var writer = new StringWriter();
        await history.WriteCsvAsync(writer);
        using var stream = new MemoryStream();
        await history.WriteJsonAsync(stream);

        writer.ToString().Split("\r\n").Should().Equal(
            "figure,observed_at,age_hours,value,low,high,source,staleness_seconds",
            "views,2026-11-20T14:00:00Z,3,844,844,844,t.me,0",
            "views,2026-11-20T14:00:00Z,3,1200,1195,1209,t.me,1.5",
            "reactions,2026-11-20T12:00:00Z,1,6,6,6,updates,0",
            "");
        var json = Encoding.UTF8.GetString(stream.ToArray());
        json.Should().Contain("\"gaps\":[{\"from\":\"2026-11-20T11:00:00Z\",\"to\":\"2026-11-20T12:00:00Z\",\"figures\":\"Views\",\"reason\":\"Throttled\"}]");
    }

    [Fact]
    public void EngagementRate_AndReachRate_AreIntervalsOrUnknown()
    {
        _full.EngagementRate().Should().Be(new Rate(6 / 1200.0, 6 / 1209.0, 6 / 1195.0));
        _full.ReachRate(new Reading(Count.Exact(2_400), "t.me", _now, TimeSpan.Zero)).Should().Be(new Rate(0.5, 1195 / 2400.0, 1209 / 2400.0));
        (_full with { Reactions = [] }).EngagementRate().Should().BeNull("nothing shown is unknown, not zero");
        _unknown.EngagementRate().Should().BeNull();
        _full.ReachRate(null).Should().BeNull();
        _full.ReachRate(new Reading(Count.Exact(0), "t.me", _now, TimeSpan.Zero)).Should().BeNull();
    }

    [Fact]
    public void Filter_WhatIsSet_MustAllHold()
    {
        new PostFilter().Accepts(_unknown).Should().BeTrue();
        new PostFilter { Kinds = [PostKind.News] }.Accepts(_unknown).Should().BeFalse("an unknown kind is none");
        new PostFilter { Kinds = [_full.Kind!], Tags = ["SPRING"], Authors = ["lucia \"la\" fornaia\nmilano"] }.Accepts(_full).Should().BeTrue();
        new PostFilter { Kinds = [_full.Kind!], Tags = ["winter"] }.Accepts(_full).Should().BeFalse();
        new PostFilter { Authors = ["Marco"] }.Accepts(_full).Should().BeFalse();
    }

    private static async IAsyncEnumerable<PostStatistics> Posts()
    {
        await Task.CompletedTask;
        yield return _full;
        yield return _unknown;
    }
}
