using TelegramMarketing.Storage.Tests.Providers;

namespace TelegramMarketing.Storage.Tests.Contracts;

/// <summary>What every sender's lease does.</summary>
public abstract class SenderLeaseContract<TProvider> : StoreContract<TProvider>
    where TProvider : StoreProvider, new()
{
    private static readonly TimeSpan _term = TimeSpan.FromMinutes(3);

    [SkippableFact]
    public async Task TryAcquire_WhileAnotherHasIt_IsRefused()
    {
        var (one, other) = (Open().Lease, Open().Lease);

        (await one.TryAcquireAsync("one", Now, Now + _term, default)).Should().BeTrue();
        (await other.TryAcquireAsync("other", Now, Now + _term, default)).Should().BeFalse();
        (await one.TryAcquireAsync("one", Now, Now + _term, default)).Should().BeTrue("it is ours already");
    }

    [SkippableFact]
    public async Task TryAcquire_AfterItRanOut_IsGranted_AndTheOldHolderCannotRenew()
    {
        var (one, other) = (Open().Lease, Open().Lease);
        await one.TryAcquireAsync("one", Now, Now + _term, default);
        Provider.Time.Advance(_term);

        (await one.RenewAsync("one", Now, Now + _term, default)).Should().BeFalse("it has run out");
        (await other.TryAcquireAsync("other", Now, Now + _term, default)).Should().BeTrue();
        (await one.RenewAsync("one", Now, Now + _term, default)).Should().BeFalse();
    }

    [SkippableFact]
    public async Task Renew_InTime_ProlongsIt()
    {
        var (one, other) = (Open().Lease, Open().Lease);
        await one.TryAcquireAsync("one", Now, Now + _term, default);
        Provider.Time.Advance(_term / 2);

        (await one.RenewAsync("one", Now, Now + _term, default)).Should().BeTrue();
        Provider.Time.Advance(_term / 2);
        (await other.TryAcquireAsync("other", Now, Now + _term, default)).Should().BeFalse();
    }

    [SkippableFact]
    public async Task Release_ByItsHolder_FreesIt_AndByAnotherDoesNot()
    {
        var (one, other) = (Open().Lease, Open().Lease);
        await one.TryAcquireAsync("one", Now, Now + _term, default);

        await other.ReleaseAsync("other", default);
        (await other.TryAcquireAsync("other", Now, Now + _term, default)).Should().BeFalse();
        await one.ReleaseAsync("one", default);
        (await other.TryAcquireAsync("other", Now, Now + _term, default)).Should().BeTrue();
    }

    [SkippableFact]
    public async Task TryAcquire_OfAnotherBot_IsAnotherLease()
    {
        await Open().Lease.TryAcquireAsync("one", Now, Now + _term, default);

        (await Open("brand-b").Lease.TryAcquireAsync("other", Now, Now + _term, default)).Should().BeTrue();
    }

    [SkippableFact]
    public async Task TryAcquire_ByManyAtOnce_OneWins()
    {
        var leases = Enumerable.Range(0, 8).Select(_ => Open().Lease).ToArray();
        for (var round = 0; round < 5; round++)
        {
            var now = Now;
            var granted = await Task.WhenAll(leases.Select((lease, i) => Task.Run(() => lease.TryAcquireAsync($"process-{i}", now, now + _term, default).AsTask())));

            granted.Count(isGranted => isGranted).Should().Be(1);
            Provider.Time.Advance(_term);
        }
    }
}
