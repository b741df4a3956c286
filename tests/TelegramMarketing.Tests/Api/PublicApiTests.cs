using System.Text.RegularExpressions;
using PublicApiGenerator;
using TelegramMarketing.Testing;

namespace TelegramMarketing.Tests.Api;

/// <summary>Everything that hosts can see of a package stands in a text beside this test, so that no change of it goes unseen.</summary>
public sealed partial class PublicApiTests
{
    private static readonly ApiGeneratorOptions _options = new()
    {
        IncludeAssemblyAttributes = false,
        DenyNamespacePrefixes = [],
        ExcludeAttributes =
        [
            "System.Runtime.CompilerServices.CompilerFeatureRequiredAttribute",
            "System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute",
            "System.CodeDom.Compiler.GeneratedCodeAttribute",
        ],
    };

    [Theory]
    [InlineData(typeof(IChannelPublisher))]
    [InlineData(typeof(InMemoryTelegram))]
    [InlineData(typeof(TelegramMarketingDbContextExtensions))]
    [InlineData(typeof(TelegramMarketingSqliteBuilderExtensions))]
    [InlineData(typeof(TelegramMarketingPostgreSqlBuilderExtensions))]
    [InlineData(typeof(EditorialReportCharts))]
    [InlineData(typeof(StickerFolder))]
    [InlineData(typeof(EmailOptions))]
    public void PublicApi_OfAPackage_IsTheApprovedOne(Type typeOfPackage)
    {
        var name = typeOfPackage.Assembly.GetName().Name!;
        var folder = Path.Combine(AppContext.BaseDirectory, "Api");
        var approved = File.ReadAllText(Path.Combine(folder, $"{name}.approved.txt"));

        var actual = Normalize(typeOfPackage.Assembly.GeneratePublicApi(_options));

        var received = Path.Combine(folder, $"{name}.received.txt");
        File.WriteAllText(received, actual);
        actual.Should().Be(Normalize(approved), $"the public API of {name} is approved as text: compare {received} with tests/TelegramMarketing.Tests/Api/{name}.approved.txt, and copy it over if the change is meant");
    }

    [Fact]
    public void Compare_AChangedApi_Differs()
    {
        var api = Normalize(typeof(IChannelPublisher).Assembly.GeneratePublicApi(_options));

        api.Should().Contain("PublishAsync").And.NotContain("BotGateway", "internals are nobody's business");
        api.Replace("PublishAsync", "PostAsync", StringComparison.Ordinal).Should().NotBe(api);
    }

    private static string Normalize(string text) => Prefix().Replace(text.ReplaceLineEndings("\n").TrimEnd() + "\n", "");

    /// <summary>The namespaces that a reader knows without being told.</summary>
    [GeneratedRegex(@"(?<=[^\w.])(?<!namespace )(System|TelegramMarketing)(\.[A-Z]\w*)*\.(?=[A-Z])", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Prefix();
}
