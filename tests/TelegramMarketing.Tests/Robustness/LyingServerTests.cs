namespace TelegramMarketing.Tests.Robustness;

/// <summary>
/// The promise of the library under a server that refuses, hangs, breaks off, loses answers and lies: nothing is published twice, and nothing is lost silently.
/// What the channel holds is compared with what the callers were told and what the ledger says.
/// </summary>
public sealed class LyingServerTests
{
    private const int Channels = 4;

    [Theory]
    [InlineData(1, 0.0)]
    [InlineData(2, 0.1)]
    [InlineData(3, 0.3)]
    [InlineData(4, 0.6)]
    [InlineData(5, 0.9)]
    public async Task PublishAsync_EverythingGoesWrong_NothingTwiceNothingLost(int seed, double share)
    {
        await using var host = new FakeHost(
            telegram => (telegram.MaxPostsPerChannel, telegram.MaxRequests) = (100_000, 0),
            options => (options.GracePeriod, options.Memory.EndedPublications) = (TimeSpan.FromMinutes(20), 100_000));
        var campaign = new Campaign(host, Channels, new Random(seed));
        new Chaos(seed, share).Befall(host.Telegram);

        await host.DriveAsync(campaign.RunAsync(160), step: 60);

        // Held ones end with their grace period, whatever happens.
        await host.AdvanceAsync(3 * 3600);
        await campaign.VerifyAsync();

        // Somebody looks into the channel and settles what is in doubt; the parts that were left follow.
        host.Telegram.Faults.Clear();
        await campaign.SettleAsync();
        await campaign.VerifyAsync();
        (await host.LedgerAsync()).Should().OnlyContain(publication => publication.State != PublicationState.Unknown && publication.State != PublicationState.Sending && publication.State != PublicationState.Scheduled && publication.State != PublicationState.Held);
    }

    [Fact]
    public async Task VerifyAsync_APostIsThereTwice_IsSeen()
    {
        await using var host = new FakeHost();
        var campaign = new Campaign(host, 1, new Random(1));
        await host.DriveAsync(campaign.RunAsync(3), step: 60);
        campaign.Rooms[0].AddPost($"{Newsroom.Marker(1)} has good news");

        (await Record.ExceptionAsync(campaign.VerifyAsync)).Should().NotBeNull("the test must be able to fail");
    }

    [Fact]
    public async Task VerifyAsync_APostIsLost_IsSeen()
    {
        await using var host = new FakeHost();
        var campaign = new Campaign(host, 1, new Random(1));
        await host.DriveAsync(campaign.RunAsync(3), step: 60);
        campaign.Rooms[0].Posts[0].Delete();

        (await Record.ExceptionAsync(campaign.VerifyAsync)).Should().NotBeNull("the test must be able to fail");
    }
}
