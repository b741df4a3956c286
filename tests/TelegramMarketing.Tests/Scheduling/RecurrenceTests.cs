namespace TelegramMarketing.Tests.Scheduling;

/// <summary>Recurring posts go out when people expect them, whatever the clocks do.</summary>
public sealed class RecurrenceTests
{
    [Fact]
    public void After_EveryMondayAtNineInRome_SameLocalTimeAcrossDaylightSaving()
    {
        var recurrence = Recurrence.Cron("0 9 * * MON", "Europe/Rome");

        var times = recurrence.After(new DateTimeOffset(2026, 3, 17, 0, 0, 0, TimeSpan.Zero)).Take(3).Select(time => time.ToUniversalTime());

        // Summer time begins on 29 March 2026.
        times.Should().Equal(
            new DateTimeOffset(2026, 3, 23, 8, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2026, 3, 30, 7, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2026, 4, 6, 7, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void After_TimeThatSpringSkips_GoesOutJustAfterTheGap()
    {
        var recurrence = Recurrence.Cron("30 2 * * *", "Europe/Rome");

        var time = recurrence.NextAfter(new DateTimeOffset(2026, 3, 28, 12, 0, 0, TimeSpan.Zero));

        time!.Value.ToUniversalTime().Should().Be(new DateTimeOffset(2026, 3, 29, 1, 0, 0, TimeSpan.Zero), "02:30 does not exist, and 03:00 is the next moment");
    }

    [Fact]
    public void After_TimeThatAutumnHasTwice_GoesOutOnce()
    {
        var recurrence = Recurrence.Cron("30 2 * * *", "Europe/Rome");

        var times = recurrence.After(new DateTimeOffset(2026, 10, 24, 12, 0, 0, TimeSpan.Zero)).Take(2).Select(time => time.ToUniversalTime());

        times.Should().Equal(
            new DateTimeOffset(2026, 10, 25, 0, 30, 0, TimeSpan.Zero),
            new DateTimeOffset(2026, 10, 26, 1, 30, 0, TimeSpan.Zero));
    }

    [Fact]
    public void After_TimesAndUntil_WhicheverComesFirst()
    {
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var daily = Recurrence.Cron("0 12 * * *", TimeZoneInfo.Utc);

        (daily with { Times = 3 }).After(start).Should().HaveCount(3);
        (daily with { Times = 30, Until = start.AddDays(5) }).After(start).Should().HaveCount(5);
    }

    [Theory]
    [InlineData("0 0 30 2 *", "*never fires*")]
    [InlineData("61 * * * *", "*no cron expression*")]
    [InlineData("every monday", "*no cron expression*")]
    public void Cron_WrongExpression_SaysWhatIsWrong(string expression, string message) =>
        ((Func<Recurrence>)(() => Recurrence.Cron(expression, "Europe/Rome"))).Should().Throw<ArgumentException>().WithMessage(message);

    [Fact]
    public void Cron_UnknownTimeZone_NamesItAndTheRemedy() =>
        ((Func<Recurrence>)(() => Recurrence.Cron("0 9 * * *", "Europe/Atlantis"))).Should().Throw<ArgumentException>().WithMessage("*Europe/Atlantis*Europe/Rome*");
}
