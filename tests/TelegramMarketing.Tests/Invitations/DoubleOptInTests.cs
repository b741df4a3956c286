using System.Security.Cryptography;
using System.Text;
using TelegramMarketing.Testing;
using static TelegramMarketing.ConsentEventKind;

namespace TelegramMarketing.Tests.Invitations;

/// <summary>Where consent is asked for, the way into the channel opens only after a yes that is in the ledger.</summary>
public sealed class DoubleOptInTests : IAsyncLifetime
{
    private const string Question = "Would you like to receive news, offers and events in the Telegram channel Brand?\n\nYou can leave at any time. No more invitations: /stop";

    private InvitationTown _town = null!;
    private TelegramPerson _ann = null!;

    public async Task InitializeAsync()
    {
        _town = await InvitationTown.OpenAsync(options => options.Invitations.DoubleOptIn = true);
        _ann = _town.Telegram.AddPerson("Ann");
    }

    public async Task DisposeAsync() => await _town.DisposeAsync();

    [Fact]
    public async Task Start_Followed_AsksBeforeTheWayOpens()
    {
        var invitation = await _town.InviteAsync(InvitationLinkKind.BotDeepLink, _town.Brand);

        await _town.FollowAsync(_ann, invitation);

        var question = _ann.Inbox.Should().ContainSingle().Subject;
        question.Text.Should().Be(Question);
        question.Buttons.SelectMany(row => row).Should().OnlyContain(button => button.Url == null).And.HaveCount(2);
        (await _town.KindsAsync(invitation)).Should().Equal(Invited, BotStarted);
    }

    [Fact]
    public async Task Yes_Pressed_IsRecordedWithTheWordingThatWasShownAndOpensTheWay()
    {
        var invitation = await _town.InviteAsync(InvitationLinkKind.BotDeepLink, _town.Brand);
        await _town.FollowAsync(_ann, invitation);
        var asked = _ann.Inbox[^1].MessageId;

        var press = await _town.PressAsync(_ann, "Yes, please");

        press.IsAnswered.Should().BeTrue();
        press.Answer.Should().BeNull();
        var shown = _ann.Inbox.Should().ContainSingle("the question gives way to the channel's button").Subject;
        shown.Buttons.Should().ContainSingle().Which.Should().ContainSingle().Which.Url.Should().Be("https://t.me/brand");
        var consented = (await _town.EventsAsync(invitation)).Should().ContainSingle(entry => entry.Kind == Consented).Subject;
        consented.Evidence.MessageId.Should().Be(asked);
        consented.Evidence.UpdateId.Should().NotBeNull();
        consented.Evidence.WordingHash.Should().Be(Sha256(Question + "\n[Yes, please] [No, thank you]"));
        (await _town.Ledger.FindWordingAsync(consented.Evidence.WordingHash!)).Should().Be(Question + "\n[Yes, please] [No, thank you]");
        _ann.Join(_town.Brand);
        await _town.PassAsync();
        (await _town.KindsAsync(invitation)).Should().Equal(Invited, BotStarted, Consented, Joined);
    }

    [Fact]
    public async Task No_Pressed_IsRecordedAndNothingOpens()
    {
        var invitation = await _town.InviteAsync(InvitationLinkKind.BotDeepLink, _town.Brand);
        await _town.FollowAsync(_ann, invitation);

        await _town.PressAsync(_ann, "No, thank you");

        var shown = _ann.Inbox.Should().ContainSingle().Subject;
        shown.Text.Should().Be("All right: you are not subscribed, and nothing was changed.");
        shown.Buttons.Should().BeEmpty();
        (await _town.KindsAsync(invitation)).Should().Equal(Invited, BotStarted, Declined);
    }

    [Fact]
    public async Task No_ThenStartAgain_AsksAgain()
    {
        var invitation = await _town.InviteAsync(InvitationLinkKind.BotDeepLink, _town.Brand);
        await _town.FollowAsync(_ann, invitation);
        await _town.PressAsync(_ann, "No, thank you");

        await _town.FollowAsync(_ann, invitation);
        await _town.PressAsync(_ann, "Yes, please");

        _ann.Inbox[^1].Buttons[0][0].Url.Should().Be("https://t.me/brand");
    }

    [Fact]
    public async Task Yes_ForAPrivateChannel_OpensByALinkOfOnesOwnThatDidNotExistBefore()
    {
        var invitation = await _town.InviteAsync(InvitationLinkKind.BotDeepLink, _town.Club);
        await _town.FollowAsync(_ann, invitation);
        _town.Club.InviteLinks.Should().BeEmpty();

        await _town.PressAsync(_ann, "Yes, please");

        _ann.Join(_ann.Inbox[^1].Buttons[0][0].Url!).Should().Be(JoinResult.Joined);
    }

