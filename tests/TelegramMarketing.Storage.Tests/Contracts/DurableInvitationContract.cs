using TelegramMarketing.Storage.Tests.Providers;

namespace TelegramMarketing.Storage.Tests.Contracts;

/// <summary>What holds for invitations in a store that outlives its process.</summary>
public abstract class DurableInvitationContract<TProvider> : InvitationContract<TProvider>
    where TProvider : StoreProvider, new()
{
    [SkippableFact]
    public async Task Use_WithoutAKey_IsRefusedAndSaysHowToMakeOne()
    {
        var storage = Open(suppressionKey: null);

        storage.KeepsInvitations.Should().BeFalse();
        var claim = () => storage.Invitations.ClaimAsync(Claim("Ann"), default);
        (await claim.Should().ThrowAsync<InvalidOperationException>()).WithMessage("*SuppressionKey*32 or more random characters*");
        var list = () => EventsAsync(storage);
        await list.Should().ThrowAsync<InvalidOperationException>();
    }

    [SkippableFact]
    public async Task Use_WithAnotherKey_IsRefusedBeforeAnOptOutIsOverlooked()
    {
        await Open().Consent.OptOutAsync(OptOut("Ann"), default);
        var other = Open(suppressionKey: "another key, which also has 32 characters");

        var claim = () => other.Invitations.ClaimAsync(Claim("Ann"), default);

        (await claim.Should().ThrowAsync<InvalidOperationException>()).WithMessage("*not the key*");
        (await Open().Invitations.ClaimAsync(Claim("Ann"), default)).Refusal.Should().Be(InvitationRefusal.OptedOut);
    }

    [SkippableFact]
    public async Task Suppressions_InTheTable_AreNobodysName()
    {
        var storage = Open();
        await storage.Consent.OptOutAsync(OptOut("ann@example.com", person: 4242424242), default);

        await using var db = Provider.CreateContext();
        db.Set<SuppressionRow>().ToList().Should().HaveCount(4, "the key's check, the customer's id, the address it is, and the person")
            .And.AllSatisfy(row => row.Hash.Should().MatchRegex("^[0-9a-f]{64}$"));
        db.Set<IdentityRow>().ToList().Should().BeEmpty();
    }
}
