using Microsoft.Extensions.DependencyInjection;
using TelegramMarketing;

namespace OptInCampaign;

/// <summary>What the bakery does: invites its customers, once, and answers for it.</summary>
internal sealed class Campaign(Town town, CustomerRegister list, IServiceProvider services)
{
    private const string Name = "spring";
    private const int ShownRejections = 3;
    private const int Strangers = 25;
    private static readonly TimeSpan _step = TimeSpan.FromSeconds(1);
    private readonly IOptInInvitation _invitations = services.GetRequiredService<IOptInInvitation>();
    private readonly IConsentLedger _ledger = services.GetRequiredService<IConsentLedger>();
    private readonly List<CampaignRejection> _rejections = [];

    private InvitationCampaign Definition => new() { Name = Name, Channel = Town.Channel, Transports = ["telegram", "email"], Rejected = _rejections.Add };

    /// <summary>Those who want no advertising are on the list of suppressions before anybody is written to.</summary>
    public async Task PrepareAsync()
    {
        Screen.Heading("1. The bakery's customers");
        foreach (var customer in list.Unwilling)
        {
            await OptOutAsync(customer);
        }

        Screen.Line($"{Screen.Number(list.Lines.Count)} lines, {Screen.Number(list.People.Count)} customers in {CustomerRegister.Languages.Count} languages; {Screen.Number(list.People.Count(person => person.TelegramUserId is not null))} have started the bakery's bot, "
            + $"and {Screen.Number(list.Unwilling.Count())} want no advertising.");
    }

    public async Task RunAsync(string otherwise)
    {
        Screen.Heading("2. They are invited");
        Screen.Line($"Who has started the bot by Telegram, and who has not, or has blocked it, by {otherwise}.");
        var result = await Screen.CampaignAsync(list.Lines.Count, InviteAsync);
        Screen.Result(result);
        foreach (var rejection in _rejections.Take(ShownRejections))
        {
            Screen.Line($"Line {rejection.Position}: {rejection.Problem}");
        }

        if (_rejections.Count > ShownRejections)
        {
            Screen.Line($"And {_rejections.Count - ShownRejections} lines more.");
        }
    }

    /// <summary>The letters are read, and some people look at the channel. Nobody is subscribed by anything that the bakery does.</summary>
    public async Task WaitTwoDaysAsync()
    {
        Invitation? letter = null;
        var reached = new Dictionary<string, int>(StringComparer.Ordinal);
        await foreach (var delivered in _ledger.ListAsync(new ConsentFilter { Campaign = Name, Kind = ConsentEventKind.Delivered }))
        {
            reached[delivered.Transport!] = reached.GetValueOrDefault(delivered.Transport!) + 1;
            if (delivered is { Transport: "email", Invitation: { } id } && await _invitations.FindAsync(id) is { } invitation)
            {
                letter = letter is null && invitation.Language == "it" ? invitation : letter;
                town.ReadMail(invitation);
            }
        }

        Screen.Line($"Reached: {string.Join(", ", reached.OrderByDescending(transport => transport.Key, StringComparer.Ordinal).Select(transport => $"{Screen.Number(transport.Value)} by {transport.Key}"))}. An e-mail, in one of the languages:");
        if (letter is not null)
        {
            Screen.Letter(letter.Subject, letter.Text.PlainText);
        }

        town.FindChannel(Strangers);
        Screen.Heading("3. Two days later");
        for (var passed = TimeSpan.Zero; passed < TimeSpan.FromMinutes(2); passed += _step)
        {
            await town.PassAsync(_step);
        }

        await town.PassAsync(TimeSpan.FromDays(2) - TimeSpan.FromMinutes(2));
        town.Telegram.RunByItself = true;
        var funnel = await _invitations.GetFunnelAsync(Town.Channel, Name);
        var all = await _invitations.GetFunnelAsync(Town.Channel);
        Screen.Funnel(funnel);
        Screen.Line($"{Screen.Number(funnel.Joined ?? 0)} of {Screen.Number(funnel.Invited)} joined, of their own accord. Who has the invitation from the bot goes straight to the channel, so that \"Bot started\" counts the readers of e-mails.");
        Screen.Line($"{Screen.Number(all.UnattributedJoins ?? 0)} joins belong to no invitation: people who found the channel by themselves. It has {Screen.Number(town.Members)} subscribers now.");
    }

    /// <summary>The same list once more.</summary>
    public async Task RunAgainAsync()
    {
        Screen.Heading("4. The same list again, as after a crash");
        _rejections.Clear();
        var again = await _invitations.InviteAsync(Definition, list.ReadAsync());
        Screen.Result(again);
        Screen.Line($"{again.Invited} invited, {again.Delivered} delivered: nobody is invited twice.");
    }

    /// <summary>A customer asks what is kept about them, and then wants it gone.</summary>
    public async Task AnswerForOneAsync()
    {
        Screen.Heading("5. Why not?");
        await ExplainAsync(list.Unwilling.First(), "has wanted no advertising for long");
        var customer = list.People.First(person => person.TelegramUserId is null && town.IsSubscriber(person.Number));
        await ExplainAsync(customer, "was invited");

        Screen.Heading($"6. What is kept about {customer.Number}, and its end");
        Screen.Export(await ExportAsync(customer));
        var before = await _invitations.GetFunnelAsync(Town.Channel, Name);
        await _ledger.EraseAsync(customer.Number);
        var after = await _invitations.GetFunnelAsync(Town.Channel, Name);
        Screen.Line($"Erased: the funnel counts {Screen.Number(before.Invited)} invited before, and {Screen.Number(after.Invited)} after. What is left of {customer.Number}:");
        Screen.Export(await ExportAsync(customer));
        await ExplainAsync(customer, "was erased");
    }

    private async Task<CampaignProgress> InviteAsync(Action<CampaignProgress, TimeSpan, int> show)
    {
        var begin = town.Now;
        var latest = new Latest();
        var hasCalled = false;
        var running = _invitations.InviteAsync(Definition, list.ReadAsync(), latest);
        while (!running.IsCompleted)
        {
            await town.PassAsync(_step);
            if (!hasCalled && latest.Progress.Read > list.Lines.Count / 3)
            {
                // While it runs somebody calls the shop, further down the list.
                hasCalled = true;
                await OptOutAsync(list.People[^10]);
            }

            show(latest.Progress, town.Now - begin, town.Members);
        }

        var result = await running;
        show(result, town.Now - begin, town.Members);
        return result;
    }

    /// <summary>By number and by address, so that the customer is known under a second number as well.</summary>
    private async Task OptOutAsync(Customer customer)
    {
        await _invitations.OptOutAsync(customer.Number);
        if (customer.Email is { } email)
        {
            await _invitations.OptOutAsync(email);
        }
    }

    private async Task ExplainAsync(Customer customer, string what)
    {
        var verdict = await _ledger.CheckAsync(CustomerRegister.ToRequest(customer));
        Screen.Line($"{customer.Number}, who {what}: {(verdict.IsAllowed ? "may be invited." : $"{verdict.Refusal}. {verdict.Reason}")}");
    }

    private async Task<byte[]> ExportAsync(Customer customer)
    {
        using var json = new MemoryStream();
        await _ledger.ExportAsync(customer.Number, json);
        return json.ToArray();
    }

    private sealed class Latest : IProgress<CampaignProgress>
    {
        private CampaignProgress _progress = new();

        public CampaignProgress Progress => Volatile.Read(ref _progress);

        public void Report(CampaignProgress value) => Volatile.Write(ref _progress, value);
    }
}
