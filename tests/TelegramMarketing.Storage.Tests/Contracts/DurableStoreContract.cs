using Microsoft.EntityFrameworkCore;
using TelegramMarketing.EntityFrameworkCore;
using TelegramMarketing.Publishing;
using TelegramMarketing.Storage.Tests.Providers;
using TelegramMarketing.Tests.Stickers;

namespace TelegramMarketing.Storage.Tests.Contracts;

/// <summary>What a store does that outlives its process and is shared by several.</summary>
public abstract class DurableStoreContract<TProvider> : StoreContract<TProvider>
    where TProvider : StoreProvider, new()
{
    [SkippableTheory]
    [InlineData(1, false, PublicationState.Published)]
    [InlineData(2, false, PublicationState.Scheduled)]
    [InlineData(1, true, PublicationState.Published)]
    [InlineData(2, true, PublicationState.Scheduled)]
    public async Task SaveAsync_AnotherProcessAskedToCancelDuringTheSend_TheOutcomeStandsAndTheAskToo(int parts, bool isRead, PublicationState expected)
    {
        var entry = NewEntry();
        entry.TryClaim();
        entry.Parts = [.. Enumerable.Repeat(entry.Parts![0], parts)];
        var sender = Open();
        await AddAsync(sender, entry);
        entry.BeginSend(lastKnownMessageId: 6, Now);
        await sender.Publications.SaveAsync(entry, default);
        var other = Open();
        var seen = (await other.Publications.FindAsync(entry.Id, default))!;
        seen.AskToCancel("Cancelled by hand.");
        await other.Publications.SaveAsync(seen, default);
        if (isRead)
        {
            (await sender.Publications.FindAsync(entry.Id, default)).Should().BeSameAs(entry);
        }

        entry.CompletePart(Sent(7), isLast: parts == 1).Should().BeTrue();
        await sender.Publications.SaveAsync(entry, default);

        var stored = (await Open().Publications.FindAsync(entry.Id, default))!;
        (stored.State, stored.FirstMessageId, stored.PartsDone).Should().Be((expected, 7, 1));
        (entry.IsCancelAsked, stored.IsCancelAsked).Should().Be((true, true), "no part follows");
    }

    [SkippableFact]
    public async Task SaveAsync_AnotherProcessAskedToCancelBeforeTheNextTry_NothingBegins()
    {
        var entry = NewEntry();
        entry.TryClaim();
        var sender = Open();
        await AddAsync(sender, entry);
        entry.BeginSend(lastKnownMessageId: 6, Now);
        await sender.Publications.SaveAsync(entry, default);
        var other = Open();
        var seen = (await other.Publications.FindAsync(entry.Id, default))!;
        seen.AskToCancel("Cancelled by hand.");
        await other.Publications.SaveAsync(seen, default);

        entry.BeginSend(lastKnownMessageId: 6, Now.AddSeconds(1));
        await sender.Awaiting(store => store.Publications.SaveAsync(entry, default).AsTask()).Should().ThrowAsync<OperationCanceledException>();

        entry.IsOvertaken.Should().BeFalse();
        entry.MoveTo(PublicationState.Cancelled, TelegramMarketingError.Other, "Cancelled by hand.");
        await sender.Publications.SaveAsync(entry, default);
        (await Open().Publications.FindAsync(entry.Id, default))!.State.Should().Be(PublicationState.Cancelled);
    }

    [SkippableFact]
    public async Task Save_GivenAnotherPictureOfTheSameName_KeepsTheNewOneForAllProcesses()
    {
        var (one, other) = (Open(), Open());
        var entry = NewEntry();
        entry.Parts = [new PlannedMessage { Media = [PostMedia.Photo(await SourceAsync(1, 2, 3))] }];
        await AddAsync(one, entry);
        var there = (await other.Publications.FindAsync(entry.Id, default))!;
        entry.Replace(Post.News(PostText.Plain("")), [new PlannedMessage { Media = [PostMedia.Photo(await SourceAsync(4, 5, 6, 7))] }]);
        await one.Publications.SaveAsync(entry, default);

        (await BytesAsync(Open())).Should().Equal(4, 5, 6, 7);
        (await BytesAsync(other)).Should().Equal(4, 5, 6, 7);
        there.Parts.Should().NotBeNull();

        async Task<MediaSource> SourceAsync(params byte[] bytes)
        {
            var source = MediaSource.FromStream(new MemoryStream(bytes), "a.jpg");
            await source.InspectAsync(default);
            return source;
        }

        async Task<byte[]> BytesAsync(IBotStorage storage)
        {
            var due = await storage.Publications.FindDueAsync(Now, 10, null, default);
            using var copy = new MemoryStream();
            await using var bytes = due[0].Parts![0].Media[0].Source.OpenRead();
            await bytes.CopyToAsync(copy);
            return copy.ToArray();
        }
    }

    [SkippableFact]
    public async Task Restart_APublicationThatWasGivenAnotherPost_HasItsKindAndTags()
    {
        var entry = NewEntry();
        var store = Open();
        await AddAsync(store, entry);
        var post = Post.Event(PostText.Plain("Festa!")) with { Tags = ["estate"] };
        entry.Replace(post, PostPlan.Create(post).Messages);
        await store.Publications.SaveAsync(entry, default);

        var restored = (await Open().Publications.FindAsync(entry.Id, default))!;

        restored.Kind.Should().Be(PostKind.Event);
        restored.Tags.Should().Equal("estate");
        restored.Parts.Should().ContainSingle().Which.Text!.PlainText.Should().Be("Festa!");
    }

    [SkippableFact]
    public async Task Restart_APublicationOfEveryKindOfPart_IsRestored()
    {
        var bytes = new byte[2_500_000];
        Random(bytes);
        var stream = MediaSource.FromStream(new MemoryStream(bytes), "dress.jpg");
        await stream.InspectAsync(default);
        var entry = NewEntry(key: "order-1");
        entry.Parts =
        [
            new PlannedMessage
            {
                Text = PostText.Html($"<b>{"a < b"}</b> & <a href=\"https://example.com/?a=1&amp;b=2\">more</a> 🎉"),
                Media = [PostMedia.Photo(stream), PostMedia.Video(MediaSource.FromUrl(new Uri("https://example.com/a.mp4"))), PostMedia.Photo(stream)],
                Silent = true,
                QuietHours = new QuietHours(new TimeOnly(22, 30), new TimeOnly(8, 0), TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome")),
                Protected = true,
                Spoiler = true,
                CaptionAbove = true,
            },
            new PlannedMessage { Media = [PostMedia.Document(MediaSource.FromPath("no such file.pdf"))] },
            new PlannedMessage { Media = [PostMedia.Audio(MediaSource.FromFileId("AAbb"))] },
            new PlannedMessage
            {
                Text = PostText.Plain("<not markup>"),
                Buttons = [[PostButton.Url("Shop", "https://example.com"), PostButton.Copy("Code", "SPRING")], [PostButton.Callback("Like", "like:1")]],
                LinkPreview = new LinkPreview { Url = new Uri("https://example.com/p"), PreferLargeMedia = true, ShowAboveText = true },
                RepliesToFirst = true,
            },
        ];
        entry.Fingerprint = await Fingerprint.OfAsync(entry.Parts);
        await AddAsync(Open(), entry);

        var restored = (await Open().Publications.FindAsync(entry.Id, default))!;

        restored.Should().NotBeSameAs(entry);
        restored.Snapshot().Should().BeEquivalentTo(entry.Snapshot());
        restored.Fingerprint.Should().Be(entry.Fingerprint);
        StoredParts.Write(restored.Parts!, "").Should().Be(StoredParts.Write(entry.Parts, ""));
        (await Fingerprint.OfAsync(restored.Parts!)).Should().Be(entry.Fingerprint);
        var source = restored.Parts![0].Media[0].Source;
        source.FileName.Should().Be("dress.jpg");
        restored.Parts[0].Media[2].Source.Should().BeSameAs(source);
        for (var reading = 0; reading < 2; reading++)
        {
            using var copy = new MemoryStream();
            await source.OpenRead().CopyToAsync(copy);
            copy.ToArray().Should().Equal(bytes);
        }
    }

    [SkippableFact]
    public async Task Restart_APostOfASticker_IsRestoredWithItsFileAndItsText()
    {
        var bytes = StickerFiles.Webp(512, 400, seed: 3, length: 90_000);
        var file = StickerFiles.Source(bytes, "hello.webp");
        await file.InspectAsync(default);
        foreach (var source in (MediaSource[])[file, MediaSource.FromFileId("CAACAgIAAx")])
        {
            var post = new Post { Text = PostText.Plain("Our own stickers"), Media = [PostMedia.Sticker(source)], Buttons = [[PostButton.Url("Add them", "https://t.me/addstickers/spring_by_shop_bot")]] };
            var entry = NewEntry();
            entry.Parts = PostPlan.Create(post).Messages;
            entry.Fingerprint = await Fingerprint.OfAsync(entry.Parts);
            await AddAsync(Open(), entry);

            var restored = (await Open().Publications.FindAsync(entry.Id, default))!;

            restored.Parts.Should().HaveCount(2, "a sticker has no caption");
            var sticker = restored.Parts![0].Media.Should().ContainSingle().Subject;
            (sticker.Kind, sticker.Source.Origin, sticker.Source.FileName).Should().Be((PostMediaKind.Sticker, source.Origin, source.FileName));
            restored.Parts[1].Text!.PlainText.Should().Be("Our own stickers");
            restored.Parts[1].Buttons.Should().ContainSingle();
            (await Fingerprint.OfAsync(restored.Parts)).Should().Be(entry.Fingerprint);
            if (source == file)
            {
                using var copy = new MemoryStream();
                await sticker.Source.OpenRead().CopyToAsync(copy);
                copy.ToArray().Should().Equal(bytes);
            }
            else
            {
                sticker.Source.Value.Should().Be(source.Value);
            }
        }
    }

    [SkippableFact]
    public async Task Add_APostTooLargeForItsRow_SaysSoAndStoresNothing()
    {
        var storage = Open();
        var entry = NewEntry(key: "order-1");
        entry.Parts = [.. Enumerable.Range(0, 300).Select(_ => new PlannedMessage { Text = PostText.Plain(new string('x', 4096)) })];

        var refusal = (await storage.Awaiting(store => store.Publications.AddAsync(entry, Shop, default).AsTask()).Should().ThrowAsync<TelegramMarketingException>()).Which;

        refusal.Error.Should().Be(TelegramMarketingError.InvalidPost);
        refusal.Violations.Should().ContainSingle().Which.Message.Should().Contain("at most 1,000,000 characters");
        (await storage.Publications.FindByKeyAsync(Shop, "order-1", default)).Should().BeNull();
        (await AllAsync(Open().Publications.ListAsync(null, default))).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Restart_InDoubtInTheMiddle_KnowsWhereItStopped()
    {
        var entry = NewEntry();
        entry.Parts = [.. entry.Parts!, new PlannedMessage { Text = PostText.Plain("second") }];
        var storage = Open();
        await AddAsync(storage, entry);
        entry.BeginSend(70, Now);
        await storage.Publications.SaveAsync(entry, default);
        entry.CompletePart(Sent(71), isLast: false);
        await storage.Publications.SaveAsync(entry, default);
        entry.BeginSend(71, Now);
        entry.BecomeUnknown("The answer was lost.", Now + TimeSpan.FromSeconds(100));
        entry.EqualTo = entry.Id;
        await storage.Publications.SaveAsync(entry, default);

        var restored = (await Open().Publications.FindAsync(entry.Id, default))!;

        restored.Should().BeEquivalentTo(entry, options => options.Excluding(e => e.Parts).Excluding(e => e.Stored));
        (restored.PartsDone, restored.LastKnownMessageId, restored.State).Should().Be((1, 71, PublicationState.Unknown));
        restored.Parts![1].Text!.PlainText.Should().Be("second");
        restored.MessageIds.Should().Equal(71);
    }

    [SkippableFact]
    public async Task Save_AfterAnUpload_KeepsItsFileId()
    {
        var source = MediaSource.FromStream(new MemoryStream([1, 2, 3]), "a.bin");
        await source.InspectAsync(default);
        var entry = NewEntry();
        entry.Parts = [new PlannedMessage { Media = [PostMedia.Document(source)] }, new PlannedMessage { Media = [PostMedia.Document(source)] }];
        var storage = Open();
        await AddAsync(storage, entry);
        await source.OpenRead().DisposeAsync();
        source.RememberFileId("", PostMediaKind.Document, "BQid");
        entry.CompletePart(Sent(), isLast: false);
        await storage.Publications.SaveAsync(entry, default);

        var restored = (await Open().Publications.FindAsync(entry.Id, default))!;

        restored.Parts![1].Media[0].Source.FindFileId("", PostMediaKind.Document).Should().Be("BQid");
        restored.Parts[1].Media[0].Source.FindFileId("other", PostMediaKind.Document).Should().BeNull("an id belongs to one bot");
    }

    [SkippableFact]
    public async Task Find_KeptBytesCannotBeReadForAWhile_SaysSoAndReadsThemLater()
    {
        var source = MediaSource.FromStream(new MemoryStream([1, 2, 3]), "a.bin");
        await source.InspectAsync(default);
        var entry = NewEntry();
        entry.Parts = [new PlannedMessage { Media = [PostMedia.Document(source)] }];
        await AddAsync(Open(), entry);
        await using var db = Provider.CreateContext();
        var restarted = Open();
        await restarted.PrepareAsync(default);
        await db.Database.ExecuteSqlRawAsync("ALTER TABLE telegram_media RENAME TO gone");

        var found = (await restarted.Publications.FindAsync(entry.Id, default))!;

        found.Parts.Should().BeNull();
        found.Invoking(unreadable => unreadable.EnsureReadable()).Should().Throw<TelegramMarketingException>()
            .Which.Error.Should().Be(TelegramMarketingError.StorageUnavailable, "a post is not rejected since its store was gone");
        await db.Database.ExecuteSqlRawAsync("ALTER TABLE gone RENAME TO telegram_media");
        found = (await restarted.Publications.FindAsync(entry.Id, default))!;
        found.EnsureReadable();
        await using var bytes = found.Parts![0].Media[0].Source.OpenRead();
        bytes.Length.Should().Be(3);
    }

    [SkippableTheory]
    [InlineData("{ this is no JSON")]
    [InlineData("[]")]
    public async Task FindDue_OneThatCannotBeRead_KeepsBackNoOther(string parts)
    {
        var storage = Open();
        var first = await AddAsync(storage, NewEntry(dueIn: TimeSpan.FromMinutes(-2)));
        var second = await AddAsync(storage, NewEntry(dueIn: TimeSpan.FromMinutes(-1)));
        await using var db = Provider.CreateContext();
        await db.Set<PublicationRow>().Where(row => row.Id == first.Id).ExecuteUpdateAsync(row => row.SetProperty(changed => changed.Parts, parts));

        var due = await Open().Publications.FindDueAsync(Now, 10, null, default);

        due.Select(entry => entry.Id).Should().Equal(first.Id, second.Id);
        due[0].Invoking(entry => entry.EnsureReadable()).Should().Throw<TelegramMarketingException>().Which.Message.Should().Contain($"{first.Id}");
        due[1].Parts.Should().ContainSingle();
    }

    [SkippableFact]
    public async Task Find_GivenAnotherPostByAnotherProcess_HasItsPartsAndKind()
    {
        var (one, other) = (Open(), Open());
        var here = await AddAsync(one);
        var there = (await other.Publications.FindAsync(here.Id, default))!;
        var post = Post.Event(PostText.Plain("Festa!")) with { Tags = ["estate"] };
        there.Replace(post, PostPlan.Create(post).Messages);
        await other.Publications.SaveAsync(there, default);

        var due = await one.Publications.FindDueAsync(Now, 10, null, default);

        due.Should().ContainSingle().Which.Should().BeSameAs(here);
        here.Parts.Should().ContainSingle().Which.Text!.PlainText.Should().Be("Festa!");
        (here.Kind, here.Tags[0]).Should().Be((PostKind.Event, "estate"));
    }

    [SkippableFact]
    public async Task Save_GivenAnotherPostByAnotherProcess_IsRefusedAndReadsItsPartsAnew()
    {
        var (one, other) = (Open(), Open());
        var here = await AddAsync(one);
        var there = (await other.Publications.FindAsync(here.Id, default))!;
        var post = Post.Event(PostText.Plain("Festa!"));
        there.Replace(post, PostPlan.Create(post).Messages);
        await other.Publications.SaveAsync(there, default);
        here.BeginSend(0, Now);

        await one.Awaiting(store => store.Publications.SaveAsync(here, default).AsTask()).Should().ThrowAsync<TelegramMarketingException>();

        (await one.Publications.FindDueAsync(Now, 10, null, default)).Should().ContainSingle();
        here.Parts.Should().ContainSingle().Which.Text!.PlainText.Should().Be("Festa!");
    }

    [SkippableFact]
    public async Task Save_MadeBeforeAnotherProcessWasSeenToHaveChangedIt_IsRefused()
    {
        var (one, other) = (Open(), Open());
        var here = await AddAsync(one);
        var (row, messages, follows) = here.ToRow("", Now);
        var made = new PublicationWrite(here, row, isNew: false) { MessageIds = messages, Follows = follows };
        await PublishAsync(other, (await other.Publications.FindAsync(here.Id, default))!, 81);
        await one.Publications.FindAsync(here.Id, default);

        await using (var db = Provider.CreateContext())
        {
            await new PublicationBatch("").Awaiting(batch => batch.CommitAsync(db, [made])).Should().ThrowAsync<DbUpdateConcurrencyException>();
        }

        (await Open().Publications.FindAsync(here.Id, default))!.State.Should().Be(PublicationState.Published);
    }

    [SkippableFact]
    public async Task Work_ThatAnotherProcessHasOvertaken_ChangesNothing()
    {
        var (one, other) = (Open(), Open());
        var here = await AddAsync(one);
        here.BeginWork();
        await PublishAsync(other, (await other.Publications.FindAsync(here.Id, default))!, 81);
        await one.Publications.FindAsync(here.Id, default);

        here.IsOvertaken.Should().BeTrue();
        here.LeaveDoubt().Should().BeFalse();
        here.CompletePart(Sent(82), isLast: true).Should().BeFalse();
        here.MoveTo(PublicationState.Missed, TelegramMarketingError.Missed, "Too late.").Should().BeFalse();
        here.Invoking(entry => entry.BeginSend(82, Now)).Should().Throw<TelegramMarketingException>().WithInnerException<PublicationChangedException>();
        (here.State, here.FirstMessageId).Should().Be((PublicationState.Published, 81));
    }

    [SkippableFact]
    public async Task SaveAsync_AnotherProcessTookTheSendForInDoubt_TheOutcomeStands()
    {
        var (sender, other) = (Open(), Open());
        var entry = await AddAsync(sender);
        entry.BeginSend(lastKnownMessageId: 6, Now);
        await sender.Publications.SaveAsync(entry, default);
        var seen = (await other.Publications.FindAsync(entry.Id, default))!;
        seen.BecomeUnknown("The process ended.", Now);
        await other.Publications.SaveAsync(seen, default);

        entry.CompletePart(Sent(7), isLast: true);
        await sender.Publications.SaveAsync(entry, default);

        var stored = (await Open().Publications.FindAsync(entry.Id, default))!;
        (stored.State, stored.FirstMessageId).Should().Be((PublicationState.Published, 7));
    }

    [SkippableFact]
    public async Task Save_Ended_DropsPartsAndBytes()
    {
        var source = MediaSource.FromStream(new MemoryStream([1, 2, 3]), "a.bin");
        await source.InspectAsync(default);
        var entry = NewEntry();
        entry.Parts = [new PlannedMessage { Media = [PostMedia.Document(source)] }];
        var storage = Open();
        await AddAsync(storage, entry);
        await using var db = Provider.CreateContext();
        (await db.Set<MediaChunkRow>().CountAsync()).Should().Be(1);

        await PublishAsync(storage, entry);

        (await db.Set<MediaChunkRow>().CountAsync()).Should().Be(0);
        (await db.Set<PublicationRow>().AsNoTracking().SingleAsync()).Parts.Should().BeNull();
    }

    [SkippableFact]
    public async Task Save_BegunAgainByItsKey_KeepsItsPartsAgain()
    {
        var storage = Open();
        var entry = await AddAsync(storage, NewEntry(key: "order-1"));
        var parts = entry.Parts;
        entry.MoveTo(PublicationState.Rejected, TelegramMarketingError.ContentRefused, "No.");
        await storage.Publications.SaveAsync(entry, default);
        entry.Parts = parts;
        entry.BeginSend(1, Now);
        await storage.Publications.SaveAsync(entry, default);

        var restored = (await Open().Publications.FindAsync(entry.Id, default))!;

        restored.Parts.Should().ContainSingle().Which.Text.Should().Be(parts![0].Text);
        restored.State.Should().Be(PublicationState.Sending);
    }

    [SkippableFact]
    public async Task Save_ChangedByAnotherProcess_IsRefusedAndFollowsIt()
    {
        var (one, other) = (Open(), Open());
        var here = await AddAsync(one);
        var there = (await other.Publications.FindAsync(here.Id, default))!;
        there.MoveTo(PublicationState.Cancelled, TelegramMarketingError.Other, "Cancelled by hand.");
        await other.Publications.SaveAsync(there, default);
        here.BeginSend(0, Now);

        var save = () => one.Publications.SaveAsync(here, default).AsTask();

        var exception = (await save.Should().ThrowAsync<TelegramMarketingException>()).Which;
        exception.Error.Should().Be(TelegramMarketingError.StorageUnavailable);
        exception.InnerException.Should().BeOfType<PublicationChangedException>();
        here.State.Should().Be(PublicationState.Cancelled);
        (await Open().Publications.FindAsync(here.Id, default))!.State.Should().Be(PublicationState.Cancelled);
    }

    [SkippableTheory]
    [InlineData("moved")]
    [InlineData("end moved")]
    [InlineData("edited")]
    [InlineData("cancelled")]
    public async Task Save_ChangedOtherwiseByAnotherProcessAtOnce_IsRefusedAndFollowsIt(string how)
    {
        var (one, other) = (Open(), Open());
        var here = await AddAsync(one);
        var there = (await other.Publications.FindAsync(here.Id, default))!;
        Change(there, how, 1);
        await other.Publications.SaveAsync(there, default);
        Change(here, how, 2);

        var exception = (await one.Awaiting(store => store.Publications.SaveAsync(here, default).AsTask()).Should().ThrowAsync<TelegramMarketingException>()).Which;

        exception.InnerException.Should().BeOfType<PublicationChangedException>();
        (here.DueAt, here.EndsAfter, here.Kind, here.IsCancelAsked).Should().Be((there.DueAt, there.EndsAfter, there.Kind, there.IsCancelAsked));
    }

    [SkippableTheory]
    [InlineData("moved")]
    [InlineData("end moved")]
    [InlineData("edited")]
    [InlineData("cancelled")]
    public async Task IsStored_OurOwnChangeWhoseAnswerWasLost_IsRecognised(string how)
    {
        var storage = Open();
        var entry = await AddAsync(storage);
        Change(entry, how, 1);
        var (row, messages, follows) = entry.ToRow("", Now);
        (row.Parts, row.HasMedia) = (StoredParts.Write(entry.Parts!, ""), false);
        var write = new PublicationWrite(entry, row, isNew: false) { MessageIds = messages, Follows = follows, Parts = entry.Parts };
        var batch = new PublicationBatch("");
        await using (var db = Provider.CreateContext())
        {
            await batch.CommitAsync(db, [write]);
        }

        await using var again = Provider.CreateContext();
        (await batch.IsStoredAsync(again, write, default)).Should().BeTrue();
    }

    [SkippableFact]
    public async Task Save_ChangedByAnotherProcessAmongMany_SpoilsNoOther()
    {
        var (one, other) = (Open(), Open());
        var entries = new List<PublicationEntry>();
        for (var i = 0; i < 20; i++)
        {
            entries.Add(await AddAsync(one));
        }

        var there = (await other.Publications.FindAsync(entries[7].Id, default))!;
        there.MoveTo(PublicationState.Cancelled, TelegramMarketingError.Other, null);
        await other.Publications.SaveAsync(there, default);

        var saves = entries.ConvertAll(entry =>
        {
            entry.BeginSend(0, Now);
            return one.Publications.SaveAsync(entry, default).AsTask();
        });
        await Task.WhenAll(saves).ContinueWith(_ => { }, TaskScheduler.Default);

        saves.Where(save => save.IsFaulted).Should().ContainSingle().Which.Should().BeSameAs(saves[7]);
        (await AllAsync(Open().Publications.ListAsync(PublicationState.Sending, default))).Should().HaveCount(19);
    }

    [SkippableFact]
    public async Task Find_ChangedByAnotherProcess_BringsTheEntryInUseUpToDate()
    {
        var (one, other) = (Open(), Open());
        var here = await AddAsync(one);
        await PublishAsync(other, (await other.Publications.FindAsync(here.Id, default))!, 81);

        var found = await one.Publications.FindAsync(here.Id, default);

        found.Should().BeSameAs(here);
        here.State.Should().Be(PublicationState.Published);
        here.MessageIds.Should().Equal(81);
    }

    [SkippableFact]
    public async Task Prepare_BySeveralAtOnce_MakesOneStore()
    {
        var storages = Enumerable.Range(0, 4).Select(_ => Open()).ToArray();

        await Task.WhenAll(storages.Select(storage => Task.Run(() => storage.PrepareAsync(default))));

        await AddAsync(storages[3]);
        (await AllAsync(storages[0].Publications.ListAsync(null, default))).Should().ContainSingle();
    }

    private void Change(PublicationEntry entry, string how, int number)
    {
        var post = Post.Event(PostText.Plain($"Festa {number}!")) with { Tags = [$"{number}"] };
        switch (how)
        {
            case "moved":
                entry.DueAt = Now.AddHours(number);
                break;
            case "end moved":
                entry.EndsAfter = TimeSpan.FromHours(number);
                break;
            case "edited":
                entry.Replace(post, PostPlan.Create(post).Messages);
                break;
            default:
                entry.BeginSend(0, Now);
                if (number == 1)
                {
                    entry.AskToCancel("Cancelled by hand.");
                }

                break;
        }
    }

    private static void Random(Span<byte> bytes) => new Time.Chance().Fill(bytes);
}
