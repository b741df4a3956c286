using TelegramMarketing.Invitations;
using TelegramMarketing.Storage.Tests.Providers;

namespace TelegramMarketing.Storage.Tests.Contracts;

/// <summary>What every store does about who wants nothing more, and who is to be forgotten.</summary>
public abstract class ConsentStoreContract<TProvider> : InvitationContract<TProvider>
    where TProvider : StoreProvider, new()
{
    [SkippableTheory]
    [InlineData("ANN ", null)]
    [InlineData("other", "ann@example.COM")]
    [InlineData("Ann@example.com", null)]
    public async Task OptOut_OfACustomer_HoldsForEveryNameOfTheirs(string customer, string? email)
    {
        var storage = Open();
        await WinAsync(storage, Claim("Ann") with { Email = Email("ann@example.com") });
        (await storage.Consent.OptOutAsync(OptOut("ann"), default)).Should().BeTrue();
        (await storage.Consent.OptOutAsync(OptOut("ann"), default)).Should().BeFalse("it is no news");

        var claim = Claim(customer, channel: -1002) with { Email = email is null ? null : Email(email) };

        (await Open().Invitations.ClaimAsync(claim, default)).Refusal.Should().Be(InvitationRefusal.OptedOut);
        (await EventsAsync(storage)).Select(entry => entry.Kind).Should().Equal(ConsentEventKind.Invited, ConsentEventKind.OptedOut);
    }

    [SkippableFact]
    public async Task OptOut_OfSomebodyNeverInvited_IsKeptWithoutTheirName()
    {
        var storage = Open();
        await storage.Consent.OptOutAsync(OptOut("stranger@example.com"), default);

        (await storage.Invitations.ClaimAsync(Claim("4711") with { Email = Email("Stranger@Example.com") }, default)).Refusal.Should().Be(InvitationRefusal.OptedOut);
        (await storage.Consent.IsSuppressedAsync([Identity.Of(CustomerId.Parse("STRANGER@example.com"))], null, default)).Should().BeTrue();
        (await storage.Consent.FindSubjectsAsync([Identity.Of(CustomerId.Parse("stranger@example.com"))], default)).Should().BeEmpty();
        (await EventsAsync(storage)).Should().ContainSingle().Which.Invitation.Should().BeNull();
    }

    [SkippableFact]
    public async Task OptOut_OfSeveralAtOnce_TellsOfEachWhetherItWasNews()
    {
        var storage = Open();
        var zoe = await WinAsync(storage, Claim("Zoe"));
        await storage.Consent.OptOutAsync(OptOut("Bob"), default);
        OptOut[] batch = [OptOut("zoe"), OptOut("Cia"), OptOut("bob"), OptOut("CIA"), OptOut("stranger") with { Email = Email("stranger@example.com"), Person = 42 }];

        (await storage.Consent.OptOutAsync(batch, default)).Should().Equal(true, true, false, false, true);
        (await Open().Consent.OptOutAsync(batch, default)).Should().Equal(false, false, false, false, false);

        (await storage.Invitations.FindAsync(zoe.Id, default))!.State.Should().Be(InvitationState.OptedOut);
        (await storage.Invitations.ClaimAsync(Claim("new") with { TelegramUserId = 42 }, default)).Refusal.Should().Be(InvitationRefusal.OptedOut);
        (await EventsAsync(storage, new() { Kind = ConsentEventKind.OptedOut })).Should().HaveCount(4, "one for each who was not known to have opted out");
    }

    [SkippableFact]
    public async Task OptOut_OfAPerson_HoldsForAllCustomersTheyAreKnownToBe()
    {
        var storage = Open();
        var ann = await WinAsync(storage, Claim("Ann"));
        var bob = await WinAsync(storage, Claim("Bob"));
        await storage.Invitations.TryBindAsync(ann.Id, 42, Now, default);
        await storage.Consent.OptOutAsync(OptOut(person: 42), default);

        (await BeginAsync(storage, ann)).Should().Be(DeliveryPermit.OptedOut);
        (await BeginAsync(storage, bob)).Should().Be(DeliveryPermit.Granted);
        (await storage.Invitations.FindAsync(ann.Id, default))!.State.Should().Be(InvitationState.OptedOut);
        (await storage.Invitations.ClaimAsync(Claim("Cia") with { TelegramUserId = 42 }, default)).Refusal.Should().Be(InvitationRefusal.OptedOut);
    }

    [SkippableFact]
    public async Task Block_OfTheBot_IsAnOptOutOfTelegramUntilItIsUnblocked()
    {
        var storage = Open();
        var record = await WinAsync(storage, Claim("Ann") with { TelegramUserId = 42 });
        var block = OptOut(person: 42, transport: "telegram", reason: SuppressionReason.BlockedBot);
        await storage.Consent.OptOutAsync(block, default);
        await storage.Consent.OptOutAsync(block, default);

        (await BeginAsync(storage, record)).Should().Be(DeliveryPermit.TransportClosed);
        (await BeginAsync(storage, record, transport: "email")).Should().Be(DeliveryPermit.Granted);
        (await EventsAsync(storage)).Count(entry => entry.Kind == ConsentEventKind.OptedOut).Should().Be(1);
        await storage.Invitations.ReleaseDeliveryAsync(record.Id, null, default);
        await storage.Consent.UnblockAsync(42, default);
        (await BeginAsync(storage, record)).Should().Be(DeliveryPermit.Granted);
    }

    [SkippableFact]
    public async Task Unblock_DoesNotUndoAnOptOut()
    {
        var storage = Open();
        var record = await WinAsync(storage, Claim("Ann") with { TelegramUserId = 42 });
        await storage.Consent.OptOutAsync(OptOut(person: 42), default);
        await storage.Consent.UnblockAsync(42, default);

        (await BeginAsync(storage, record)).Should().Be(DeliveryPermit.OptedOut);
    }

    [SkippableFact]
    public async Task Erase_ACustomer_LeavesAnonymousCountsAndIsNotUndoneByAnImport()
    {
        var storage = Open();
        var record = await WinAsync(storage, Claim("Ann") with { Email = Email("ann@example.com"), TelegramUserId = 42 });
        await storage.Invitations.TryBindAsync(record.Id, 43, Now, default);
        await storage.Consent.AppendAsync(Event(record, ConsentEventKind.Joined, updateId: 77), default);

        (await storage.Consent.EraseAsync([Identity.Of(CustomerId.Parse("ann"))], Now, default)).Should().BeTrue();
        (await storage.Consent.EraseAsync([Identity.Of(CustomerId.Parse("ann"))], Now, default)).Should().BeFalse();

        (await storage.Consent.FindSubjectAsync(record.Subject, default)).Should().BeNull();
        (await storage.Invitations.FindByTokenAsync(record.Token, default)).Should().BeNull();
        (await storage.Invitations.FindByPersonAsync(Channel, 43, default)).Should().BeNull();
        (await BeginAsync(storage, record)).Should().NotBe(DeliveryPermit.Granted);
        var counts = await storage.Invitations.CountAsync(Channel, null, default);
        (counts[ConsentEventKind.Invited], counts[ConsentEventKind.Joined], counts[ConsentEventKind.Erased]).Should().Be((1, 1, 1));
        (await EventsAsync(storage)).Should().AllSatisfy(entry =>
            (entry.Evidence.LegalBasis, entry.Evidence.AddressSource, entry.Evidence.UpdateId, entry.Evidence.MessageId).Should().Be((null, null, null, null)));
        foreach (var again in new[] { Claim("ANN"), Claim("other") with { Email = Email("ann@example.com") }, Claim("third") with { TelegramUserId = 42 } })
        {
            (await storage.Invitations.ClaimAsync(again, default)).Refusal.Should().Be(InvitationRefusal.OptedOut);
        }
    }

    [SkippableFact]
    public async Task List_Filtered_GivesWhatFits()
    {
        var storage = Open();
        var ann = await WinAsync(storage, Claim("Ann"));
        var bob = await WinAsync(storage, Claim("Bob", channel: -1002));
        Provider.Time.Advance(TimeSpan.FromHours(1));
        await storage.Consent.AppendAsync(Event(ann, ConsentEventKind.Consented), default);

        (await EventsAsync(storage, new() { ChannelId = Channel })).Should().HaveCount(2);
        (await EventsAsync(storage, new() { Kind = ConsentEventKind.Consented })).Should().ContainSingle().Which.Subject.Should().Be(ann.Subject);
        (await EventsAsync(storage, new() { From = Now })).Should().ContainSingle();
        (await EventsAsync(storage, new() { To = Now })).Should().HaveCount(2);
        (await EventsAsync(storage, new() { Subjects = [bob.Subject] })).Should().ContainSingle().Which.Evidence.LegalBasis!.Explanation.Should().Be("order of Bob");
        (await EventsAsync(Open("brand-b"))).Should().BeEmpty();
    }
}
