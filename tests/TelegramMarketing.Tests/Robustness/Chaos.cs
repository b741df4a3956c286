using System.Text.RegularExpressions;
using TelegramMarketing.Testing;

namespace TelegramMarketing.Tests.Robustness;

/// <summary>
/// A server that is slow, fails and lies: what befalls a request follows from the seed, the post that it belongs to and how often that
/// post was tried, so that a run can be repeated whatever the threads do.
/// </summary>
internal sealed partial class Chaos(int seed, double share)
{
    private static readonly TelegramFault[] _kinds =
    [
        TelegramFault.TooManyRequests(3),
        TelegramFault.TooManyRequests(40),
        TelegramFault.Hang(TimeSpan.FromSeconds(8)),
        TelegramFault.Hang(TimeSpan.FromMinutes(2)), // longer than the send time-out, and not longer than the horizon after it
        TelegramFault.Hang(Timeout.InfiniteTimeSpan),
        TelegramFault.AnswerLate(TimeSpan.FromSeconds(9)),
        TelegramFault.AnswerLate(TimeSpan.FromMinutes(4)),
        TelegramFault.LoseAnswer(),
        TelegramFault.ResetConnection(),
        TelegramFault.RefuseConnection(),
        TelegramFault.NameNotResolved(),
        TelegramFault.BadGateway(),
        TelegramFault.BadGateway(processed: true),
        TelegramFault.TruncateAnswer(),
        TelegramFault.HalfAnAlbum(),
        TelegramFault.Refuse(400, "WEBPAGE_CURL_FAILED"),
        TelegramFault.Refuse(400, "MESSAGE_TOO_LONG"),
        TelegramFault.Refuse(400, "CHAT_WRITE_FORBIDDEN"),
        TelegramFault.Refuse(403, "bot was kicked from the channel chat"),
        TelegramFault.Refuse(401, "Unauthorized"),
        TelegramFault.Refuse(500, "Internal Server Error: restart"),
        TelegramFault.Refuse(502, "Bad Gateway"),
    ];

    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _tries = [];
    private readonly Dictionary<TelegramRequest, double> _draws = new(ReferenceEqualityComparer.Instance);

    /// <summary>The post that a text belongs to: every text of the tests says it in every part.</summary>
    public static string? MarkerOf(string? text) => text is not null && Marker().Match(text) is { Success: true } match ? match.Value : null;

    public void Befall(InMemoryTelegram telegram)
    {
        for (var kind = 0; kind < _kinds.Length; kind++)
        {
            var number = kind;
            telegram.FailNext(_kinds[kind] with { Times = int.MaxValue, When = request => Draw(request) == number });
        }
    }

    private int? Draw(TelegramRequest request)
    {
        lock (_lock)
        {
            if (!_draws.TryGetValue(request, out var draw))
            {
                var post = MarkerOf(string.Concat(request.Parameters.Values)) ?? request.Method;
                var tries = _tries[post] = _tries.GetValueOrDefault(post) + 1;
                draw = new Random(HashOf($"{seed} {post} {tries}")).NextDouble();
                _draws.Clear();
                _draws.Add(request, draw);
            }

            if (draw >= share)
            {
                return null;
            }

            return (int)(draw / share * _kinds.Length);
        }
    }

    // A hash that is the same in every run, unlike a string's own.
    private static int HashOf(string text) => text.Aggregate(17, (hash, letter) => unchecked((hash * 31) + letter)) ^ text.Length;

    [GeneratedRegex("p[0-9]+q", RegexOptions.NonBacktracking)]
    private static partial Regex Marker();
}
