using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using TelegramMarketing.Hosting;
using TelegramMarketing.Invitations;
using TelegramMarketing.Storage;
using TelegramMarketing.Time;

namespace TelegramMarketing.Tests.Invitations;

/// <summary>The invitations of one bot on a scripted sender, and the updates that people cause.</summary>
internal sealed class InvitationBench
{
    private int _updateId;

    public InvitationBench(int capacity = 1000, params IInvitationTransport[] transports)
    {
        Options.Memory.Invitations = capacity;
        Options.Invitations.CoolingOff = TimeSpan.Zero;
        Context = CreateContext(Options, Time, Logs);
        Storage = new(Context);
        Module = new(Context, Sender, Storage, transports, isSender: () => true);
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero));

    public FakeLogCollector Logs { get; } = new();

    public TelegramMarketingOptions Options { get; } = new();

    public ScriptedSender Sender { get; } = new();

    public MemoryStorage Storage { get; }

    public BotContext Context { get; }

    public InvitationModule Module { get; }

    public IOptInInvitation Invitations => Module.Invitation;

    public static ChannelAddress Public { get; } = ChannelAddress.FromUsername("brand");

    public static ChannelAddress Private { get; } = ChannelAddress.FromId(ScriptedSender.PrivateId);

    public static BotContext CreateContext(TelegramMarketingOptions options, TimeProvider time, FakeLogCollector logs) => new(
        "",
        options,
        new Clock(time),
        new Chance(),
        new NoHttp(),
        LoggerFactory.Create(builder => builder.SetMinimumLevel(LogLevel.Trace).AddProvider(new FakeLoggerProvider(logs))));

    public static InvitationRequest Request(string customer = "c-1", ChannelAddress? channel = null, InvitationLinkKind link = InvitationLinkKind.BotDeepLink) => new()
    {
        Channel = channel ?? Public,
        Customer = customer,
        LegalBasis = LegalBasis.ExistingCustomer("bought in the shop"),
        AddressSource = "order form",
        Link = link,
    };

    public Task<Invitation> CreateAsync(string customer = "c-1", ChannelAddress? channel = null, InvitationLinkKind link = InvitationLinkKind.BotDeepLink) =>
        Invitations.CreateAsync(Request(customer, channel, link));

    public async Task<IReadOnlyList<ConsentEvent>> EventsAsync(Guid? invitation = null) => await Module.Ledger.ListAsync(invitation).ToListAsync();

    public async Task<InvitationState> StateAsync(Invitation invitation) => (await Invitations.FindAsync(invitation.Id))!.State;

    public Task StartAsync(Uri address, long person, string language = "en") => WriteAsync($"/start {address.Query["?start=".Length..]}", person, language);

    public Task WriteAsync(string text, long person, string language = "en") => TellAsync(new()
    {
        Message = new()
        {
            Id = 7,
            Date = Now,
            Chat = new() { Id = person, Type = ChatType.Private },
            From = new() { Id = person, FirstName = "Ann", LanguageCode = language },
            Text = text,
        },
    });

    public Task JoinAsync(long person, long channel = ScriptedSender.PublicId, string? linkName = null) => ChangeMemberAsync(person, channel, joins: true, linkName);

    public Task LeaveAsync(long person, long channel = ScriptedSender.PublicId) => ChangeMemberAsync(person, channel, joins: false, linkName: null);

    public Task BlockAsync(long person, bool blocks = true) => TellAsync(new()
    {
        MyChatMember = new()
        {
            Chat = new() { Id = person, Type = ChatType.Private },
            From = new() { Id = person },
            Date = Now,
            OldChatMember = blocks ? new ChatMemberMember { User = new() { Id = 1 } } : new ChatMemberBanned { User = new() { Id = 1 } },
            NewChatMember = blocks ? new ChatMemberBanned { User = new() { Id = 1 } } : new ChatMemberMember { User = new() { Id = 1 } },
        },
    });

    public async Task TellAsync(Update update)
    {
        update.Id = Interlocked.Increment(ref _updateId);
        await Module.Updates.ObservingAsync(default);
        await Module.Updates.HandleAsync(update, default);
    }

    private DateTime Now => Time.GetUtcNow().UtcDateTime;

    private Task ChangeMemberAsync(long person, long channel, bool joins, string? linkName)
    {
        var user = new User { Id = person };
        ChatMember outside = new ChatMemberLeft { User = user };
        ChatMember inside = new ChatMemberMember { User = user };
        return TellAsync(new()
        {
            ChatMember = new()
            {
                Chat = new() { Id = channel, Type = ChatType.Channel },
                From = user,
                Date = Now,
                OldChatMember = joins ? outside : inside,
                NewChatMember = joins ? inside : outside,
                InviteLink = linkName is null ? null : new() { Name = linkName, InviteLink = "https://t.me/+x" },
            },
        });
    }

    private sealed class NoHttp : IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => throw new NotSupportedException("Nothing here may use HTTP.");
    }
}
