using System.Reflection;
using TelegramMarketing.Publishing;

namespace TelegramMarketing.Tests.Publishing;

public sealed class PostPlanRulesTests
{
    public static TheoryData<string> Cases => [.. PostPlanRuleCases.All.Select(@case => @case.ToString())];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Create_PostBeyondTheBoundary_NamesTheRuleAndTheRemedy(string name)
    {
        var plan = Find(name).PlanBroken();

        var violation = plan.Violations.Should().ContainSingle().Subject;
        violation.Rule.Should().Be(Find(name).Rule);
        violation.Message.Should().EndWith(".").And.NotContain("  ").And.NotContain("..");
        violation.Message.Split(". ").Should().HaveCountGreaterThan(1, "what is wrong is followed by the remedy");
        plan.IsSendable.Should().BeFalse();
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Create_PostWithinTheBoundary_IsSendable(string name) =>
        Find(name).PlanSound().Should().Match<PostPlan>(plan => plan.IsSendable && plan.Messages.Count > 0, "{0}", Find(name).PlanSound());

    [Fact]
    public void Cases_EveryRule_IsTested() =>
        PostPlanRuleCases.All.Select(@case => @case.Rule).Distinct().Should().BeEquivalentTo(RuleNames());

    [SkippableFact]
    public void Documentation_EveryRule_IsListed()
    {
        var page = FindUpwards("docs/publishing.md");
        Skip.If(page is null, "docs/publishing.md is not above the test's directory.");

        var text = File.ReadAllText(page!);
        RuleNames().Should().AllSatisfy(rule => text.Should().Contain($"`{rule}`"));
    }

    [Fact]
    public void Create_SeveralRulesBroken_ReportsAllAtOnce()
    {
        var post = new Post
        {
            Text = PostText.Plain(new string('a', 5000)),
            LongText = LongText.Refuse,
            Buttons = [[], [PostButton.Callback("", new string('d', 65)), PostButton.Url("x", "nowhere")]],
            Tags = [""],
            Spoiler = true,
        };

        PostPlan.Create(post).Violations.Select(violation => violation.Rule).Should().BeEquivalentTo(
            PlanRules.TextLength, PlanRules.ButtonRowEmpty, PlanRules.ButtonLabel, PlanRules.ButtonDataSize, PlanRules.ButtonUrl, PlanRules.TagEmpty, PlanRules.Spoiler);
    }

    [Fact]
    public void Create_BrokenRule_SaysTheActualValue()
    {
        var post = new Post { Text = PostText.Plain(new string('a', 4321)), LongText = LongText.Refuse };

        PostPlan.Create(post).Violations.Should().ContainSingle().Which.Message.Should().Contain("4321").And.Contain("4096").And.Contain("225");
    }

    [Fact]
    public void Create_LocalServer_TakesLargerFiles()
    {
        var media = PostMedia.Video(MediaSource.FromPath("film.mp4"));
        var post = new Post { Media = [media] };
        var facts = new Dictionary<MediaSource, MediaFacts> { [media.Source] = new() { Length = 2000L << 20 } };

        PostPlan.Create(post, facts, UploadLimits.LocalServer).IsSendable.Should().BeTrue();
        PostPlan.Create(post, facts, UploadLimits.Cloud).IsSendable.Should().BeFalse();
    }

    [Fact]
    public void Create_BrokenContent_IsNotRepeatedInTheMessages()
    {
        var post = new Post
        {
            Text = PostText.Plain("secretsecret"),
            CaptionAbove = true,
            Buttons = [[PostButton.Url("", "ftp://secret.example/secret"), PostButton.Callback("secret", string.Concat(Enumerable.Repeat("secret", 20)))]],
        };

        PostPlan.Create(post).Violations.Should().HaveCount(4).And.AllSatisfy(violation => violation.Message.Should().NotContain("secret"));
    }

    [Fact]
    public void Create_Null_Throws() => FluentActions.Invoking(() => PostPlan.Create(null!)).Should().Throw<ArgumentNullException>();

    [Fact]
    public void ThrowIfNotSendable_BrokenRules_ListsThemAll()
    {
        var plan = PostPlan.Create(new Post { Tags = ["", " "] });

        var exception = plan.Invoking(it => it.ThrowIfNotSendable()).Should().Throw<TelegramMarketingException>().Which;

        exception.Error.Should().Be(TelegramMarketingError.InvalidPost);
        exception.Violations.Should().Equal(plan.Violations).And.HaveCount(3);
        plan.Violations.Should().AllSatisfy(violation => exception.Message.Should().Contain(violation.Rule).And.Contain(violation.Message));
    }

    [Fact]
    public void ThrowIfNotSendable_SoundPost_DoesNothing() =>
        PostPlan.Create(Post.News(PostText.Plain("News"))).Invoking(plan => plan.ThrowIfNotSendable()).Should().NotThrow();

    [Fact]
    public void ThrowIfNotSendable_PlanOfAHostWithoutMessages_Throws() =>
        new PostPlan().Invoking(plan => plan.ThrowIfNotSendable()).Should().Throw<TelegramMarketingException>();

    private static PostPlanRuleCases.Case Find(string name) => PostPlanRuleCases.All.Single(@case => @case.ToString() == name);

    private static IEnumerable<string> RuleNames() =>
        typeof(PlanRules).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);

    private static string? FindUpwards(string path)
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            var candidate = Path.Combine(directory.FullName, path);
            if (File.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
