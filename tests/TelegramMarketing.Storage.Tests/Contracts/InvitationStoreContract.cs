using TelegramMarketing.Storage.Tests.Providers;

namespace TelegramMarketing.Storage.Tests.Contracts;

/// <summary>What every store of invitations and consent does.</summary>
public abstract class InvitationStoreContract<TProvider> : InvitationContract<TProvider>
    where TProvider : StoreProvider, new()
{
    [SkippableFact]
    public async Task Claim_Invitation_IsReadBackAsItWas()
    {
        var storage = Open();
        var claim = Claim("Ann") with { Email = Email("ann@example.com"), TelegramUserId = 42 };
        claim = claim with { Invitation = claim.Invitation with { Campaign = "spring", About = "new offers", TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome"), ExpiresAt = Now.AddDays(3) } };

        var won = (await storage.Invitations.ClaimAsync(claim, default)).Won!;

        var other = Open();
        won.Should().BeEquivalentTo(claim.Invitation, options => options.Excluding(record => record.IsComplete).Excluding(record => record.NotBefore));
        (await other.Invitations.FindAsync(won.Id, default)).Should().BeEquivalentTo(won);
        (await other.Invitations.FindByTokenAsync(won.Token, default)).Should().BeEquivalentTo(won);
        (await other.Invitations.FindByTokenAsync("AAAAAAAAAAAAAAAAAAAAAA", default)).Should().BeNull();
        (await other.Consent.FindSubjectAsync(won.Subject, default)).Should().BeEquivalentTo(new { Customer = "Ann", EmailAddress = "ann@example.com", TelegramUserId = 42L });
        (await Open("brand-b").Invitations.FindAsync(won.Id, default)).Should().BeNull();
        (await Open("brand-b").Invitations.FindByTokenAsync(won.Token, default)).Should().BeNull();
    }

    [SkippableTheory]
    [InlineData(" aNN ", null)]
    [InlineData("other", "ANN@Example.com")]
    [InlineData("ann@EXAMPLE.com", null)]
    public async Task Claim_TheSameCustomerUnderAnotherName_IsInvitedAlready(string customer, string? email)
    {
        var storage = Open();
        var first = await WinAsync(storage, Claim("Ann") with { Email = Email("ann@example.com") });

        var answer = await storage.Invitations.ClaimAsync(Claim(customer) with { Email = email is null ? null : Email(email) }, default);

        (answer.Refusal, answer.Earlier!.Id).Should().Be((InvitationRefusal.InvitedAlready, first.Id));
    }

    [SkippableFact]
    public async Task Claim_AskedFor_TakesThePlaceOfTheEarlierOne()
    {
        var storage = Open();
        var first = await WinAsync(storage, Claim("Ann"));
        var second = await WinAsync(storage, Claim("Ann") with { IsAskedFor = true });

        second.Subject.Should().Be(first.Subject);
        (await storage.Invitations.ClaimAsync(Claim("Ann"), default)).Earlier!.Id.Should().Be(second.Id);
        (await storage.Invitations.FindByTokenAsync(first.Token, default)).Should().NotBeNull("its way to opt out works for ever");
    }

    [SkippableFact]
    public async Task Claim_WithinTheCoolingOff_WaitsUnlessAskedFor()
    {
        var storage = Open();
        await WinAsync(storage, Claim("Ann"));
        Provider.Time.Advance(TimeSpan.FromDays(2));

        var elsewhere = Claim("Ann", channel: -1002) with { CoolingOff = TimeSpan.FromDays(7) };
        var answer = await storage.Invitations.ClaimAsync(elsewhere, default);

        (answer.Refusal, answer.NotBefore).Should().Be((InvitationRefusal.CoolingOff, Now.AddDays(5)));
        (await storage.Invitations.CheckAsync(elsewhere, default)).Refusal.Should().Be(InvitationRefusal.CoolingOff);
        (await storage.Invitations.ClaimAsync(elsewhere with { IsAskedFor = true }, default)).Won.Should().NotBeNull();
    }

    [SkippableFact]
    public async Task Claim_NeverCompleted_MakesRoomAfterAWhileAndKeepsItsTrace()
    {
        var storage = Open();
        var given = (await storage.Invitations.ClaimAsync(Claim("Ann") with { Invited = null }, default)).Won!;
        (await storage.Invitations.ClaimAsync(Claim("Ann"), default)).Refusal.Should().Be(InvitationRefusal.InvitedAlready, "another process may be creating its link");
        (await storage.Invitations.FindByTokenAsync(given.Token, default)).Should().BeNull();
        Provider.Time.Advance(TimeSpan.FromMinutes(11));

        (await storage.Invitations.ClaimAsync(Claim("Ann"), default)).Won.Should().NotBeNull();

        (await storage.Invitations.FindAsync(given.Id, default)).Should().NotBeNull("a link may bear its name");
        (await EventsAsync(storage)).Should().ContainSingle();
    }

    [SkippableFact]
    public async Task Claim_AtTheSameTime_OneWins()
    {
        IBotStorage[] processes = [Open(), Open(), Open(), Open()];
        var claims = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => processes[i % 4].Invitations.ClaimAsync(Claim("Ann"), default))));

        claims.Count(claim => claim.Won is not null).Should().Be(1);
        claims.Where(claim => claim.Won is null).Should().OnlyContain(claim => claim.Refusal == InvitationRefusal.InvitedAlready);
        (await EventsAsync(Open())).Should().ContainSingle();
    }

    [SkippableFact]
    public async Task Claim_TwoProcessesWithOneList_InviteEachCustomerOnce()
    {
        var names = Enumerable.Range(0, 40).Select(i => $"c-{i}").ToArray();
        IBotStorage[] processes = [Open(), Open()];

        var answers = await Task.WhenAll(processes.Select((storage, index) => Task.Run(async () =>
        {
            var won = 0;
            foreach (var batch in (index == 0 ? names : names.Reverse()).Chunk(8))
            {
                won += (await storage.Invitations.ClaimAsync([.. batch.Select(name => Claim(name))], default)).Count(claim => claim.Won is not null);
            }

            return won;
        })));

        answers.Sum().Should().Be(40);
        (await EventsAsync(Open())).Select(entry => entry.Subject).Distinct().Should().HaveCount(40);
    }

    [SkippableFact]
    public async Task Bind_FirstPersonKeepsIt_AndIsFound()
    {
        var storage = Open();
        var record = await WinAsync(storage, Claim("Ann"));

        (await storage.Invitations.TryBindAsync(record.Id, 42, Now, default)).Should().BeTrue();
        (await storage.Invitations.TryBindAsync(record.Id, 42, Now, default)).Should().BeTrue();
        (await storage.Invitations.TryBindAsync(record.Id, 43, Now, default)).Should().BeFalse();

        (await Open().Invitations.FindByPersonAsync(Channel, 42, default))!.Id.Should().Be(record.Id);
        (await Open().Invitations.FindByPersonAsync(-1002, 42, default)).Should().BeNull();
        (await storage.Consent.FindSubjectAsync(record.Subject, default))!.TelegramUserId.Should().Be(42);
    }

    [SkippableFact]
    public async Task Delivery_Begun_IsOneAndEndsByItsEvent()
    {
        var storage = Open();
        var record = await WinAsync(storage, Claim("Ann"));

        (await BeginAsync(storage, record)).Should().Be(DeliveryPermit.Granted);
        (await BeginAsync(Open(), record)).Should().Be(DeliveryPermit.Taken);
        (await storage.Invitations.CountAsync(Channel, null, default)).Unknown.Should().Be(1);
        await storage.Invitations.ReleaseDeliveryAsync(record.Id, Now.AddMinutes(5), default);
        (await storage.Invitations.ListOpenAsync(null, Channel, Now, null, 10, default)).Should().BeEmpty();
        (await storage.Invitations.ListOpenAsync(null, Channel, Now.AddMinutes(5), null, 10, default)).Should().ContainSingle();
        (await BeginAsync(storage, record)).Should().Be(DeliveryPermit.Granted);
        await storage.Consent.AppendAsync(Event(record, ConsentEventKind.Delivered), default);

        (await BeginAsync(storage, record)).Should().Be(DeliveryPermit.Taken);
        var counts = await storage.Invitations.CountAsync(Channel, null, default);
        (counts[ConsentEventKind.Invited], counts[ConsentEventKind.Delivered], counts.Unknown).Should().Be((1, 1, 0));
    }

    [SkippableFact]
    public async Task Delivery_BeyondTheDailyLimit_WaitsUntilTheFirstIsADayOld()
    {
        var storage = Open();
        var records = new List<InvitationRecord>();
        for (var i = 0; i < 3; i++)
        {
            records.Add(await WinAsync(storage, Claim($"c-{i}")));
        }

        (await BeginAsync(storage, records[0], dailyLimit: 2)).Should().Be(DeliveryPermit.Granted);
        Provider.Time.Advance(TimeSpan.FromHours(1));
        (await BeginAsync(storage, records[1], dailyLimit: 2)).Should().Be(DeliveryPermit.Granted);
        (await BeginAsync(storage, records[2], dailyLimit: 2)).Should().Be(DeliveryPermit.DailyLimit);
        Provider.Time.Advance(TimeSpan.FromHours(23));
        (await BeginAsync(storage, records[2], dailyLimit: 2)).Should().Be(DeliveryPermit.Granted);
    }

    [SkippableFact]
    public async Task ListOpen_Pages_GiveEachOnceInOrder()
    {
        var storage = Open();
        var all = new List<Guid>();
        for (var i = 0; i < 25; i++)
        {
            Provider.Time.Advance(TimeSpan.FromMilliseconds(i % 3));
            var claim = Claim($"c-{i}");
            all.Add((await WinAsync(storage, claim with { Invitation = claim.Invitation with { Campaign = i < 23 ? "spring" : "autumn" } })).Id);
        }

        await storage.Consent.OptOutAsync(OptOut("c-5"), default);
        var seen = new List<Guid>();
        IReadOnlyList<InvitationRecord> page;
        do
        {
            page = await storage.Invitations.ListOpenAsync("spring", Channel, Now, seen.Count == 0 ? null : seen[^1], 10, default);
            seen.AddRange(page.Select(record => record.Id));
        }
        while (page.Count == 10);

        seen.Should().BeEquivalentTo(all.Take(23).Where((_, index) => index != 5));
    }

    [SkippableFact]
    public async Task Append_SameUpdateTwice_IsOne()
    {
        var storage = Open();
        var record = await WinAsync(storage, Claim("Ann"));
        var joined = Event(record, ConsentEventKind.Joined, updateId: 77);

        (await storage.Consent.AppendAsync(joined, default)).Should().BeTrue();
        (await Open().Consent.AppendAsync(joined, default)).Should().BeFalse();

        (await EventsAsync(storage, new() { Invitation = record.Id })).Should().HaveCount(2);
        (await storage.Invitations.FindAsync(record.Id, default))!.State.Should().Be(InvitationState.Joined);
    }

    [SkippableFact]
    public async Task Funnel_JoinedLeftAndCameBack_CountsEachOnce()
    {
        var storage = Open();
        var (ann, bob) = (await WinAsync(storage, Claim("Ann")), await WinAsync(storage, Claim("Bob")));
        var update = 0;
        foreach (var (record, kind) in new[]
        {
            (ann, ConsentEventKind.Joined), (ann, ConsentEventKind.Left), (ann, ConsentEventKind.Joined), (bob, ConsentEventKind.Joined), (bob, ConsentEventKind.Left),
        })
        {
            await storage.Consent.AppendAsync(Event(record, kind, ++update), default);
        }

        var counts = await Open().Invitations.CountAsync(Channel, null, default);
        (counts[ConsentEventKind.Joined], counts.Left).Should().Be((2, 1));
        (await Open().Invitations.CountAsync(Channel, "no such", default))[ConsentEventKind.Joined].Should().Be(0);
    }

    [SkippableFact]
    public async Task UnattributedJoins_SameUpdateTwice_CountsOnce_AndUnknownUntilUpdatesCome()
    {
        var consent = Open().Consent;
        (await consent.GetUnattributedJoinsAsync(Channel, default)).Should().BeNull();
        await consent.MarkObservedAsync(default);
        await consent.MarkObservedAsync(default);
        (await consent.GetUnattributedJoinsAsync(Channel, default)).Should().Be(0);
        await consent.CountUnattributedJoinAsync(Channel, 7, default);
        await consent.CountUnattributedJoinAsync(Channel, 7, default);
        await consent.CountUnattributedJoinAsync(Channel, 9, default);

        (await Open().Consent.GetUnattributedJoinsAsync(Channel, default)).Should().Be(2);
    }

    [SkippableFact]
    public async Task Wording_KeptOnce_IsFoundByItsHash()
    {
        var consent = Open().Consent;
        await consent.SaveWordingAsync("abc", "Ciao {link}", default);
        await consent.SaveWordingAsync("abc", "Ciao {link}", default);

        (await Open().Consent.FindWordingAsync("abc", default)).Should().Be("Ciao {link}");
        (await Open().Consent.FindWordingAsync("abd", default)).Should().BeNull();
    }
}
