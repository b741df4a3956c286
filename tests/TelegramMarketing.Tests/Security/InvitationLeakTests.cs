using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TelegramMarketing.Testing;
using TelegramMarketing.Tests.Robustness;

namespace TelegramMarketing.Tests.Security;

/// <summary>
/// Who a customer is, their addresses and the secret of their invitation stand in no log at Debug, no activity and no exception: every path of invitations is walked, and all that a host could
/// write down is searched.
/// </summary>
[Collection(nameof(TokenLeakTests))]
public sealed class InvitationLeakTests : IAsyncLifetime
{
    private const string Customer = "kunde-Žofie";
    private const string Mail = "zofie.novak@post.example";
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("telegrammarketing-tests-");
    private readonly LeakCollector _collector = new();
    private readonly ScriptedTransport _transport = new();
    private readonly FakeHost _host;
    private readonly TelegramChannel _club;
    private readonly List<string> _secrets = [Customer, Customer.ToUpperInvariant(), Mail, Mail.ToUpperInvariant(), "Žofie", "novak"];

    public InvitationLeakTests()
    {
        _host = new FakeHost(
            options: options =>
            {
                options.Invitations.CoolingOff = TimeSpan.Zero;
                options.Invitations.UnsubscribeAddress = "https://shop.example/unsubscribe/{token}";
            },
            builder: builder =>
            {
                builder.UsePolling().AddInvitationTransport(_transport).AddInvitationFile(Path.Combine(_directory.FullName, "none", "invitations.csv"));
                builder.Services.AddLogging(logging => logging.AddFilter<LeakCollector>(null, LogLevel.Debug).AddProvider(_collector));
            });
        _club = _host.Telegram.AddPrivateChannel("Club");
        _club.AddAdministrator(_host.Bot);
        _secrets.Add(_host.Bot.Token);
    }

    private IOptInInvitation Invitations => _host.Get<IOptInInvitation>();

