namespace TelegramMarketing.Tests;

/// <summary>The classes of tests of this assembly. Every project of tests has this file.</summary>
public sealed class TestClassTests
{
    [Fact]
    public void AClassOfTests_ThatIsDisposedOf_IsSoByItsLifetime() =>
        typeof(TestClassTests).Assembly.GetTypes()
            .Where(type => type.GetMethods().Any(method => method.IsDefined(typeof(FactAttribute), inherit: true)))
            .Where(type => type.IsAssignableTo(typeof(IAsyncDisposable)) && !type.IsAssignableTo(typeof(IAsyncLifetime)))
            .Should().BeEmpty("xUnit never calls IAsyncDisposable.DisposeAsync of a class of tests: what it holds would stay until the end");
}
