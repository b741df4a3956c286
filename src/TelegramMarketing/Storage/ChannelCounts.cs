namespace TelegramMarketing.Storage;

/// <summary>What was counted of a channel since its members were counted first.</summary>
/// <param name="Members">How many there were then.</param>
/// <param name="Since">When that was, in whole seconds.</param>
/// <param name="Joins">Joins that were reported since.</param>
/// <param name="Leaves">Leaves that were reported since.</param>
internal sealed record ChannelCounts(int Members, DateTimeOffset Since, int Joins, int Leaves);