    [Fact]
    public async Task Question_InThePersonsLanguage_IsHashedAsItWasShown()
    {
        var invitation = await _town.InviteAsync(InvitationLinkKind.BotDeepLink, _town.Brand, change: request => request with { About = "shoes" });
        _ann.LanguageCode = "it";
        await _town.FollowAsync(_ann, invitation);
        var question = _ann.Inbox[^1].Text!;
        question.Should().StartWith("Desidera ricevere novità, offerte ed eventi nel canale Telegram Brand?", "the host's own words are in another language");

        // What the app says now is not what was shown then.
        _ann.LanguageCode = "ru";
        await _town.PressAsync(_ann, "Sì, volentieri");

        (await _town.EventsAsync(invitation))[^1].Evidence.WordingHash.Should().Be(Sha256(question + "\n[Sì, volentieri] [No, grazie]"));
    }

    [Fact]
    public async Task Press_OfSomebodyElseOrOfAnExpiredOrUnknownInvitation_IsRefusedAlike()
    {
        var invitation = await _town.InviteAsync(InvitationLinkKind.BotDeepLink, _town.Brand, change: request => request with { ValidFor = TimeSpan.FromHours(1) });
        await _town.FollowAsync(_ann, invitation);
        var bob = _town.Telegram.AddPerson("Bob");
        bob.Start(_town.Bot);

        var others = bob.Press(_ann.Inbox[^1], "Yes, please");
        await _town.PassAsync();
        await SendForgedAsync(bob);
        var forged = await _town.PressAsync(bob, "Yes, please");
        await _town.PassAsync(TimeSpan.FromHours(1));
        var expired = await _town.PressAsync(_ann, "Yes, please");

        foreach (var press in new[] { others, forged, expired })
        {
            (press.IsAnswered, press.IsAlert, press.Answer).Should().Be((true, true, "This link does not work, or no longer. Nothing was changed."));
        }

        (await _town.KindsAsync(invitation)).Should().Equal(Invited, BotStarted);
        _ann.Inbox.Should().ContainSingle().Which.Text.Should().Be(Question);
    }

    [Fact]
    public async Task Press_OfTheHostsOwnButton_IsLeftToTheHost()
    {
        _ann.Start(_town.Bot);
        await SendAsync(_ann, "iny_short");

        var press = await _town.PressAsync(_ann, "Yes, please");

        press.IsAnswered.Should().BeFalse();
    }

    [Fact]
    public async Task SendAsync_ToSomebodyKnown_LeadsByTheBotWhichAsks()
    {
        _ann.Start(_town.Bot);
        await _town.PassAsync();
        var invitation = await _town.InviteAsync(InvitationLinkKind.BotDeepLink, _town.Brand, change: request => request with { TelegramUserId = _ann.Id });

        await _town.AwaitAsync(_town.Invitations.SendAsync(invitation.Id));

        _ann.Inbox[^1].Buttons[0][0].Url.Should().Be(invitation.Address.AbsoluteUri);
    }

    [Fact]
    public async Task Yes_WhenTheQuestionCannotBeEdited_IsAnsweredByANewMessage()
    {
        var invitation = await _town.InviteAsync(InvitationLinkKind.BotDeepLink, _town.Brand);
        await _town.FollowAsync(_ann, invitation);
        _town.Telegram.FailNext(TelegramFault.Refuse(400, "message can't be edited") with { Method = "editMessageText" });

        await _town.PressAsync(_ann, "Yes, please");

        _ann.Inbox.Should().HaveCount(2);
        _ann.Inbox[^1].Buttons[0][0].Url.Should().Be("https://t.me/brand");
    }

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private Task SendForgedAsync(TelegramPerson person) => SendAsync(person, "iny_AAAAAAAAAAAAAAAAAAAAAA");

    private async Task SendAsync(TelegramPerson person, string data)
    {
        using var http = new HttpClient(_town.Telegram.CreateHandler());
        using var content = new StringContent(
            $$"""{"chat_id":{{person.Id}},"text":"Well?","reply_markup":{"inline_keyboard":[[{"text":"Yes, please","callback_data":"{{data}}"}]]} }""",
            Encoding.UTF8,
            "application/json");
        using var response = await http.PostAsync($"https://api.telegram.org/bot{_town.Bot.Token}/sendMessage", content);
        response.IsSuccessStatusCode.Should().BeTrue();
    }
}
