using Snapshooter.Xunit;
using Telegram.Bot.Requests;

namespace TelegramMarketing.Tests.Invitations;

public sealed class InvitationCreationTests
{
    private readonly InvitationBench _bench = new();

    [Fact]
    public async Task UnsubscribeAddress_Set_StandsInTheTextAndItsTokenOptsOut()
    {
        _bench.Options.Invitations.UnsubscribeAddress = "https://shop.example/unsubscribe/{token}";

        var invitation = await _bench.CreateAsync();
        var address = invitation.UnsubscribeAddress!;

        address.AbsoluteUri.Should().StartWith("https://shop.example/unsubscribe/");
        invitation.Text.PlainText.Should().Contain(address.AbsoluteUri).And.NotContain(invitation.OptOutAddress.AbsoluteUri);
        (await _bench.Invitations.OptOutByTokenAsync("AAAAAAAAAAAAAAAAAAAAAA")).Should().BeFalse();
        (await _bench.Invitations.OptOutByTokenAsync(address.Segments[^1])).Should().BeTrue();
        (await _bench.Module.Ledger.HasOptedOutAsync("c-1")).Should().BeTrue();
        invitation.Subject.Should().Be($"{invitation.ChannelTitle} on Telegram: an invitation");
        invitation.ButtonLabel.Should().Be("Open the channel");
    }

    [Fact]
    public async Task CreateAsync_PublicAddress_GivesTheChannelsAddressToFollow()
    {
        var invitation = await _bench.CreateAsync(link: InvitationLinkKind.PublicAddress);

        invitation.Address.Should().Be(new Uri("https://t.me/brand"));
        invitation.ChannelTitle.Should().Be("Brand <News>");
        invitation.State.Should().Be(InvitationState.Created);
        invitation.Text.PlainText.Should().Contain("https://t.me/brand").And.Contain(invitation.OptOutAddress.AbsoluteUri);
        _bench.Sender.Sent.Should().BeEmpty("creating an invitation sends nothing");
    }

    [Fact]
    public async Task CreateAsync_DeepLink_CarriesARandomTokenThatTelegramAccepts()
    {
        var first = await _bench.CreateAsync("a");
        var second = await _bench.CreateAsync("b");

        first.Address.AbsoluteUri.Should().MatchRegex("^https://t\\.me/brand_bot\\?start=inv_[A-Za-z0-9_-]{22}$");
        first.OptOutAddress.AbsoluteUri.Should().MatchRegex("^https://t\\.me/brand_bot\\?start=out_[A-Za-z0-9_-]{22}$");
        second.Address.Should().NotBe(first.Address);
    }

    [Fact]
    public async Task CreateAsync_PersonalLink_IsNamedByTheIdAndAdmitsOne()
    {
        var invitation = await _bench.Invitations.CreateAsync(InvitationBench.Request(channel: InvitationBench.Private, link: InvitationLinkKind.PersonalLink) with { ValidFor = TimeSpan.FromDays(3) });

        var call = _bench.Sender.Calls.OfType<CreateChatInviteLinkRequest>().Should().ContainSingle().Subject;
        call.Name.Should().Be(invitation.Id.ToString("N")).And.HaveLength(32);
        call.MemberLimit.Should().Be(1);
        call.ExpireDate.Should().Be(_bench.Time.GetUtcNow().UtcDateTime.AddDays(3));
        invitation.Address.Should().Be(new Uri("https://t.me/+link1"));
    }

    [Fact]
    public async Task CreateAsync_PublicAddressOfAPrivateChannel_SaysWhatToDo()
    {
        var act = () => _bench.CreateAsync(channel: InvitationBench.Private, link: InvitationLinkKind.PublicAddress);

        (await act.Should().ThrowAsync<ArgumentException>()).WithMessage("*private*BotDeepLink, PersonalLink or ApprovalLink*");
    }

    [Fact]
    public async Task CreateAsync_WrongRequest_ListsEverythingAtOnce()
    {
        var act = () => _bench.Invitations.CreateAsync(new()
        {
            Channel = null!,
            Customer = " ",
            LegalBasis = null!,
            AddressSource = new string('x', 201),
            Campaign = "",
            About = new string('y', 201),
            Language = "tlh",
            Link = (InvitationLinkKind)99,
            ValidFor = TimeSpan.Zero,
            TelegramUserId = -5,
        });

        var message = (await act.Should().ThrowAsync<ArgumentException>()).Which.Message;
        message.Should().ContainAll("Channel ", "Customer ", "LegalBasis ", "AddressSource ", "Campaign ", "About ", "Language ", "ar, en, es, it, ru", "Link ", "ValidFor ", "TelegramUserId ");
        _bench.Sender.Calls.Should().BeEmpty("a wrong request asks Telegram nothing");
    }