    private IConsentLedger Ledger => _host.Get<IConsentLedger>();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        _collector.Dispose();
        _directory.Delete(recursive: true);
    }

    [Fact]
    public async Task EveryPathOfAnInvitation_AtDebug_TellsNothingOfTheCustomer()
    {
        await _host.StartAsync();
        await WalkRequestsAsync();
        await WalkDeliveriesAsync();
        await WalkTelegramAsync();
        await WalkPersonalLinksAsync();
        await WalkImportsAsync();
        await WalkEndsAsync();
        await _host.StopAsync();

        var heard = _collector.Everything;
        _collector.Counts["exception"].Should().BeGreaterThan(12, "every refusal was heard");
        heard.Should().Contain("was created").And.Contain("was delivered by letters").And.Contain("was not delivered by letters").And.Contain("The transport letters failed").And.Contain("may exist under that name");
        _secrets.Distinct().Where(secret => heard.Contains(secret, StringComparison.OrdinalIgnoreCase)).Should().BeEmpty();
    }

    private async Task WalkRequestsAsync()
    {
        await CreateAsync("0");
        await FailAsync(Invitations.CreateAsync(Request("0")), "invited to this channel already");
        await FailAsync(Invitations.CreateAsync(Request("1") with { EmailAddress = $"<{Mail}", TelegramUserId = -1, Language = "xx" }), "EmailAddress");
        await FailAsync(Invitations.CreateAsync(Request(new string('x', 200))), "Customer has");
        await FailAsync(Invitations.CreateAsync(Request("2") with { Channel = ChannelAddress.FromUsername("nobody_here") }), "");
        Hear((await _host.RunAsync(Ledger.CheckAsync(Request("0")))).ToString());
    }

    private async Task WalkDeliveriesAsync()
    {
        foreach (var (number, receipt) in ((InvitationReceipt?[])
        [
            InvitationReceipt.Delivered(), InvitationReceipt.Bounced("550 5.1.1"), InvitationReceipt.NotSent("421", TimeSpan.FromMinutes(1), isTransportsFault: true), InvitationReceipt.Unknown("time-out"), null,
        ]).Index())
        {
            var invitation = await CreateAsync($"d{number}");
            _transport.Receipt = receipt;
            if (receipt?.Outcome == InvitationOutcome.Delivered)
            {
                Hear((await _host.RunAsync(Invitations.SendAsync(invitation.Id, "letters"))).ToString());
            }
            else
            {
                await FailAsync(Invitations.SendAsync(invitation.Id, "letters"), "letters");
            }

            await FailAsync(Invitations.SendAsync(invitation.Id, "file"), "");
            await FailAsync(Invitations.SendAsync(invitation.Id), "started the bot");
            await _host.DriveAsync(Invitations.ReportAsync(invitation.Id, InvitationReport.Opened));
        }
    }

    private async Task WalkTelegramAsync()
    {
        var (ann, bob) = (AddPerson(), AddPerson());
        var invitation = await CreateAsync("t0");
        ann.Start(_host.Bot, invitation.Address.Query["?start=".Length..]);
        bob.Start(_host.Bot, invitation.Address.Query["?start=".Length..]);
        await _host.AdvanceAsync(10);
        ann.Join(_host.Shop);
        bob.Join(_host.Shop);
        var lost = await CreateAsync("t1", request => request with { TelegramUserId = ann.Id, IsAskedFor = true });
        _host.Telegram.FailNext(TelegramFault.LoseAnswer() with { Method = "sendMessage" });
        await FailAsync(Invitations.SendAsync(lost.Id), "");
        await FailAsync(Invitations.SendAsync(lost.Id), "");
        _host.Telegram.FailNext(TelegramFault.Refuse(400, "Bad Request: message is too long") with { Method = "sendMessage" });
        ann.Write(_host.Bot, "/start inv_" + new string('x', 22));
        bob.Write(_host.Bot, "/stop");
        await _host.AdvanceAsync(10);
        ann.Block(_host.Bot);
        ann.Leave(_host.Shop);
        await _host.AdvanceAsync(10);
    }

    private async Task WalkPersonalLinksAsync()
    {
        var club = ChannelAddress.FromId(_club.Id);
        var invitation = await CreateAsync("p0", request => request with { Channel = club, Link = InvitationLinkKind.PersonalLink });
        _secrets.Add(invitation.Address.AbsoluteUri);
        _host.Telegram.FailNext(TelegramFault.LoseAnswer() with { Method = "createChatInviteLink" });
        await FailAsync(Invitations.CreateAsync(Request("p1") with { Channel = club, Link = InvitationLinkKind.PersonalLink }), "");
        AddPerson().Join(invitation.Address.AbsoluteUri);
        await _host.AdvanceAsync(10);
    }

    private async Task WalkImportsAsync()
    {
        var import = await _host.RunAsync(Ledger.ImportSuppressionsAsync(new StringReader($"customer,email\n{Customer}-i0,{Mail}\n{Customer},{Mail}@{Mail}\n\"{Customer}\n{Customer},{Customer},{Customer}\n")));
        import.Problems.Should().HaveCount(3);
        Hear($"{import} {string.Join(' ', import.Problems)}");
        await FailAsync(Ledger.ImportSuppressionsAsync(new StringReader($"{Customer},{Mail}\n")), "first line");
        await foreach (var row in CustomerList.ReadAsync(new StringReader($"customer,email,time_zone\n{Customer},{Mail},\n{Customer},{Mail}@,Europe/{Customer}\n\"{Customer}\"x,,\n"), Request("")))
        {
            Hear($"{row} {row.Problem} {row.Request}");
        }
    }

    private async Task WalkEndsAsync()
    {
        var (first, second) = (await CreateAsync("e0"), await CreateAsync("e1"));
        await _host.DriveAsync(Invitations.OptOutAsync(Request("e0").Customer));
        await FailAsync(Invitations.SendAsync(first.Id, "letters"), "");
        (await _host.RunAsync(Invitations.OptOutByTokenAsync(Token(second)))).Should().BeTrue();
        await _host.DriveAsync(Invitations.ReportAsync((await CreateAsync("e2")).Id, InvitationReport.Complained, "feedback loop"));
        using var export = new MemoryStream();
        await _host.RunAsync(Ledger.ExportAsync(Request("e0").Customer, export));
        (await _host.RunAsync(Ledger.EraseAsync(Request("e0").Customer))).Should().BeTrue();
        await FailAsync(Invitations.SendAsync(first.Id, "letters"), "no longer kept");
        await FailAsync(Invitations.CreateAsync(Request("e0")), "");
        await FailAsync(Ledger.EraseAsync(new string('x', 201)), "characters");
        await foreach (var entry in Ledger.ListAsync())
        {
            Hear(entry.Kind.ToString());
        }
    }

    private static string Token(Invitation invitation) => invitation.OptOutAddress.Query["?start=out_".Length..];

    private static InvitationRequest Request(string number) => new()
    {
        Channel = ChannelAddress.Parse("@myshop"),
        Customer = $"{Customer}-{number}",
        EmailAddress = $"{number}{Mail}",
        LegalBasis = LegalBasis.ExistingCustomer($"order of {Customer}"),
        AddressSource = $"visit of {Customer}",
    };

    private TelegramPerson AddPerson()
    {
        var person = _host.Telegram.AddPerson("Žofie");
        _secrets.Add(person.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return person;
    }

    private async Task<Invitation> CreateAsync(string number, Func<InvitationRequest, InvitationRequest>? change = null)
    {
        var request = Request(number);
        var invitation = await _host.RunAsync(Invitations.CreateAsync(change is null ? request : change(request)));
        _secrets.Add(Token(invitation));
        Hear(invitation.ToString());
        return invitation;
    }

    private async Task FailAsync(Task task, string message)
    {
        var failure = await _host.FailureAsync(task);
        failure.Should().NotBeNull();
        if (message.Length > 0)
        {
            failure!.Message.Should().Contain(message);
        }

        _collector.Hear(failure!);
    }

    private void Hear(string? text) => _collector.Hear("value", text);

    /// <summary>Answers as it is told, or fails with words that a careless transport could have.</summary>
    private sealed class ScriptedTransport : IInvitationTransport
    {
        public string Name => "letters";

        public InvitationReceipt? Receipt { get; set; }

        public bool CanReach(InvitationRecipient recipient) => true;

        public Task<InvitationReceipt> SendAsync(InvitationMessage message, CancellationToken cancellationToken = default) =>
            Receipt is { } receipt ? Task.FromResult(receipt) : throw new InvalidOperationException($"No letter box of {message.Recipient.Customer}, {message.Recipient.EmailAddress}.");
    }
}
