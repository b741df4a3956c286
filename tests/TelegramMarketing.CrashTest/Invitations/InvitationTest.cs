using TelegramMarketing.CrashTest.Time;

namespace TelegramMarketing.CrashTest.Invitations;

/// <summary>
/// A process that invites its customers by Telegram is killed again and again, until one has come to the end of the list. Then what each person has received is compared with
/// what the ledger says, and the next campaign begins with a new store.
/// </summary>
internal sealed class InvitationTest(CrashOptions options, TelegramSide side, FastTime time, Random random)
{
    /// <summary>Nobody is in a hurry here, and what is only slow on a busy machine must not look lost.</summary>
    public const string Speed = "30";

    /// <summary>How many customers a campaign has.</summary>
    public const int Customers = 400;

    private readonly InvitationTally _tally = new();

    /// <summary>Runs it.</summary>
    /// <returns>Whether all is as it should be.</returns>
    public async Task<bool> RunAsync()
    {
        var begin = TimeProvider.System.GetTimestamp();
        while (_tally.Kills < options.Kills)
        {
            using var round = new InvitationRound(options, side, time, random, _tally);
            await round.RunAsync();
        }

        Console.WriteLine($"{_tally.Details} in {TimeProvider.System.GetElapsedTime(begin):mm\\:ss}");
        Console.WriteLine(_tally);
        return _tally.IsKept;
    }
}
