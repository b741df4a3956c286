using TelegramMarketing.Testing;

namespace TelegramMarketing.Tests.Invitations;

/// <summary>A link for print: joins by it are counted for the campaign, and nobody is kept.</summary>
public sealed class CampaignLinkTests : IAsyncLifetime
{
    private InvitationTown _town = null!;

    public async Task InitializeAsync() => _town = await InvitationTown.OpenAsync();

    public async Task DisposeAsync() => await _town.DisposeAsync();

    [Fact]
    public async Task Link_Printed_IsCountedForItsCampaignOnly()
    {
        var poster = await CreateAsync("poster", 2);
        var flyer = await CreateAsync("flyer");
        Join(poster, 3).Should().Equal(JoinResult.Joined, JoinResult.Joined, JoinResult.LinkDoesNotWork);
        Join(flyer, 1).Should().Equal(JoinResult.Joined);
        _town.Telegram.AddPerson("Zoe").Join(_town.Club.AddInviteLink("by hand").Address);
        await _town.PassAsync();

        (await FunnelAsync("poster")).CampaignLinkJoins.Should().Be(2);
        (await FunnelAsync("flyer")).CampaignLinkJoins.Should().Be(1);
        var all = await FunnelAsync(null);
        (all.CampaignLinkJoins, all.UnattributedJoins, all.Joined).Should().Be((3, 1, 0));
        (await _town.Ledger.ListAsync(new ConsentFilter()).ToListAsync()).Should().BeEmpty("nobody is kept");
        var link = _town.Club.InviteLinks.Single(link => link.Address == poster.Address.AbsoluteUri);
        (link.Name, link.MemberLimit).Should().Be((poster.Id.ToString("N"), 2));
    }

    [Fact]
    public async Task Link_JoinedByAnInvitedPerson_IsTheirInvitations()
    {
        var poster = await CreateAsync("poster");
        var invitation = await _town.InviteAsync(InvitationLinkKind.BotDeepLink, _town.Club);
        var ann = _town.Telegram.AddPerson("Ann");
        await _town.FollowAsync(ann, invitation);

        ann.Join(poster.Address.AbsoluteUri);
        await _town.PassAsync();

        var all = await FunnelAsync(null);
        (all.Joined, all.CampaignLinkJoins, all.UnattributedJoins).Should().Be((1, 0, 0));
    }

    [Fact]
    public async Task Revoke_OfALink_EndsItAndKeepsItsCount()
    {
        var poster = await CreateAsync("poster");
        Join(poster, 1);
        await _town.PassAsync();

        (await _town.AwaitAsync(_town.Invitations.RevokeCampaignLinkAsync(poster.Id))).Should().BeTrue();
        (await _town.AwaitAsync(_town.Invitations.RevokeCampaignLinkAsync(poster.Id))).Should().BeTrue("repeating is harmless");
        (await _town.AwaitAsync(_town.Invitations.RevokeCampaignLinkAsync(Guid.Parse("01234567-89ab-cdef-0123-456789abcdef")))).Should().BeFalse();

        Join(poster, 1).Should().Equal(JoinResult.LinkDoesNotWork);
        (await FunnelAsync("poster")).CampaignLinkJoins.Should().Be(1);
        _town.Telegram.Requests.Count(request => request.Method == "revokeChatInviteLink").Should().Be(1);
    }

    [Fact]
    public async Task Link_Expired_AdmitsNobody()
    {
        var poster = await CreateAsync("poster", validFor: TimeSpan.FromDays(1));
        poster.ExpiresAt.Should().NotBeNull();

        await _town.PassAsync(TimeSpan.FromDays(1));

        Join(poster, 1).Should().Equal(JoinResult.LinkDoesNotWork);
    }

    [Fact]
    public async Task Create_AnswerLost_CountsTheJoinsOfTheLinkAllTheSameAndRevokesIt()
    {
        _town.Telegram.FailNext(TelegramFault.LoseAnswer() with { Method = "createChatInviteLink" });
        var act = () => CreateAsync("poster");
        (await act.Should().ThrowAsync<TelegramMarketingException>()).Which.Error.Should().Be(TelegramMarketingError.OutcomeUnknown);
        var lost = _town.Club.InviteLinks.Should().ContainSingle().Subject;

        _town.Telegram.AddPerson("Ann").Join(lost.Address);
        await _town.PassAsync(TimeSpan.FromMinutes(15));

        (await FunnelAsync("poster")).CampaignLinkJoins.Should().Be(1);
        lost.IsRevoked.Should().BeTrue();
    }

    [Fact]
    public async Task Create_RefusedByTelegram_LeavesNoTrace()
    {
        _town.Club.AddAdministrator(_town.Bot, AdministratorRights.All with { CanInviteUsers = false });
        var act = () => CreateAsync("poster");

        (await act.Should().ThrowAsync<TelegramMarketingException>()).Which.Error.Should().Be(TelegramMarketingError.MissingRights);
        _town.Club.InviteLinks.Should().BeEmpty();
    }

    [Fact]
    public async Task Create_ForAPublicChannel_IsRefusedWithTheRemedy()
    {
        var act = () => _town.AwaitAsync(_town.Invitations.CreateCampaignLinkAsync(new() { Channel = ChannelAddress.FromUsername("brand"), Campaign = "poster" }));

        await act.Should().ThrowAsync<ArgumentException>().WithMessage("*public*does not say*address*");
    }

    [Fact]
    public async Task Create_WithEverythingWrong_ListsIt()
    {
        var act = () => _town.Invitations.CreateCampaignLinkAsync(new() { Channel = null!, Campaign = " ", MemberLimit = 100_000, ValidFor = TimeSpan.Zero });

        (await act.Should().ThrowAsync<ArgumentException>()).Which.Message.Should().ContainAll("Channel is missing", "Campaign is missing", "MemberLimit is 100000", "1 to 99999", "ValidFor");
    }

    [Fact]
    public async Task ToQr_OfALink_IsThePictureOfItsAddress()
    {
        var poster = await CreateAsync("poster");

        poster.ToQrSvg().Should().StartWith("<svg").And.Be((poster with { Campaign = "other" }).ToQrSvg());
        poster.ToQrPng().Should().StartWith(new byte[] { 0x89, 0x50, 0x4E, 0x47 });
    }

    private Task<CampaignLink> CreateAsync(string campaign, int? limit = null, TimeSpan? validFor = null) => _town.AwaitAsync(_town.Invitations.CreateCampaignLinkAsync(
        new() { Channel = ChannelAddress.FromId(_town.Club.Id), Campaign = campaign, MemberLimit = limit, ValidFor = validFor }));

    private Task<InvitationFunnel> FunnelAsync(string? campaign) => _town.AwaitAsync(_town.Invitations.GetFunnelAsync(ChannelAddress.FromId(_town.Club.Id), campaign));

    private JoinResult[] Join(CampaignLink link, int people) => [.. Enumerable.Range(0, people).Select(_ => _town.Telegram.AddPerson("Ann").Join(link.Address.AbsoluteUri))];
}
