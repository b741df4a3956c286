using TelegramMarketing.Statistics.Model;

namespace TelegramMarketing.Tests.Statistics;

public sealed class CholeskyTests
{
    [Fact]
    public void Solve_SmallSystem_IsRight()
    {
        var factor = Cholesky.Of([4, 0, 2, 2], [0, 1]);

        factor.Solve([10, 8]).Should().BeEquivalentTo([1.75, 1.5], options => options.WithStrictOrdering().Using<double>(context => context.Subject.Should().BeApproximately(context.Expectation, 1e-12)).WhenTypeIs<double>());
        factor.LogDeterminant.Should().BeApproximately(Math.Log(8), 1e-12);
        factor.InverseDiagonal()[0].Should().BeApproximately(3.0 / 8, 1e-12);
    }
}
