using TelegramMarketing.Storage.Tests.Providers;

namespace TelegramMarketing.Storage.Tests.Contracts;

/// <summary>What every store does about links that end, campaigns' links, and the count of members.</summary>
public abstract class LinkStoreContract<TProvider> : InvitationContract<TProvider>
    where TProvider : StoreProvider, new()
{
    private const string Link = "https://t.me/+abcdefgh";

    [SkippableTheory]
    [InlineData("optout")]
    [InlineData("complaint")]
    [InlineData("erasure")]
    [InlineData("repeated")]
    [InlineData("ended")]
    public async Task Link_OfAnInvitationThatEnds_IsToBeRevoked(string how)
    {
        var storage = Open();
        var won = await LinkedAsync(storage, Claim("Ann"));
        (await DueAsync(storage)).Should().BeEmpty();

        await (how switch
        {
            "optout" => storage.Consent.OptOutAsync(OptOut("Ann"), default),
            "complaint" => storage.Consent.OptOutAsync(OptOut("Ann", reason: SuppressionReason.Complained), default),
            "erasure" => storage.Consent.EraseAsync([Identity.Of(Invitations.CustomerId.Parse("Ann"))], Now, default),
            "repeated" => WinAsync(storage, Claim("Ann") with { IsAskedFor = true }),
            _ => (Task)storage.Invitations.EndAsync(won.Id, Now, default),
        });

        (await DueAsync(Open())).Should().Equal(new LinkToRevoke(Channel, Link));
        (await Open().Invitations.FindAsync(won.Id, default))!.IsLinkEnded.Should().BeTrue();
        (await DueAsync(Open("brand-b"))).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Link_MadeAfterAnOptOut_IsToBeRevokedByTheNextOne()
    {
        var storage = Open();
        var won = await LinkedAsync(storage, Claim("Ann"));
        await storage.Consent.OptOutAsync(OptOut("Ann"), default);
        await storage.Invitations.LinksRevokedAsync([Link], default);
        await storage.Invitations.SetPersonalLinkAsync(won.Id, Link + "2", default);
        (await storage.Invitations.FindAsync(won.Id, default))!.IsLinkEnded.Should().BeFalse();

        (await storage.Consent.OptOutAsync(OptOut("Ann"), default)).Should().BeFalse("it is no news");

        (await DueAsync(Open())).Should().Equal(new LinkToRevoke(Channel, Link + "2"));
        (await EventsAsync(storage)).Count(entry => entry.Kind == ConsentEventKind.OptedOut).Should().Be(1);
    }

    [SkippableFact]
    public async Task Link_UsedUpByAJoin_IsFreshAgainWhenItIsRenewed()
    {
        var storage = Open();
        var won = await LinkedAsync(storage, Claim("Ann"));
        await IsUsedAsync(false);

        await storage.Consent.AppendAsync(Event(won, ConsentEventKind.Joined, updateId: 1), default);
        await IsUsedAsync(true);
        await storage.Invitations.SetPersonalLinkAsync(won.Id, Link + "2", default);
        await IsUsedAsync(false);
        await storage.Consent.AppendAsync(Event(won, ConsentEventKind.Left, updateId: 2), default);
        await IsUsedAsync(false);
        await storage.Consent.AppendAsync(Event(won, ConsentEventKind.Joined, updateId: 3), default);
        await IsUsedAsync(true);

        async Task IsUsedAsync(bool expected) => (await Open().Invitations.FindAsync(won.Id, default))!.IsLinkUsed.Should().Be(expected);
    }

    [SkippableFact]
    public async Task Link_OfAnInvitationOptedOutOfOneMeans_GoesOnWorking()
    {
        var storage = Open();
        await LinkedAsync(storage, Claim("Ann"));

        await storage.Consent.OptOutAsync(OptOut("Ann", transport: "email"), default);

        (await DueAsync(storage)).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Link_OfAnInvitationThatExpires_IsDueThenAndNotBefore()
    {
        var storage = Open();
        var claim = Claim("Ann");
        await LinkedAsync(storage, claim with { Invitation = claim.Invitation with { ExpiresAt = Now.AddDays(2) } });

        Provider.Time.Advance(TimeSpan.FromDays(1));
        (await DueAsync(storage)).Should().BeEmpty();
        Provider.Time.Advance(TimeSpan.FromDays(1));

        (await DueAsync(storage)).Should().ContainSingle();
    }

    [SkippableFact]
    public async Task EndAsync_OfAnInvitation_ExpiresItAndNeverLater()
    {
        var storage = Open();
        var won = await LinkedAsync(storage, Claim("Ann"));
        var ended = Now;
        (await storage.Invitations.EndAsync(won.Id, Now, default)).Should().BeTrue();
        Provider.Time.Advance(TimeSpan.FromDays(1));

        (await storage.Invitations.EndAsync(won.Id, Now, default)).Should().BeTrue();

        (await Open().Invitations.FindAsync(won.Id, default))!.ExpiresAt.Should().Be(ended);
        (await storage.Invitations.EndAsync(Claim("nobody").Invitation.Id, Now, default)).Should().BeFalse();
    }

    [SkippableFact]
    public async Task Revocation_PostponedThenDone_IsDueLaterAndThenNoMore()
    {
        var storage = Open();
        var won = await LinkedAsync(storage, Claim("Ann"));
        await storage.Invitations.EndAsync(won.Id, Now, default);
        await storage.Invitations.PostponeRevocationAsync(Link, Now.AddMinutes(10), default);
        (await DueAsync(storage)).Should().BeEmpty();
        Provider.Time.Advance(TimeSpan.FromMinutes(10));
        (await DueAsync(storage)).Should().ContainSingle();

        await storage.Invitations.LinksRevokedAsync([Link], default);
        await storage.Invitations.LinksRevokedAsync([Link], default);
        await storage.Invitations.EndAsync(won.Id, Now, default);

        (await DueAsync(Open())).Should().BeEmpty("what is revoked is not revoked again");
    }

    [SkippableFact]
    public async Task LearnLinkAsync_OfALinkWhoseAnswerWasLost_KeepsItOnceAndRevokesIt()
    {
        var storage = Open();
        var given = (await storage.Invitations.ClaimAsync(Claim("Ann") with { Invited = null }, default)).Won!;
        await storage.Invitations.ReleaseAsync(given.Id, keepTrace: true, default);

        (await storage.Invitations.LearnLinkAsync(given.Id, Link, Now, default)).Should().BeTrue();
        (await storage.Invitations.LearnLinkAsync(given.Id, Link, Now, default)).Should().BeFalse();
        (await storage.Invitations.LearnLinkAsync(Claim("nobody").Invitation.Id, Link, Now, default)).Should().BeFalse();

        (await Open().Invitations.FindAsync(given.Id, default))!.PersonalLink.Should().Be(Link);
        (await DueAsync(Open())).Should().ContainSingle();
    }

    [SkippableFact]
    public async Task CampaignLink_JoinedTwice_CountsEachUpdateOnceForItsCampaign()
    {
        var storage = Open();
        var id = await CampaignAsync(storage, "poster");
        await CampaignAsync(storage, "flyer");

        (await storage.Invitations.CountCampaignJoinAsync(id, Channel, 1, default)).Should().BeTrue();
        (await storage.Invitations.CountCampaignJoinAsync(id, Channel, 1, default)).Should().BeTrue("an update that comes again is its own");
        await storage.Invitations.CountCampaignJoinAsync(id, Channel, 2, default);
        (await storage.Invitations.CountCampaignJoinAsync(id, -1002, 3, default)).Should().BeFalse("the link belongs to another channel");
        (await storage.Invitations.CountCampaignJoinAsync(Claim("nobody").Invitation.Id, Channel, 4, default)).Should().BeFalse();

        var other = Open();
        (await other.Invitations.CountCampaignJoinsAsync(Channel, "poster", default)).Should().Be(2);
        (await other.Invitations.CountCampaignJoinsAsync(Channel, "flyer", default)).Should().Be(0);
        (await other.Invitations.CountCampaignJoinsAsync(Channel, null, default)).Should().Be(2);
        (await other.Invitations.CountCampaignJoinsAsync(-1002, null, default)).Should().Be(0);
        (await Open("brand-b").Invitations.CountCampaignJoinsAsync(Channel, null, default)).Should().Be(0);
    }

    [SkippableFact]
    public async Task CampaignLink_EndedOrExpired_IsToBeRevoked()
    {
        var storage = Open();
        var ended = await CampaignAsync(storage, "poster", Link + "1");
        await CampaignAsync(storage, "flyer", Link + "2", Now.AddDays(1));

        (await storage.Invitations.EndCampaignLinkAsync(ended, Now, default)).Should().BeTrue();
        (await DueAsync(Open())).Should().Equal(new LinkToRevoke(Channel, Link + "1"));
        Provider.Time.Advance(TimeSpan.FromDays(1));
        (await DueAsync(Open())).Should().HaveCount(2);
        await storage.Invitations.LinksRevokedAsync([Link + "1"], default);
        await storage.Invitations.EndCampaignLinkAsync(ended, Now, default);
        (await DueAsync(Open())).Should().ContainSingle();
    }

    [SkippableFact]
    public async Task CampaignLink_NotCreated_IsForgottenAndOneWithoutAnswerIsNot()
    {
        var storage = Open();
        var refused = await CampaignAsync(storage, "poster", address: null);
        (await storage.Invitations.CompleteCampaignLinkAsync(refused, null, default)).Should().BeTrue();
        (await storage.Invitations.CountCampaignJoinAsync(refused, Channel, 1, default)).Should().BeFalse();

        var lost = await CampaignAsync(storage, "poster", address: null);
        (await storage.Invitations.LearnLinkAsync(lost, Link, Now, default)).Should().BeTrue();
        (await DueAsync(Open())).Should().ContainSingle();
        (await storage.Invitations.CountCampaignJoinAsync(lost, Channel, 1, default)).Should().BeTrue();
    }

    [SkippableFact]
    public async Task Members_CountedFirst_AreTheBeginningOfTheCount()
    {
        var storage = Open();
        (await storage.Consent.GetChannelCountsAsync(Channel, default)).Should().BeNull();
        await storage.Consent.CountMemberChangeAsync(Channel, 1, isJoin: true, Now, default);

        await storage.Consent.CountMembersFirstAsync(Channel, 100, Now, default);
        await storage.Consent.CountMembersFirstAsync(Channel, 200, Now.AddHours(1), default);
        await storage.Consent.CountMemberChangeAsync(Channel, 2, isJoin: true, Now, default);
        await storage.Consent.CountMemberChangeAsync(Channel, 3, isJoin: true, Now.AddSeconds(1), default);
        await storage.Consent.CountMemberChangeAsync(Channel, 3, isJoin: true, Now.AddSeconds(1), default);
        await storage.Consent.CountMemberChangeAsync(Channel, 4, isJoin: false, Now.AddSeconds(2), default);

        (await Open().Consent.GetChannelCountsAsync(Channel, default)).Should().Be(new ChannelCounts(100, Now, 1, 1));
        (await Open("brand-b").Consent.GetChannelCountsAsync(Channel, default)).Should().BeNull();
    }

    private static async Task<InvitationRecord> LinkedAsync(IBotStorage storage, ClaimRequest claim)
    {
        var won = await WinAsync(storage, claim with { Invited = null });
        return await storage.Invitations.CompleteAsync(won.Id, Link, claim.Invited! with { Subject = won.Subject }, default);
    }

    private async Task<Guid> CampaignAsync(IBotStorage storage, string campaign, string? address = Link, DateTimeOffset? expiresAt = null)
    {
        var id = Claim("nobody").Invitation.Id;
        await storage.Invitations.AddCampaignLinkAsync(new() { Id = id, ChannelId = Channel, Campaign = campaign, ExpiresAt = expiresAt?.UtcTicks }, default);
        if (address is not null)
        {
            await storage.Invitations.CompleteCampaignLinkAsync(id, address, default);
        }

        return id;
    }

    private Task<IReadOnlyList<LinkToRevoke>> DueAsync(IBotStorage storage) => storage.Invitations.ListLinksToRevokeAsync(Now, 10, default);
}
