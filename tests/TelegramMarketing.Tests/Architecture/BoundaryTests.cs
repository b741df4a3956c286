using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using TelegramMarketing.Testing;
using Assembly = System.Reflection.Assembly;
using Type = System.Type;

namespace TelegramMarketing.Tests.Architecture;

/// <summary>The public surface is the library's own, and few places know Telegram.Bot: so that its next major version, or another client, changes few files.</summary>
public sealed class BoundaryTests
{
    private const string Gate = "TelegramMarketing.BotApi";
    private static readonly Assembly _library = typeof(IChannelPublisher).Assembly;
    private static readonly Assembly _testing = typeof(InMemoryTelegram).Assembly;

    /// <summary>
    /// The namespaces that use Telegram.Bot outside the gate, and what for. Beside BotApi they may name requests and updates, and nobody but the gate may use its client.
    /// </summary>
    private static readonly string[] _rooms =
    [
        Gate, // the gate itself
        "TelegramMarketing.Delivery", // IBotSender takes any request and gives it pace and retries
        "TelegramMarketing.Updates", // the pump hands out updates
        "TelegramMarketing.Invitations", // reads updates, asks for links
        "TelegramMarketing.Statistics.Pushed", // reads updates, asks for the number of subscribers
        "TelegramMarketing.Hosting", // creates the client
        "TelegramMarketing.Publishing", // hands edits to the sender
    ];

    [Fact]
    public void PublicSurface_OutsideBotApi_HasNoTypeOfTelegramBot()
    {
        var found =
            from type in PublicSurface.TypesOf(_library).Concat(PublicSurface.TypesOf(_testing))
            where type.Namespace != Gate
            from mention in PublicSurface.MentionsOf(type)
            where IsOfTelegramBot(mention.Mentioned)
            select $"{mention.Member}: {mention.Mentioned.FullName}";

        found.Should().BeEmpty("a host should not have to know Telegram.Bot");
    }

    [Fact]
    public void PublicSurface_OfBotApi_IsSeenByThisTest()
    {
        var found =
            from type in PublicSurface.TypesOf(_library)
            where type.Namespace == Gate
            from mention in PublicSurface.MentionsOf(type)
            where IsOfTelegramBot(mention.Mentioned)
            select mention.Mentioned.FullName;

        found.Should().NotBeEmpty("else the test above sees nothing either");
    }

    [Fact]
    public void PublicTypes_OfTheLibrary_AreInItsOwnNamespace() =>
        PublicSurface.TypesOf(_library).Select(type => type.Namespace).Distinct().Should().BeSubsetOf(["TelegramMarketing", Gate]);

    [Fact]
    public void PublicTypes_OfTesting_AreInItsNamespace() =>
        PublicSurface.TypesOf(_testing).Where(type => !type.IsAbstract || !type.IsSealed).Select(type => type.Namespace).Distinct().Should().Equal("TelegramMarketing.Testing");

    [Fact]
    public void TelegramBot_IsUsed_InFewRoomsOnly()
    {
        var users = Using("Telegram.Bot").Select(type => type.Namespace.FullName).Distinct();

        users.Should().BeSubsetOf(_rooms);
    }

    [Fact]
    public void TelegramBotClient_IsUsed_ByTheGateAndItsMakerOnly()
    {
        string[] clients = ["Telegram.Bot.TelegramBotClient", "Telegram.Bot.ITelegramBotClient", "Telegram.Bot.TelegramBotClientExtensions"];
        var users = Types().Where(type => type.Dependencies.Any(dependency => clients.Contains(dependency.Target.FullName))).Select(type => type.Namespace.FullName).Distinct();

        users.Should().BeEquivalentTo([Gate, "TelegramMarketing.Hosting"]);
    }

    [Fact]
    public void TelegramBot_InTheTestingPackage_IsNotUsed() =>
        _testing.GetReferencedAssemblies().Select(reference => reference.Name).Should().NotContain("Telegram.Bot", "the fake stands at the wire, and must not share the client's mistakes");

    [Fact]
    public void PublicClasses_AreSealedOrStaticOrMadeForInheritance()
    {
        Type[] madeForInheritance = [typeof(TelegramMessage), typeof(GroupSummary)];
        var open = PublicSurface.TypesOf(_library).Concat(PublicSurface.TypesOf(_testing))
            .Where(type => type.IsClass && !type.IsSealed && !madeForInheritance.Contains(type));

        open.Should().BeEmpty();
    }

    [Fact]
    public void AsyncMethods_OfPublicInterfaces_TakeACancellationTokenLast()
    {
        var wrong =
            from type in PublicSurface.TypesOf(_library)
            where type.IsInterface
            from method in type.GetMethods()
            where method.Name.EndsWith("Async", StringComparison.Ordinal)
            where method.GetParameters().LastOrDefault() is not { HasDefaultValue: true } last || last.ParameterType != typeof(CancellationToken)
            select $"{type.Name}.{method.Name}";

        wrong.Should().BeEmpty();
    }

    private static bool IsOfTelegramBot(Type type) => type.Assembly.GetName().Name == "Telegram.Bot";

    private static IEnumerable<IType> Types() => new ArchLoader().LoadAssemblies(_library).Build().Types
        .Where(type => type.FullName.StartsWith("TelegramMarketing.", StringComparison.Ordinal));

    private static IEnumerable<IType> Using(string root) =>
        Types().Where(type => type.Dependencies.Any(dependency => dependency.Target.FullName.StartsWith($"{root}.", StringComparison.Ordinal)));
}