    [Theory]
    [InlineData("Customer-7", " customer-7 ")]
    [InlineData("ann@example.org", "ANN@example.org")]
    public async Task CreateAsync_CustomerInvitedAlready_IsRefusedWithTheEarlierInvitation(string first, string second)
    {
        var earlier = await _bench.CreateAsync(first);

        var refusal = await RefusalAsync(second);

        refusal.Message.Should().Contain("already").And.Contain(earlier.Id.ToString()).And.NotContainEquivalentOf(first);
    }

    [Fact]
    public async Task CreateAsync_SameChannelByNameAndById_IsOneChannel()
    {
        await _bench.CreateAsync(channel: InvitationBench.Public);

        await RefusalAsync("c-1", ChannelAddress.FromId(ScriptedSender.PublicId));
    }

    [Fact]
    public async Task CreateAsync_OtherChannel_IsAnotherInvitation()
    {
        var first = await _bench.CreateAsync(channel: InvitationBench.Public);
        var second = await _bench.CreateAsync(channel: InvitationBench.Private);

        second.Id.Should().NotBe(first.Id);
    }

    [Fact]
    public async Task CreateAsync_ManyAtOnceForOneCustomer_ExactlyOneWins()
    {
        var attempts = Enumerable.Range(0, 50).Select(i => Task.Run(() => _bench.CreateAsync(i % 2 == 0 ? "Customer" : " CUSTOMER ", InvitationBench.Private, InvitationLinkKind.PersonalLink))).ToArray();
        await Task.WhenAll(attempts.Select(attempt => attempt.ContinueWith(_ => { }, TaskScheduler.Default)));

        attempts.Count(attempt => attempt.IsCompletedSuccessfully).Should().Be(1);
        attempts.Where(attempt => attempt.IsFaulted).Should().AllSatisfy(attempt =>
            attempt.Exception!.InnerException.Should().BeOfType<TelegramMarketingException>().Which.Error.Should().Be(TelegramMarketingError.InvitationRefused));
        _bench.Sender.Calls.OfType<CreateChatInviteLinkRequest>().Should().ContainSingle("the others must not create links");
    }

