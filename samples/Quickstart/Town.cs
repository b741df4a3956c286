using TelegramMarketing;
using TelegramMarketing.Testing;

namespace Quickstart;

/// <summary>A Telegram in memory, with a channel and the people who read it. A real host has none of this.</summary>
internal sealed class Town
{
    public const string ChannelName = "@panificio_aurora";

    private readonly TelegramBot _bot;
    private readonly TelegramChannel _channel;

    public Town()
    {
        _bot = Telegram.AddBot("panificio_aurora_bot");
        _channel = Telegram.AddChannel(ChannelName, "Panificio Aurora");
        _channel.AddAdministrator(_bot);
        _channel.SetSubscribers(2_400);
        _channel.AddAudience(2_400, post => post.Media is not null ? 0.62 : post.Text!.StartsWith("📅", StringComparison.Ordinal) ? 0.44 : 0.31);
    }

    public InMemoryTelegram Telegram { get; } = new(new() { StartAt = new(2026, 3, 9, 8, 0, 0, TimeSpan.Zero) }) { RunByItself = true };

    public Task ReadForTwoDaysAsync() => Telegram.AdvanceAsync(TimeSpan.FromDays(2));

    /// <summary>The first two people follow their links, look at the channel and join it; the third one does not care.</summary>
    public async Task AnswerAsync(IReadOnlyList<Invitation> invitations)
    {
        foreach (var invitation in invitations.Take(2))
        {
            var person = Telegram.AddPerson(invitation.Customer);
            person.LanguageCode = "it";
            person.Start(_bot, invitation.Address.Query["?start=".Length..]);
            await Telegram.AdvanceAsync(TimeSpan.FromMinutes(1));
            person.Press(person.Inbox[^1], "Apri il canale");
            person.Join(_channel);
        }

        await Telegram.AdvanceAsync(TimeSpan.FromMinutes(1));
    }
}
