namespace TelegramMarketing.Tests.Invitations;

public sealed class MemoryInvitationStoreTests
{
    [Fact]
    public async Task Store_BeyondItsCapacity_ForgetsTheOldestButNoCountAndNoOptOut()
    {
        var bench = new InvitationBench(capacity: 10);
        await bench.Invitations.OptOutAsync("stopped");
        var oldest = await bench.CreateAsync("c-0");
        await bench.StartAsync(oldest.Address, 42);
        for (var i = 1; i <= 10; i++)
        {
            await bench.CreateAsync($"c-{i}");
        }

        (await bench.Invitations.FindAsync(oldest.Id)).Should().BeNull();
        (await bench.EventsAsync()).Should().HaveCount(11, "ten invitations and the opt-out are kept");
        (await bench.Invitations.GetFunnelAsync(InvitationBench.Public)).Should().BeEquivalentTo(new { Invited = 11, BotStarted = 1 });
        (await bench.Module.Ledger.HasOptedOutAsync("stopped")).Should().BeTrue();
        await bench.StartAsync(oldest.Address, 42);
        bench.Sender.LastSent.Text!.PlainText.Should().Contain("does not work");
        await bench.JoinAsync(42);
        (await bench.Invitations.GetFunnelAsync(InvitationBench.Public)).UnattributedJoins.Should().Be(1);
    }

    [Fact]
    public async Task Store_InvitedAgainAndAgain_DoesNotGrow()
    {
        var bench = new InvitationBench(capacity: 5);
        for (var i = 0; i < 200; i++)
        {
            var invitation = await bench.CreateAsync($"c-{i}");
            await bench.StartAsync(invitation.Address, 1000 + i);
        }

        bench.Storage.InvitationRows.Should().Be(5 * 10, "each invitation keeps itself, its age, its token, its customer with two names, two events, and the ways of finding them");
    }

    [Fact]
    public async Task ListForCustomerAsync_OneCustomer_GivesTheirEventsOnlyInOrder()
    {
        var bench = new InvitationBench();
        var first = await bench.CreateAsync("Ann", InvitationBench.Public);
        await bench.CreateAsync("Bob");
        await bench.CreateAsync("ann", InvitationBench.Private);
        await bench.StartAsync(first.Address, 42);
        await bench.Invitations.OptOutAsync(" ANN ");

        var events = await bench.Module.Ledger.ListForCustomerAsync("aNN").ToListAsync();

        events.Select(entry => entry.Kind).Should().Equal(
            ConsentEventKind.Invited, ConsentEventKind.Invited, ConsentEventKind.BotStarted, ConsentEventKind.OptedOut, ConsentEventKind.OptedOut);
        events.Select(entry => entry.Subject).Distinct().Should().ContainSingle();
        (await bench.Module.Ledger.ListForCustomerAsync("nobody").ToListAsync()).Should().BeEmpty();
    }
}
