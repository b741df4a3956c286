using TelegramMarketing.Storage.Tests.Providers;

namespace TelegramMarketing.Storage.Tests.Contracts;

/// <summary>What every store of publications does.</summary>
public abstract class PublicationStoreContract<TProvider> : StoreContract<TProvider>
    where TProvider : StoreProvider, new()
{
    [SkippableFact]
    public async Task Find_WhatWasAdded_IsTheSameObject()
    {
        var storage = Open();
        var entry = await AddAsync(storage);

        (await storage.Publications.FindAsync(entry.Id, default)).Should().BeSameAs(entry);
    }

    [SkippableFact]
    public async Task Find_WhatWasNeverAdded_IsNull()
    {
        var storage = Open();

        (await storage.Publications.FindAsync(NewEntry().Id, default)).Should().BeNull();
        (await storage.Publications.FindByMessageAsync(Shop, 1, default)).Should().BeNull();
        (await storage.Publications.NextDueAsync(default)).Should().BeNull();
    }

    [SkippableFact]
    public async Task Find_OfAnotherBot_IsNull()
    {
        var entry = await AddAsync(Open());
        await PublishAsync(Open(), entry, 7);

        var other = Open("brand-b").Publications;

        (await other.FindAsync(entry.Id, default)).Should().BeNull();
        (await other.FindByMessageAsync(Shop, 7, default)).Should().BeNull();
        (await AllAsync(other.ListAsync(null, default))).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Add_KeyThatIsTaken_ReturnsTheOneThatHasIt()
    {
        var storage = Open();
        var first = await AddAsync(storage, NewEntry(key: "order-1"));

        var second = await storage.Publications.AddAsync(NewEntry(key: "order-1"), Shop, default);

        second.Id.Should().Be(first.Id);
        (await storage.Publications.FindByKeyAsync(Shop, "order-1", default))!.Id.Should().Be(first.Id);
        (await storage.Publications.FindByKeyAsync(Shop, "order-2", default)).Should().BeNull();
        (await storage.Publications.FindByKeyAsync("@othershop", "order-1", default)).Should().BeNull();
        (await Open("brand-b").Publications.FindByKeyAsync(Shop, "order-1", default)).Should().BeNull();
        (await AllAsync(storage.Publications.ListAsync(null, default))).Should().ContainSingle();
    }

    [SkippableFact]
    public async Task Add_SameKeyInAnotherChatOrOfAnotherBot_IsAnother()
    {
        var storage = Open();
        var first = await AddAsync(storage, NewEntry(key: "order-1"));
        var elsewhere = NewEntry(key: "order-1");
        var ofAnotherBot = NewEntry(key: "order-1");

        (await storage.Publications.AddAsync(elsewhere, "@othershop", default)).Should().BeSameAs(elsewhere);
        (await Open("brand-b").Publications.AddAsync(ofAnotherBot, Shop, default)).Should().BeSameAs(ofAnotherBot);
        (await storage.Publications.FindAsync(first.Id, default)).Should().NotBeNull();
    }

    [SkippableFact]
    public async Task Add_SameKeyAtOnceFromManyPlaces_OneWins()
    {
        IBotStorage[] places = [Open(), Open(), Open()];
        foreach (var round in Enumerable.Range(0, 10))
        {
            var adds = Enumerable.Range(0, 12).Select(i => Task.Run(() => places[i % places.Length].Publications.AddAsync(NewEntry(key: $"order-{round}"), Shop, default).AsTask()));

            var winners = await Task.WhenAll(adds);

            winners.Select(entry => entry.Id).Distinct().Should().ContainSingle();
        }

        (await AllAsync(places[0].Publications.ListAsync(null, default))).Should().HaveCount(10);
    }

    [SkippableFact]
    public async Task Add_SameIdTwice_FailsForItsOwnCallerOnly()
    {
        var storage = Open();
        var entry = await AddAsync(storage);
        var twin = new PublicationEntry(entry.Id, entry.Channel, new Post(), null, Now);
        twin.MoveTo(PublicationState.Held, TelegramMarketingError.Other, "Another publication.");

        var adds = Enumerable.Range(0, 20).Select(_ => Task.Run(() => storage.Publications.AddAsync(NewEntry(), Shop, default).AsTask())).ToArray();
        var wrong = () => storage.Publications.AddAsync(twin, Shop, default).AsTask();

        await wrong.Should().ThrowAsync<Exception>();
        await Task.WhenAll(adds);
        (await AllAsync(storage.Publications.ListAsync(null, default))).Should().HaveCount(21);
    }

    [SkippableFact]
    public async Task Save_Published_IsFoundByEachOfItsMessages()
    {
        var storage = Open();
        var entry = await AddAsync(storage);
        await PublishAsync(storage, entry, 11, 12, 13);

        foreach (var messageId in (int[])[11, 12, 13])
        {
            (await storage.Publications.FindByMessageAsync(Shop, messageId, default))!.Id.Should().Be(entry.Id);
        }

        (await storage.Publications.FindByMessageAsync(Shop, 14, default)).Should().BeNull();
        (await storage.Publications.FindByMessageAsync("@othershop", 11, default)).Should().BeNull();
        (await Open().Publications.FindAsync(entry.Id, default))!.Snapshot().Should().BeEquivalentTo(entry.Snapshot());
    }

    [SkippableFact]
    public async Task Save_ManyAtOnce_EachIsSaved()
    {
        var storage = Open();

        await Task.WhenAll(Enumerable.Range(1, 600).Select(i => Task.Run(async () => await PublishAsync(storage, await AddAsync(storage), i))));

        var all = await AllAsync(Open().Publications.ListAsync(PublicationState.Published, default));
        all.Should().HaveCount(600);
        all.Select(entry => entry.FirstMessageId).Should().BeEquivalentTo(Enumerable.Range(1, 600));
    }

    [SkippableFact]
    public async Task List_MoreThanAPage_IsInOrderAndComplete()
    {
        var storage = Open();
        var added = new List<Guid>();
        for (var i = 0; i < 6; i++)
        {
            Provider.Time.Advance(TimeSpan.FromSeconds(1));

            // A hundred of one moment, so that a page ends in the middle of it.
            var entries = Enumerable.Range(0, 100).Select(_ => NewEntry()).OrderBy(entry => entry.Id).ToArray();
            await Task.WhenAll(entries.Select(entry => AddAsync(storage, entry)));
            added.AddRange(entries.Select(entry => entry.Id));
        }

        (await AllAsync(storage.Publications.ListAsync(null, default))).Select(entry => entry.Id).Should().Equal(added);
        (await AllAsync(storage.Publications.ListAsync(PublicationState.Scheduled, default))).Select(entry => entry.Id).Should().Equal(added);
    }

    [SkippableFact]
    public async Task List_OfOneState_HasNoOther()
    {
        var storage = Open();
        var scheduled = await AddAsync(storage);
        var published = await AddAsync(storage);
        await PublishAsync(storage, published);

        (await AllAsync(storage.Publications.ListAsync(PublicationState.Published, default))).Should().ContainSingle(entry => entry.Id == published.Id);
        (await AllAsync(storage.Publications.ListAsync(PublicationState.Scheduled, default))).Should().ContainSingle(entry => entry.Id == scheduled.Id);
        (await AllAsync(storage.Publications.ListAsync(PublicationState.Held, default))).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task LoadUnfinished_HasWhatWasBegunWithItsParts()
    {
        var storage = Open();
        var unknown = await AddAsync(storage, NewEntry("in doubt", dueIn: TimeSpan.FromSeconds(-3)));
        unknown.BeginSend(5, Now);
        unknown.BecomeUnknown("Lost.", Now);
        await storage.Publications.SaveAsync(unknown, default);
        var held = await AddAsync(storage, NewEntry("held", dueIn: TimeSpan.FromSeconds(-2)));
        held.MoveTo(PublicationState.Held, TelegramMarketingError.MissingRights, "No right.");
        await storage.Publications.SaveAsync(held, default);
        var sending = await AddAsync(storage, NewEntry("sending", dueIn: TimeSpan.FromSeconds(-1)));
        sending.BeginSend(6, Now);
        await storage.Publications.SaveAsync(sending, default);
        await AddAsync(storage);
        await PublishAsync(storage, await AddAsync(storage));

        var unfinished = await AllAsync(Open().Publications.LoadUnfinishedAsync(default));

        unfinished.Select(entry => entry.Id).Should().Equal(unknown.Id, held.Id, sending.Id);
        unfinished.Select(entry => entry.Parts![0].Text!.PlainText).Should().Equal("in doubt", "held", "sending");
        unfinished.Select(entry => entry.State).Should().Equal(PublicationState.Unknown, PublicationState.Held, PublicationState.Sending);
    }

    [SkippableFact]
    public async Task FindDue_GivesTheDueOnesInTheirOrder()
    {
        var storage = Open();
        var later = await AddAsync(storage, NewEntry(dueIn: TimeSpan.FromMinutes(1)));
        var second = await AddAsync(storage, NewEntry(dueIn: TimeSpan.FromSeconds(-1)));
        var first = await AddAsync(storage, NewEntry(dueIn: TimeSpan.FromSeconds(-2)));
        var third = await AddAsync(storage, NewEntry());
        await PublishAsync(storage, await AddAsync(storage));

        var due = await storage.Publications.FindDueAsync(Now, 2, null, default);
        var rest = await storage.Publications.FindDueAsync(Now, 2, due[^1], default);

        due.Should().Equal(first, second);
        rest.Should().Equal(third);
        (await storage.Publications.NextDueAsync(default)).Should().Be(first.DueAt);
        (await storage.Publications.FindDueAsync(later.DueAt, 10, null, default)).Should().Equal(first, second, third, later);
    }

    [SkippableFact]
    public async Task LoadChats_HasTheIdAndTheLastMessage()
    {
        var storage = Open();
        await AddAsync(storage);
        await PublishAsync(storage, await AddAsync(storage), 41, 42);
        await PublishAsync(storage, await AddAsync(storage), 40);
        await storage.Publications.AddAsync(NewEntry(), "-1009", default);

        var chats = await Open().Publications.LoadChatsAsync(default);

        chats.Should().BeEquivalentTo([new StoredChat(Shop, -1001234567890, 42), new StoredChat("-1009", 0, 0)]);
    }

    [SkippableFact]
    public async Task DeleteEndedBefore_ForgetsTheOldThatHaveEnded()
    {
        var storage = Open();
        var old = await AddAsync(storage, NewEntry(key: "order-1"));
        await PublishAsync(storage, old, 51);
        var oldButWaiting = await AddAsync(storage);
        Provider.Time.Advance(TimeSpan.FromDays(2));
        var young = await AddAsync(storage);
        await PublishAsync(storage, young, 52);

        var count = await storage.Publications.DeleteEndedBeforeAsync(Now - TimeSpan.FromDays(1), 100, default);

        count.Should().Be(1);
        (await AllAsync(storage.Publications.ListAsync(null, default))).Select(entry => entry.Id).Should().Equal(oldButWaiting.Id, young.Id);
        (await storage.Publications.FindByMessageAsync(Shop, 51, default)).Should().BeNull();
        var again = NewEntry(key: "order-1");
        (await storage.Publications.AddAsync(again, Shop, default)).Should().BeSameAs(again, "its key is free again");
    }
}
