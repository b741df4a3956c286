namespace TelegramMarketing.Benchmarks.Server;

/// <summary>What a bot's server has seen.</summary>
internal sealed record ServerCounts(int Accepted, int Refused, double SecondsFromFirstToLast);
