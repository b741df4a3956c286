using TelegramMarketing.Invitations;
using TelegramMarketing.Storage.Tests.Providers;
using TelegramMarketing.Time;

namespace TelegramMarketing.Storage.Tests.Contracts;

/// <summary>What the suites about invitations share.</summary>
public abstract class InvitationContract<TProvider> : StoreContract<TProvider>
    where TProvider : StoreProvider, new()
{
    private protected const long Channel = -1001;
    private readonly Chance _chance = new();

    private protected static EmailAddress Email(string text) => EmailAddress.Parse(text) is { } email ? email : throw new ArgumentException(text, nameof(text));

    private protected ClaimRequest Claim(string customer, long channel = Channel)
    {
        var record = new InvitationRecord
        {
            Id = _chance.NextId(Now),
            Subject = _chance.NextSubject(),
            Channel = ChannelAddress.Parse(Shop),
            ChannelId = channel,
            ChannelTitle = "My shop",
            ChannelUsername = "myshop",
            Token = InvitationToken.Create(_chance),
            Language = "it",
            CreatedAt = Now,
        };
        var evidence = new ConsentEvidence { LegalBasis = LegalBasis.ExistingCustomer($"order of {customer}"), AddressSource = $"form of {customer}", WordingHash = "abc" };
        return new() { Invitation = record, Customer = CustomerId.Parse(customer), Invited = Event(record, ConsentEventKind.Invited) with { Evidence = evidence } };
    }

    private protected ConsentEvent Event(InvitationRecord record, ConsentEventKind kind, int? updateId = null) => new()
    {
        Kind = kind,
        At = Now,
        Subject = record.Subject,
        Invitation = record.Id,
        Channel = record.Channel,
        Campaign = record.Campaign,
        Transport = "telegram",
        Evidence = new() { UpdateId = updateId, MessageId = 5 },
    };

    private protected static async Task<InvitationRecord> WinAsync(IBotStorage storage, ClaimRequest claim) => (await storage.Invitations.ClaimAsync(claim, default)).Won!;

    private protected Task<DeliveryPermit> BeginAsync(IBotStorage storage, InvitationRecord record, int? dailyLimit = null, string transport = "telegram") =>
        storage.Invitations.TryBeginDeliveryAsync(record.Id, transport, Now, dailyLimit, default);

    private protected static async Task<IReadOnlyList<ConsentEvent>> EventsAsync(IBotStorage storage, EventFilter? filter = null) =>
        await storage.Consent.ListAsync(filter ?? new(), default).ToListAsync();

    private protected OptOut OptOut(string? customer = null, long? person = null, string? transport = null, SuppressionReason reason = SuppressionReason.OptedOut) => new()
    {
        NewSubject = _chance.NextSubject(),
        At = Now,
        Customer = customer is null ? null : CustomerId.Parse(customer),
        Person = person,
        Transport = transport,
        Reason = reason,
    };
}
