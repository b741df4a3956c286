using TelegramMarketing.Statistics.Model;

namespace TelegramMarketing.Tests.Statistics;

public sealed class StudentTTests
{
    // From printed tables of the t distribution.
    [Theory]
    [InlineData(1, 0.975, 12.706)]
    [InlineData(5, 0.975, 2.571)]
    [InlineData(10, 0.95, 1.812)]
    [InlineData(30, 0.995, 2.750)]
    [InlineData(1e6, 0.975, 1.960)]
    public void Quantile_OfTheTables_IsTheirs(double degrees, double probability, double quantile)
    {
        var t = new StudentT(degrees);

        t.Quantile(probability).Should().BeApproximately(quantile, 6e-4);
        t.Below(-quantile).Should().BeApproximately(1 - probability, 1e-4);
        t.Density(0.3).Should().BeApproximately((t.Below(0.3 + 1e-4) - t.Below(0.3 - 1e-4)) / 2e-4, 1e-6, "the density is the slope");
    }

    [Fact]
    public void Mixture_OfTwo_HasQuantilesThatItsDistributionGivesBack()
    {
        var mixture = new Mixture([new StudentT(4), new StudentT(50)], [0.3, 0.7], [-1, 2], [0.5, 0.1]);

        foreach (var probability in new[] { 0.001, 0.025, 0.3, 0.5, 0.975, 0.999 })
        {
            mixture.Below(mixture.Quantile(probability)).Should().BeApproximately(probability, 1e-7);
        }

        mixture.Mean.Should().BeApproximately(1.1, 1e-12);
    }
}
