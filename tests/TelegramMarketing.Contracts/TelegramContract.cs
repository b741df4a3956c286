namespace TelegramMarketing.Contracts;

/// <summary>
/// What a host may rely on, whatever Telegram is on the other side. Posts are silent, and every test deletes what it made.
/// </summary>
public abstract class TelegramContract : IAsyncLifetime
{
    private static readonly Uri _picture = new("https://telegram.org/img/t_logo.png");
    private readonly List<PostReference> _made = [];
    private IContractSubject? _subject;

    protected IContractSubject Subject => _subject!;

    public virtual Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_subject is null)
        {
            return;
        }

        foreach (var message in _made)
        {
            await Subject.Publisher.DeleteAsync(message);
        }

        await _subject.DisposeAsync();
    }

    [SkippableFact]
    public async Task PublishAsync_AText_IsPublishedWithItsIdAndDate()
    {
        await BeginAsync();

        var publication = await PublishAsync(News("A text"));

        publication.State.Should().Be(PublicationState.Published);
        publication.Messages.Should().ContainSingle().Which.MessageId.Should().BePositive();
        publication.PublishedAt.Should().NotBeNull();
        (await Subject.Ledger.FindAsync(publication.Id)).Should().BeEquivalentTo(publication);
    }

    [SkippableFact]
    public async Task PublishAsync_TwoPosts_TheSecondHasTheHigherId()
    {
        await BeginAsync();

        var first = await PublishAsync(News("First"));
        var second = await PublishAsync(News("Second"));

        second.Post!.MessageId.Should().BeGreaterThan(first.Post!.MessageId);
    }

    [SkippableFact]
    public async Task PublishAsync_APhotoWithButtons_IsOneMessage()
    {
        await BeginAsync();
        var post = News("A photo") with { Media = [Photo()], Buttons = [[PostButton.Url("Open", "https://example.com/"), PostButton.Copy("Code", "SPRING")]] };

        var publication = await PublishAsync(post);

        publication.Messages.Should().ContainSingle();
    }

    [SkippableFact]
    public async Task PublishAsync_AnAlbum_HasAMessageForEachItem()
    {
        await BeginAsync();

        var publication = await PublishAsync(News("An album") with { Media = [Photo(), Photo()] });

        publication.Messages.Select(message => message.MessageId).Should().HaveCount(2).And.BeInAscendingOrder();
    }

    [SkippableFact]
    public async Task PublishAsync_ALongText_IsSplitIntoMessages()
    {
        await BeginAsync();

        var publication = await PublishAsync(News(string.Join(' ', Enumerable.Repeat("word", 1_200))));

        publication.Messages.Should().HaveCount(2);
    }

    [SkippableFact]
    public async Task PublishAsync_TheSameKeyTwice_IsPublishedOnce()
    {
        await BeginAsync();
        var post = News("Once");

        var first = await PublishAsync(post, "contract-once");
        var second = await Subject.Publisher.PublishAsync(Subject.Channel, post, "contract-once");

        second.Should().BeEquivalentTo(first);
    }

    [SkippableFact]
    public async Task PublishAsync_MarkupThatTelegramRefuses_IsRefusedBefore()
    {
        await BeginAsync();
        var act = () => PostText.TrustedHtml("<h1>No such tag</h1>");

        act.Should().Throw<FormatException>();
    }

    [SkippableFact]
    public async Task PublishAsync_AFileThatIsNone_IsRefusedByTelegram()
    {
        await BeginAsync();
        var post = new Post { Silent = true, Media = [PostMedia.Photo(MediaSource.FromFileId("no-file-of-this-telegram"))] };

        var failure = await Assert.ThrowsAsync<TelegramMarketingException>(() => Subject.Publisher.PublishAsync(Subject.Channel, post));

        failure.Error.Should().Be(TelegramMarketingError.ContentRefused);
        (await Subject.Ledger.FindAsync(failure.PublicationId!.Value))!.State.Should().Be(PublicationState.Rejected);
    }

    [SkippableFact]
    public async Task EditAsync_OtherAndThenTheSameText_BothSucceed()
    {
        await BeginAsync();
        var publication = await PublishAsync(News("Before"));

        await Subject.Publisher.EditAsync(publication.Post!, News("After"));
        await Subject.Publisher.EditAsync(publication.Post!, News("After"));
    }

    [SkippableFact]
    public async Task EditAsync_AMessageThatIsNotThere_MessageNotFound()
    {
        await BeginAsync();

        var failure = await Assert.ThrowsAsync<TelegramMarketingException>(() => Subject.Publisher.EditAsync(new PostReference(Subject.Channel, int.MaxValue), News("Nothing")));

        failure.Error.Should().Be(TelegramMarketingError.MessageNotFound);
    }

    [SkippableFact]
    public async Task DeleteAsync_Twice_BothSucceed()
    {
        await BeginAsync();
        var publication = await PublishAsync(News("To be deleted"));

        await Subject.Publisher.DeleteAsync(publication);
        await Subject.Publisher.DeleteAsync(publication);
    }

    [SkippableFact]
    public async Task PinAsync_AndUnpinAsync_Succeed()
    {
        await BeginAsync();
        var publication = await PublishAsync(News("To be pinned"));

        await Subject.Publisher.PinAsync(publication.Post!);
        await Subject.Publisher.UnpinAsync(publication.Post!);

        // Pinning leaves a service message behind, which has the next id.
        _made.Add(new PostReference(Subject.Channel, publication.Post!.MessageId + 1));
    }

    [SkippableFact]
    public async Task GetPostAsync_OfAPublicChannel_IsFoundOrNotShownYet()
    {
        await BeginAsync();
        Skip.IfNot(Subject.Channel.IsPublic, "The channel is private and has no public page.");
        var publication = await PublishAsync(News("To be counted"));

        var statistics = await Subject.Statistics.GetPostAsync(publication.Post!);

        (statistics.Views is null || statistics.Views.Value.Low >= 0).Should().BeTrue("unknown is null, never a number below zero");
        statistics.Availability.Should().BeOneOf(PostAvailability.Available, PostAvailability.NotFound);
    }

    [SkippableFact]
    public async Task GetSubscribersAsync_OfAPublicChannel_IsANumber()
    {
        await BeginAsync();
        Skip.IfNot(Subject.Channel.IsPublic, "The channel is private and has no public page.");

        var subscribers = await Subject.Statistics.GetSubscribersAsync(Subject.Channel);

        subscribers.Should().NotBeNull();
    }

    [SkippableFact]
    public async Task CreateAsync_APersonalLink_IsALinkOfTelegrams()
    {
        await BeginAsync();
        var invitation = await Subject.Invitations.CreateAsync(new InvitationRequest
        {
            Channel = Subject.Channel,
            Customer = "contract",
            LegalBasis = LegalBasis.ExistingCustomer("contract test"),
            AddressSource = "contract test",
            Link = InvitationLinkKind.PersonalLink,
            ValidFor = TimeSpan.FromMinutes(10),
        });

        invitation.Address.Host.Should().Be("t.me");
        invitation.State.Should().Be(InvitationState.Created);
    }

    /// <summary>Makes the subject, or skips the test with the reason.</summary>
    protected abstract Task<IContractSubject> CreateAsync();

    private static Post News(string text) => Post.News(PostText.Plain(text)) with { Silent = true };

    private static PostMedia Photo() => PostMedia.Photo(MediaSource.FromUrl(_picture));

    private async Task BeginAsync() => _subject ??= await CreateAsync();

    private async Task<Publication> PublishAsync(Post post, string? key = null)
    {
        var publication = await Subject.Publisher.PublishAsync(Subject.Channel, post, key);
        _made.AddRange(publication.Messages);
        return publication;
    }
}
