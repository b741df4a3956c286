using TelegramMarketing;
using TelegramMarketing.Testing;

namespace OptInCampaign;

/// <summary>A Telegram in memory, with the bakery's channel and its customers. A real host has none of this.</summary>
internal sealed class Town
{
    private readonly Dictionary<string, Inhabitant> _inhabitants = new(StringComparer.OrdinalIgnoreCase);
    private readonly Random _random = new(11);
    private readonly TelegramBot _bot;
    private readonly TelegramChannel _channel;

    public Town()
    {
        _bot = Telegram.AddBot("aurora_bot");
        _channel = Telegram.AddChannel(Channel.Username!, "Panificio Aurora");
        _channel.AddAdministrator(_bot);
        _channel.AddPost("🥖 Il forno ora apre alle 6.");
    }

    public static ChannelAddress Channel { get; } = ChannelAddress.Parse("@panificio_aurora");

    public InMemoryTelegram Telegram { get; } = new(new() { StartAt = new(2026, 3, 9, 9, 0, 0, TimeSpan.Zero), MaxUpdates = 50_000, MaxRequests = 100 });

    public DateTimeOffset Now => Telegram.Clock.GetUtcNow();

    public int Members => _channel.Members.Count;

    public bool IsSubscriber(string number) => _inhabitants[number].Person.IsMemberOf(_channel);

    /// <summary>Somebody lives here.</summary>
    /// <param name="number">The number that the bakery gave them.</param>
    /// <param name="language">The language of their telephone.</param>
    /// <param name="knowsBot">They have started the bakery's bot, which may write to them therefore.</param>
    /// <returns>Their Telegram id.</returns>
    public long Settle(string number, string language, bool knowsBot)
    {
        var person = Telegram.AddPerson(number);
        person.LanguageCode = language;
        if (knowsBot)
        {
            person.Start(_bot);
        }

        var inhabitant = new Inhabitant(person, _bot, _channel, _random.NextDouble());
        _inhabitants.Add(number, inhabitant);
        if (knowsBot)
        {
            inhabitant.LoseInterest();
        }

        return person.Id;
    }

    /// <summary>Time passes, in which people look at their telephones now and then.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        await Telegram.AdvanceAsync(time);
        foreach (var inhabitant in _inhabitants.Values)
        {
            inhabitant.LookAtTelegram();
        }
    }

    /// <summary>Somebody reads an e-mail.</summary>
    public void ReadMail(Invitation invitation) => _inhabitants[invitation.Customer].ReadMail(invitation);

    /// <summary>People who were never invited find the channel by themselves.</summary>
    public void FindChannel(int people)
    {
        for (var stranger = 0; stranger < people; stranger++)
        {
            Telegram.AddPerson("Stranger").Join(_channel);
        }
    }
}