    [Fact]
    public async Task CreateAsync_ManyAtOnceForManyCustomers_AsksWhoTheBotIsOnce()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => _bench.CreateAsync($"c-{i}"))));

        _bench.Sender.Calls.OfType<GetMeRequest>().Should().ContainSingle();
        _bench.Sender.Calls.OfType<GetChatRequest>().Should().ContainSingle();
    }

    [Fact]
    public async Task CreateAsync_OptedOutCustomer_IsRefusedWithoutNamingThem()
    {
        await _bench.Invitations.OptOutAsync(" ANN@example.org ");

        (await RefusalAsync("ann@example.org")).Message.Should().Contain("opted out").And.NotContainEquivalentOf("ann");
    }

    [Fact]
    public async Task CreateAsync_TelegramRefusesTheLink_CustomerCountsAsNotInvited()
    {
        _bench.Sender.RefuseCall = request => request is CreateChatInviteLinkRequest ? new(TelegramMarketingError.MissingRights, "not enough rights") : null;
        var act = () => _bench.CreateAsync(channel: InvitationBench.Private, link: InvitationLinkKind.PersonalLink);
        (await act.Should().ThrowAsync<TelegramMarketingException>()).Which.Error.Should().Be(TelegramMarketingError.MissingRights);
        (await _bench.EventsAsync()).Should().BeEmpty();

        _bench.Sender.RefuseCall = _ => null;
        await act.Should().NotThrowAsync();
        (await _bench.Invitations.GetFunnelAsync(InvitationBench.Private)).Invited.Should().Be(1);
    }

    [Fact]
    public async Task CreateAsync_AnswerLostWhileCreatingTheLink_AJoinByItIsStillAttributed()
    {
        _bench.Sender.RefuseCall = request => request is CreateChatInviteLinkRequest ? new(TelegramMarketingError.OutcomeUnknown, "no answer") : null;
        var act = () => _bench.CreateAsync(channel: InvitationBench.Private, link: InvitationLinkKind.PersonalLink);
        (await act.Should().ThrowAsync<TelegramMarketingException>()).Which.Error.Should().Be(TelegramMarketingError.OutcomeUnknown);
        var name = _bench.Sender.Calls.OfType<CreateChatInviteLinkRequest>().Single().Name;

        await _bench.JoinAsync(42, ScriptedSender.PrivateId, name);

        (await _bench.Invitations.GetFunnelAsync(InvitationBench.Private)).Should().BeEquivalentTo(new { Joined = 1, UnattributedJoins = 0 });
        (await _bench.Invitations.FindAsync(Guid.ParseExact(name!, "N"))).Should().BeNull("there is no address to follow");
    }

    [Fact]
    public async Task CreateAsync_Cancelled_CustomerCountsAsNotInvited()
    {
        using var source = new CancellationTokenSource();
        _bench.Sender.RefuseCall = request =>
        {
            if (request is CreateChatInviteLinkRequest)
            {
                source.Cancel();
                source.Token.ThrowIfCancellationRequested();
            }

            return null;
        };
        var request = InvitationBench.Request(channel: InvitationBench.Private, link: InvitationLinkKind.PersonalLink);
        await ((Func<Task>)(() => _bench.Invitations.CreateAsync(request, source.Token))).Should().ThrowAsync<OperationCanceledException>();

        _bench.Sender.RefuseCall = _ => null;
        await ((Func<Task>)(() => _bench.Invitations.CreateAsync(request))).Should().NotThrowAsync();
    }

    [Fact]
    public async Task CreateAsync_NoSuchChannel_SaysSo()
    {
        var act = () => _bench.CreateAsync(channel: ChannelAddress.FromUsername("nowhere"));

        (await act.Should().ThrowAsync<TelegramMarketingException>()).Which.Error.Should().Be(TelegramMarketingError.ChatNotFound);
    }

    [Fact]
    public async Task CreateAsync_Always_RecordsBasisSourceAndWording()
    {
        var first = await _bench.CreateAsync("a");
        var second = await _bench.CreateAsync("b");

        var invited = (await _bench.EventsAsync(first.Id)).Should().ContainSingle().Subject;
        invited.Kind.Should().Be(ConsentEventKind.Invited);
        invited.At.Should().Be(_bench.Time.GetUtcNow());
        invited.Evidence.LegalBasis.Should().Be(LegalBasis.ExistingCustomer("bought in the shop"));
        invited.Evidence.AddressSource.Should().Be("order form");
        invited.Evidence.WordingHash.Should().HaveLength(64);
        (await _bench.EventsAsync(second.Id)).Single().Evidence.WordingHash.Should().Be(invited.Evidence.WordingHash, "the wording is the same for both");
        (await _bench.EventsAsync(second.Id)).Single().Subject.Should().NotBe(invited.Subject);
    }

    [Fact]
    public async Task ToString_OfInvitationAndRequest_HoldsNoPersonalData()
    {
        var invitation = await _bench.CreateAsync("ann@example.org");

        $"{invitation} {InvitationBench.Request("ann@example.org")}".Should().NotContainAny("ann", "inv_");
        _bench.Logs.GetSnapshot().Should().AllSatisfy(record => record.Message.Should().NotContainAny("ann", "inv_"));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("it")]
    [InlineData("es")]
    [InlineData("ru")]
    [InlineData("ar")]
    public async Task CreateAsync_EveryBuiltInLanguage_SaysWhoWhatAndHowToStop(string language)
    {
        var invitation = await _bench.Invitations.CreateAsync(InvitationBench.Request() with { Language = language });

        var text = invitation.Text.PlainText;
        text.Should().ContainAll("Brand <News>", _bench.Options.Invitations.Texts[language].About, invitation.Address.AbsoluteUri, invitation.OptOutAddress.AbsoluteUri);
        text.Should().NotMatchRegex("[{}]");
        invitation.Text.Markup.Should().Contain("Brand &lt;News&gt;", "a channel's title is no markup");
        Snapshot.Match(text.Replace(invitation.Address.Query, "?start=inv_TOKEN").Replace(invitation.OptOutAddress.Query, "?start=out_TOKEN"), $"InvitationText.{language}");
    }

    [Fact]
    public async Task CreateAsync_ValuesThatLookLikePlaceholders_AreLeftAlone()
    {
        var invitation = await _bench.Invitations.CreateAsync(InvitationBench.Request() with { About = "{link} & {channel}" });

        invitation.Text.PlainText.Should().Contain("It brings {link} & {channel}.");
    }

    private async Task<TelegramMarketingException> RefusalAsync(string customer, ChannelAddress? channel = null)
    {
        var act = () => _bench.CreateAsync(customer, channel);
        var refusal = (await act.Should().ThrowAsync<TelegramMarketingException>()).Which;
        refusal.Error.Should().Be(TelegramMarketingError.InvitationRefused);
        return refusal;
    }
}
