using TelegramMarketing.Storage;

namespace TelegramMarketing.Scheduling;

/// <summary>A publication that may be recorded.</summary>
/// <param name="Entry">The publication, Scheduled.</param>
/// <param name="ChatKey">The ledger's name of its chat.</param>
internal readonly record struct PreparedPost(PublicationEntry Entry, string ChatKey);
