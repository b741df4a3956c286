namespace TelegramMarketing.Tests.Statistics;

public sealed class ReadingTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void TrueFrom_StaleReading_LiesBeforeItsObservation() =>
        new Reading(Count.Exact(1), "t.me", Now, TimeSpan.FromMinutes(30)).TrueFrom.Should().Be(Now.AddMinutes(-30));

    [Fact]
    public void Constructor_NegativeStaleness_IsRefused() =>
        FluentActions.Invoking(() => new Reading(Count.Exact(1), "t.me", Now, TimeSpan.FromTicks(-1))).Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void Constructor_NoSource_IsRefused() =>
        FluentActions.Invoking(() => new Reading(Count.Exact(1), " ", Now, TimeSpan.Zero)).Should().Throw<ArgumentException>();

    [Fact]
    public void ReactionCount_WithoutASymbol_IsRefused() =>
        FluentActions.Invoking(() => ReactionCount.Emoji("", Count.Exact(1))).Should().Throw<ArgumentException>();
}
