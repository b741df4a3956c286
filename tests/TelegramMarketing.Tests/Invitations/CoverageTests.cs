using TelegramMarketing.Testing;

namespace TelegramMarketing.Tests.Invitations;

/// <summary>The joins that were seen, beside the change of the number of members.</summary>
public sealed class CoverageTests : IAsyncLifetime
{
    private static readonly ChannelAddress Brand = ChannelAddress.FromUsername("brand");

    private InvitationTown _town = null!;

    public async Task InitializeAsync() => _town = await InvitationTown.OpenAsync();

    public async Task DisposeAsync() => await _town.DisposeAsync();

    [Fact]
    public async Task Funnel_BeforeAnybodyMoved_KnowsNothing()
    {
        _town.Brand.SetSubscribers(100);
        var funnel = await FunnelAsync();

        (funnel.CountedSince, funnel.JoinsSeen, funnel.LeavesSeen, funnel.MemberChange, funnel.Coverage).Should().Be((null, null, null, null, null));
    }

    [Fact]
    public async Task Funnel_FirstUpdate_BeginsTheCountAndIsNotInIt()
    {
        Join(1);
        await _town.PassAsync();

        var funnel = await FunnelAsync();
        funnel.CountedSince.Should().NotBeNull();
        (funnel.JoinsSeen, funnel.LeavesSeen, funnel.MemberChange, funnel.Coverage).Should().Be((0, 0, 0, null), "nobody has joined since");
    }

    [Fact]
    public async Task Funnel_EverythingSeen_IsCoveredWhole()
    {
        await BeginAsync();
        var people = Join(4);
        await _town.PassAsync();
        people[0].Leave(_town.Brand);
        await _town.PassAsync();

        var funnel = await FunnelAsync();
        (funnel.JoinsSeen, funnel.LeavesSeen, funnel.MemberChange, funnel.Coverage).Should().Be((4, 1, 3, 1.0));
        (await FunnelAsync("spring")).Coverage.Should().BeNull("members belong to no campaign");
    }

    [Fact]
    public async Task Funnel_JoinsThatNobodyReported_LowerTheCoverage()
    {
        await BeginAsync();
        Join(3);
        await _town.PassAsync();
        _town.Brand.SetSubscribers(_town.Brand.Subscribers + 9);

        var funnel = await FunnelAsync();
        (funnel.JoinsSeen, funnel.MemberChange, funnel.Coverage).Should().Be((3, 12, 0.25));
    }

    [Fact]
    public async Task Funnel_LeavesThatNobodyReported_LeaveTheCoverageAtMostWhole()
    {
        _town.Brand.SetSubscribers(50);
        await BeginAsync();
        Join(2);
        await _town.PassAsync();
        _town.Brand.SetSubscribers(_town.Brand.Subscribers - 10);

        var funnel = await FunnelAsync();
        (funnel.MemberChange, funnel.Coverage).Should().Be((-8, 1.0));
    }

    [Fact]
    public async Task Funnel_TelegramDoesNotTellTheNumber_LeavesItUnknown()
    {
        await BeginAsync();
        Join(2);
        await _town.PassAsync();
        _town.Telegram.FailNext(TelegramFault.Refuse(400, "chat not found") with { Method = "getChatMemberCount" });

        var funnel = await FunnelAsync();
        (funnel.JoinsSeen, funnel.MemberChange, funnel.Coverage).Should().Be((2, null, null));
    }

    private async Task BeginAsync()
    {
        Join(1);
        await _town.PassAsync();
    }

    private TelegramPerson[] Join(int count)
    {
        var people = Enumerable.Range(0, count).Select(_ => _town.Telegram.AddPerson("Ann")).ToArray();
        Array.ForEach(people, person => person.Join(_town.Brand));
        return people;
    }

    private Task<InvitationFunnel> FunnelAsync(string? campaign = null) => _town.AwaitAsync(_town.Invitations.GetFunnelAsync(Brand, campaign));
}
