using TelegramMarketing.Storage.Tests.Providers;
using static TelegramMarketing.ConsentEventKind;

namespace TelegramMarketing.Storage.Tests.Contracts;

/// <summary>What every store does about requests to be let in that wait for an answer.</summary>
public abstract class JoinRequestStoreContract<TProvider> : InvitationContract<TProvider>
    where TProvider : StoreProvider, new()
{
    private const long Person = 42;
    private static readonly TimeSpan _patience = TimeSpan.FromDays(3);
    private int _update = 100;

    [SkippableFact]
    public async Task Request_NotAnswered_IsDueWhenTheTimeIsOverAndRecordedOnce()
    {
        var won = await RequestedAsync(Open());

        Provider.Time.Advance(_patience - TimeSpan.FromTicks(1));
        (await TakeAsync(Open())).Should().BeEmpty();
        Provider.Time.Advance(TimeSpan.FromTicks(1));
        var taken = await TakeAsync(Open());
        var again = await TakeAsync(Open());

        taken.Should().Equal(new JoinRequestToDecline(won.Id, Channel, Person));
        again.Should().Equal(taken, "it is due until Telegram has declined it, also for the next process");
        (await KindsAsync(won)).Should().Equal(Invited, Requested, Unanswered);
        (await Open().Invitations.FindAsync(won.Id, default))!.HasLapsed.Should().BeTrue();
        (await TakeAsync(Open("brand-b"))).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Request_Declined_IsDueNoMore()
    {
        var won = await LapsedAsync(Open());

        await Open().Invitations.RequestsDeclinedAsync([won.Id, won.Id], default);

        (await TakeAsync(Open())).Should().BeEmpty();
        (await KindsAsync(won)).Should().Equal(Invited, Requested, Unanswered);
    }

    [SkippableFact]
    public async Task Request_Postponed_IsDueLaterAndNotRecordedAgain()
    {
        var storage = Open();
        var won = await LapsedAsync(storage);

        await storage.Invitations.PostponeDecliningAsync(won.Id, Now.AddHours(6), default);

        (await TakeAsync(Open())).Should().BeEmpty();
        Provider.Time.Advance(TimeSpan.FromHours(6));
        (await TakeAsync(Open())).Should().ContainSingle();
        (await KindsAsync(won)).Should().Equal(Invited, Requested, Unanswered);
    }

    [SkippableTheory]
    [InlineData(Consented)]
    [InlineData(Joined)]
    public async Task Request_OfWhoIsLetIn_IsNeverDeclined(ConsentEventKind kind)
    {
        var storage = Open();
        var won = await RequestedAsync(storage);

        await storage.Consent.AppendAsync(Event(won, kind, updateId: 7), default);

        Provider.Time.Advance(_patience * 2);
        (await TakeAsync(Open())).Should().BeEmpty();
        (await KindsAsync(won)).Should().Equal(Invited, Requested, kind);
    }

    [SkippableTheory]
    [InlineData("no")]
    [InlineData("optout")]
    [InlineData("complaint")]
    [InlineData("erasure")]
    public async Task Request_OfWhoDoesNotWantTo_IsDueAtOnceAndNotCalledUnanswered(string how)
    {
        var storage = Open();
        var won = await RequestedAsync(storage);

        await (how switch
        {
            "no" => storage.Consent.AppendAsync(Event(won, Declined, updateId: 7), default),
            "optout" => storage.Consent.OptOutAsync(OptOut("Ann"), default),
            "complaint" => storage.Consent.OptOutAsync(OptOut("Ann", reason: SuppressionReason.Complained), default),
            _ => (Task)storage.Consent.EraseAsync([Identity.Of(Invitations.CustomerId.Parse("Ann"))], Now, default),
        });

        (await TakeAsync(Open())).Should().Equal(new JoinRequestToDecline(won.Id, Channel, Person));
        (await KindsAsync(won)).Should().NotContain(Unanswered);
        await Open().Invitations.RequestsDeclinedAsync([won.Id], default);
        (await TakeAsync(Open())).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Request_OfWhoOptsOutOfOneMeans_GoesOnWaiting()
    {
        var storage = Open();
        await RequestedAsync(storage);

        await storage.Consent.OptOutAsync(OptOut("Ann", transport: "telegram"), default);

        (await TakeAsync(Open())).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Request_OfAnInvitationThatEnds_IsDueThen()
    {
        var storage = Open();
        var expiring = await RequestedAsync(storage, "Ann", validFor: TimeSpan.FromDays(1));
        var ended = await RequestedAsync(storage, "Ben");

        await storage.Invitations.EndAsync(ended.Id, Now, default);
        (await TakeAsync(Open())).Select(request => request.Invitation).Should().Equal(ended.Id);
        Provider.Time.Advance(TimeSpan.FromDays(1));

        (await TakeAsync(Open())).Select(request => request.Invitation).Should().BeEquivalentTo([ended.Id, expiring.Id]);
        (await KindsAsync(ended)).Should().Equal(Invited, Requested, Unanswered);
    }

    [SkippableFact]
    public async Task Request_WithoutAnEnd_WaitsForAsLongAsItTakes()
    {
        var storage = Open();
        await RequestedAsync(storage, isPatient: true);

        Provider.Time.Advance(TimeSpan.FromDays(5000));

        (await TakeAsync(Open())).Should().BeEmpty();
    }

    [SkippableTheory]
    [InlineData(Consented)]
    [InlineData(Declined)]
    public async Task Answer_AfterTheTime_ChangesNothing(ConsentEventKind kind)
    {
        var storage = Open();
        var won = await LapsedAsync(storage);

        (await storage.Consent.AppendAsync(Event(won, kind, updateId: 7), default)).Should().BeFalse();

        (await TakeAsync(Open())).Should().ContainSingle();
        (await KindsAsync(won)).Should().Equal(Invited, Requested, Unanswered);
    }

    [SkippableFact]
    public async Task Request_MadeAgain_WaitsAnewThoughTheFirstIsStillToBeDeclined()
    {
        var storage = Open();
        var won = await LapsedAsync(storage);

        await RequestAsync(storage, won);
        await storage.Invitations.RequestsDeclinedAsync([won.Id], default);
        await storage.Invitations.PostponeDecliningAsync(won.Id, Now.AddDays(100), default);

        var found = await Open().Invitations.FindAsync(won.Id, default);
        found!.HasLapsed.Should().BeFalse();
        (await storage.Invitations.CountAsync(Channel, null, default))[Unanswered].Should().Be(0);
        (await TakeAsync(Open())).Should().BeEmpty();
        Provider.Time.Advance(_patience);
        (await TakeAsync(Open())).Should().ContainSingle();
        (await KindsAsync(won)).Should().Equal(Invited, Requested, Unanswered, Requested, Unanswered);
        (await storage.Invitations.CountAsync(Channel, null, default))[Unanswered].Should().Be(1);
    }

    [SkippableFact]
    public async Task Request_WhoseUpdateComesAgainAfterTheAnswer_IsNotOpenedAgain()
    {
        var storage = Open();
        var won = await RequestedAsync(storage);
        await storage.Consent.AppendAsync(Event(won, Consented, updateId: 7), default);

        (await storage.Invitations.RequestAsync(Event(won, Requested, _update), Person, Now + _patience, default)).Should().BeFalse();

        Provider.Time.Advance(_patience);
        (await TakeAsync(Open())).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task AnswersAndTheEndOfTheTime_AtOnce_AreOneOrTheOther()
    {
        var storage = Open();
        var other = Open();
        var requests = new List<InvitationRecord>();
        for (var number = 0; number < 20; number++)
        {
            requests.Add(await RequestedAsync(storage, $"customer {number}"));
        }

        Provider.Time.Advance(_patience);
        var taking = Task.Run(() => TakeAsync(other, limit: 1));
        var answering = requests.Select(request => Task.Run(() => storage.Consent.AppendAsync(Event(request, Consented, updateId: 7), default))).ToList();
        for (var number = 1; number < requests.Count; number++)
        {
            await taking;
            taking = Task.Run(() => TakeAsync(other, limit: number + 1));
        }

        await Task.WhenAll(answering);
        var toDecline = (await TakeAsync(Open(), limit: 100)).Select(request => request.Invitation).ToHashSet();

        foreach (var request in requests)
        {
            (await KindsAsync(request)).Should().Equal(Invited, Requested, toDecline.Contains(request.Id) ? Unanswered : Consented);
        }
    }

    private async Task<InvitationRecord> RequestedAsync(IBotStorage storage, string customer = "Ann", TimeSpan? validFor = null, bool isPatient = false)
    {
        var claim = Claim(customer);
        var won = await WinAsync(storage, claim with { Invitation = claim.Invitation with { Link = InvitationLinkKind.ApprovalLink, ExpiresAt = Now + validFor } });
        await storage.Invitations.TryBindAsync(won.Id, Person, Now, default);
        await RequestAsync(storage, won, isPatient);
        return won;
    }

    private async Task RequestAsync(IBotStorage storage, InvitationRecord won, bool isPatient = false) =>
        (await storage.Invitations.RequestAsync(Event(won, Requested, ++_update), Person, isPatient ? null : Now + _patience, default)).Should().BeTrue();

    private async Task<InvitationRecord> LapsedAsync(IBotStorage storage)
    {
        var won = await RequestedAsync(storage);
        Provider.Time.Advance(_patience);
        (await TakeAsync(storage)).Should().ContainSingle();
        return won;
    }

    private Task<IReadOnlyList<JoinRequestToDecline>> TakeAsync(IBotStorage storage, int limit = 10) => storage.Invitations.TakeRequestsToDeclineAsync(Now, limit, default);

    private async Task<ConsentEventKind[]> KindsAsync(InvitationRecord invitation) =>
        [.. (await EventsAsync(Open(), new EventFilter { Invitation = invitation.Id })).Select(entry => entry.Kind)];
}
