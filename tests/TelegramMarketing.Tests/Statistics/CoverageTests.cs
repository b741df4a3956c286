using TelegramMarketing.Simulations;

namespace TelegramMarketing.Tests.Statistics;

/// <summary>A small part of the simulations, on one seed, that fails when the intervals no longer say how sure they are.</summary>
public sealed class CoverageTests
{
    [Theory]
    [InlineData("ordinary channels")]
    [InlineData("hours confound")]
    public void Report_SimulatedChannels_CoversTheTruthAndNamesNoWrongWinner(string name)
    {
        var tally = Simulation.Run(Cell.All.Single(cell => cell.Name == name), 100, seed: 20261120);

        tally.Intervals.Should().BeGreaterThan(300);
        tally.Coverage.Should().BeInRange(0.92, 0.985);
        tally.WrongWinners.Should().BeLessThanOrEqualTo(5);
        tally.Winners.Should().BeGreaterThan(3, "a report that never says anything would be right too");
    }
}
