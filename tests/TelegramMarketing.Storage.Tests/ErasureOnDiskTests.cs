using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using TelegramMarketing.Hosting;
using TelegramMarketing.Storage.Tests.Providers;
using TelegramMarketing.Testing;

namespace TelegramMarketing.Storage.Tests;

/// <summary>Erased means gone from the disk: the bytes of SQLite's files are searched for what was known of the customers.</summary>
public sealed class ErasureOnDiskTests : IAsyncLifetime
{
    private const int Customers = 40;
    private static readonly TimeSpan _moment = TimeSpan.FromSeconds(5);
    private readonly SqliteProvider _provider = new();
    private readonly InMemoryTelegram _telegram = new();
    private readonly TelegramBot _bot;
    private readonly TelegramChannel _club;
    private readonly ServiceProvider _services;

    public ErasureOnDiskTests()
    {
        _bot = _telegram.AddBot("shop_bot");
        _telegram.AddChannel("my_shop", "My shop").AddAdministrator(_bot);
        _club = _telegram.AddPrivateChannel("Club");
        _club.AddAdministrator(_bot);
        var services = new ServiceCollection();
        services
            .AddTelegramMarketing(options =>
            {
                options.Invitations.SuppressionKey = "a key of the tests, of thirty-two characters or more";
                options.Invitations.CoolingOff = TimeSpan.Zero;
            })
            .UseSqlite(_provider.FilePath)
            .UseInMemoryTelegram(_telegram)
            .UsePolling();
        _services = services.BuildServiceProvider();
        _services.GetRequiredService<BotRegistry>().Get("").Start();
    }

    private IOptInInvitation Invitations => _services.GetRequiredService<IOptInInvitation>();

    private IConsentLedger Ledger => _services.GetRequiredService<IConsentLedger>();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task Erase_EveryCustomer_LeavesNothingOfThemInTheFiles()
    {
        var secrets = new List<(string What, byte[] Bytes)>();
        for (var number = 0; number < Customers; number++)
        {
            secrets.AddRange(await InviteAsync(number));
        }

        await RunAsync(Ledger.ImportSuppressionsAsync(new StringReader("customer,email\nimported-Ljubljana,imported@example.com\n")));
        var before = await ReadFilesAsync();
        secrets.Where(secret => !Holds(before, secret.Bytes)).Select(secret => secret.What).Should().BeEmpty("else the search finds nothing that is there");

        for (var number = 0; number < Customers; number++)
        {
            (await RunAsync(Ledger.EraseAsync(Name(number)))).Should().BeTrue();
        }

        await _telegram.AdvanceAsync(_moment);
        var after = await ReadFilesAsync();
        secrets.Where(secret => Holds(after, secret.Bytes)).Select(secret => secret.What).Should().BeEmpty();
        Holds(after, Encoding.UTF8.GetBytes("imported-Ljubljana")).Should().BeFalse("of the list of opt-outs only keyed hashes are kept");
        Holds(after, Encoding.UTF8.GetBytes("imported@example.com")).Should().BeFalse();
        (await RunAsync(Invitations.GetFunnelAsync(ChannelAddress.FromUsername("my_shop")))).Invited.Should().Be(Customers, "the counts stay");
    }

    [Fact]
    public async Task Erase_OneOfMany_LeavesNothingOfThemAndTheOthersAsTheyAre()
    {
        var all = new List<List<(string What, byte[] Bytes)>>();
        for (var number = 0; number < Customers; number++)
        {
            all.Add(await InviteAsync(number));
        }

        await RunAsync(Ledger.EraseAsync(Name(17)));
        await _telegram.AdvanceAsync(_moment);

        var after = await ReadFilesAsync();
        all[17].Where(secret => Holds(after, secret.Bytes)).Select(secret => secret.What).Should().BeEmpty();
        await using var db = _provider.CreateContext();
        db.Set<InvitationRow>().Count(row => row.Person == null).Should().Be(2 + 3, "the two of the erased customer, and the links of the others that nobody has followed");
        all.Where((_, number) => number != 17).SelectMany(secrets => secrets).Where(secret => !Holds(after, secret.Bytes)).Select(secret => secret.What).Should().BeEmpty();
    }

    private static string Name(int number) => FormattableString.Invariant($"kunde-{number:000}-Žofie");

    private static bool Holds(byte[] haystack, byte[] needle) => haystack.AsSpan().IndexOf(needle) >= 0;

    private async Task<List<(string What, byte[] Bytes)>> InviteAsync(int number)
    {
        var email = FormattableString.Invariant($"kunde{number:000}@post.example");
        var basis = FormattableString.Invariant($"Bestellung B-{number:000} vom März");
        var source = FormattableString.Invariant($"Kasse {number:000} Süd");
        var person = _telegram.AddPerson("Žofie");
        var request = new InvitationRequest
        {
            Channel = ChannelAddress.FromUsername("my_shop"),
            Customer = Name(number),
            EmailAddress = email,
            LegalBasis = LegalBasis.ExistingCustomer(basis),
            AddressSource = source,
        };
        var invitation = await RunAsync(Invitations.CreateAsync(request));
        person.Start(_bot, invitation.Address.Query["?start=".Length..]);
        await _telegram.AdvanceAsync(_moment);
        var token = invitation.OptOutAddress.Query["?start=out_".Length..];
        var id = person.Id.ToString(CultureInfo.InvariantCulture);
        List<(string What, string Text)> texts = [("id", Name(number)), ("e-mail", email), ("legal basis", basis), ("source", source), ("token", token), ("Telegram id", id)];
        if (number % 10 == 7)
        {
            var personal = await RunAsync(Invitations.CreateAsync(request with { Channel = ChannelAddress.FromId(_club.Id), Link = InvitationLinkKind.PersonalLink }));
            texts.Add(("personal link", personal.Address.AbsoluteUri));
        }

        return [.. texts.Select(text => ($"{text.What} of {number}", Encoding.UTF8.GetBytes(text.Text)))];
    }

    /// <summary>The database and the log beside it, as they lie there while the library has them open.</summary>
    private async Task<byte[]> ReadFilesAsync()
    {
        var bytes = new List<byte>();
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(_provider.FilePath)!, "marketing.db*").Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)))
        {
            var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            await using (stream)
            {
                using var copy = new MemoryStream();
                await stream.CopyToAsync(copy);
                bytes.AddRange(copy.ToArray());
            }
        }

        return [.. bytes];
    }

    private async Task<T> RunAsync<T>(Task<T> operation)
    {
        while (!operation.IsCompleted)
        {
            await _telegram.AdvanceAsync(TimeSpan.FromMilliseconds(100));
        }

        return await operation;
    }
}
