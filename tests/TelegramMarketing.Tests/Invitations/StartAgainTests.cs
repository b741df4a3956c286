using TelegramMarketing.Testing;

namespace TelegramMarketing.Tests.Invitations;

/// <summary>Pressing start again makes no new link while there is one that the person can use.</summary>
public sealed class StartAgainTests : IAsyncLifetime
{
    private InvitationTown _town = null!;
    private TelegramPerson _ann = null!;
    private Invitation _invitation = null!;

    public async Task InitializeAsync()
    {
        _town = await InvitationTown.OpenAsync();
        _ann = _town.Telegram.AddPerson("Ann");
        _invitation = await _town.InviteAsync(InvitationLinkKind.BotDeepLink, _town.Club);
    }

    public async Task DisposeAsync() => await _town.DisposeAsync();

    [Fact]
    public async Task Start_PressedAgain_GivesTheSameLink()
    {
        await PressAsync(3);

        _town.Club.InviteLinks.Should().ContainSingle();
    }

    [Fact]
    public async Task Start_PressedAgainAfterAnOptOut_MakesOneNewLink()
    {
        await PressAsync(1);
        await StopAsync();

        await PressAsync(3);

        _town.Club.InviteLinks.Select(link => link.IsRevoked).Should().Equal(true, false);
        _ann.Join(Button()).Should().Be(JoinResult.Joined);
    }

    [Fact]
    public async Task Stop_WrittenAgainAfterTheWayWasOpenedAgain_RevokesThatLinkToo()
    {
        await PressAsync(1);
        await StopAsync();
        await PressAsync(1);

        await StopAsync();

        _town.Club.InviteLinks.Should().HaveCount(2).And.OnlyContain(link => link.IsRevoked);
        (await _town.KindsAsync(_invitation)).Count(kind => kind == ConsentEventKind.OptedOut).Should().Be(1);
    }

    [Fact]
    public async Task Start_PressedAgainByWhoHasJoinedAndLeft_MakesOneNewLink()
    {
        await JoinAndLeaveAsync();

        await PressAsync(3);

        _town.Club.InviteLinks.Should().HaveCount(2);
        _ann.Join(Button()).Should().Be(JoinResult.Joined);
    }

    [Fact]
    public async Task Start_PressedAgainByWhoHasJoinedAndLeftTwice_MakesOneNewLinkEachTime()
    {
        await JoinAndLeaveAsync();
        await JoinAndLeaveAsync();

        await PressAsync(3);

        _town.Club.InviteLinks.Should().HaveCount(3);
        _ann.Join(Button()).Should().Be(JoinResult.Joined);
    }

    [Fact]
    public async Task Start_PressedAgainByWhoHasJoinedLeftAndOptedOut_MakesOneNewLink()
    {
        await JoinAndLeaveAsync();
        await StopAsync();

        await PressAsync(3);

        _town.Club.InviteLinks.Should().HaveCount(2);
        _ann.Join(Button()).Should().Be(JoinResult.Joined);
    }

    private async Task PressAsync(int times)
    {
        for (var press = 0; press < times; press++)
        {
            await _town.FollowAsync(_ann, _invitation);
        }
    }

    private async Task StopAsync()
    {
        _ann.Write(_town.Bot, "/stop");
        await _town.PassAsync();
    }

    private async Task JoinAndLeaveAsync()
    {
        await PressAsync(1);
        _ann.Join(Button()).Should().Be(JoinResult.Joined);
        await _town.PassAsync();
        _ann.Leave(_town.Club);
        await _town.PassAsync();
    }

    private string Button() => _ann.Inbox[^1].Buttons[0][0].Url!;
}
