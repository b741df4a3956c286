using CsCheck;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Tests.Scheduling;

/// <summary>Nobody is woken at night, and nothing is held back longer than the night.</summary>
public sealed class QuietHoursTests
{
    private static readonly TimeZoneInfo _rome = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome");
    private static readonly QuietHours _night = new(new TimeOnly(22, 0), new TimeOnly(8, 0), _rome);

    [Theory]
    [InlineData("2026-01-10T21:30:00+01:00", null)]
    [InlineData("2026-01-10T22:00:00+01:00", "2026-01-11T08:00:00+01:00")]
    [InlineData("2026-01-11T07:59:59+01:00", "2026-01-11T08:00:00+01:00")]
    [InlineData("2026-01-11T08:00:00+01:00", null)]
    [InlineData("2026-03-28T23:00:00+01:00", "2026-03-29T08:00:00+02:00")]
    [InlineData("2026-10-24T23:00:00+02:00", "2026-10-25T08:00:00+01:00")]
    public void EndOf_Moment_NextMorningOrItself(string moment, string? end)
    {
        var at = DateTimeOffset.Parse(moment);

        _night.EndOf(at).Should().Be(end is null ? at : DateTimeOffset.Parse(end));
        _night.Contains(at).Should().Be(end is not null);
    }

    [Fact]
    public void EndOf_AnyMomentAndHours_NotQuietNeverEarlierAndWithinADay() => Gen.Select(
        Gen.Int[0, (366 * 24 * 60) - 1], Gen.Int[0, 1439], Gen.Int[0, 1439]).Where(values => values.Item2 != values.Item3).Sample((minute, from, to) =>
        {
            var hours = new QuietHours(TimeOnly.FromTimeSpan(TimeSpan.FromMinutes(from)), TimeOnly.FromTimeSpan(TimeSpan.FromMinutes(to)), _rome);
            var moment = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute);

            var end = hours.EndOf(moment);

            end.Should().BeOnOrAfter(moment);
            (end - moment).Should().BeLessThanOrEqualTo(TimeSpan.FromHours(25));
            (end == moment).Should().Be(!hours.Contains(moment));
        });

    [Fact]
    public void Constructor_SameTimes_Refused() =>
        ((Func<QuietHours>)(() => new QuietHours(new TimeOnly(8, 0), new TimeOnly(8, 0), _rome))).Should().Throw<ArgumentException>().WithMessage("*two different times*");

    [Fact]
    public void Stored_TimeZoneOfTheSystemOrTheHostsOwn_IsTheSameAfterwards()
    {
        foreach (var zone in (TimeZoneInfo[])[_rome, TimeZoneInfo.Utc, TimeZoneInfo.CreateCustomTimeZone("Bottega; sede", TimeSpan.FromMinutes(95), "Bottega", "Bottega"), OfTheSameNameAsRome()])
        {
            var hours = new QuietHours(new TimeOnly(22, 30), new TimeOnly(7, 0), zone);

            var restored = StoredQuietHours.Of(hours).Restore()!;

            (restored.From, restored.To, restored.TimeZone.HasSameRules(zone)).Should().Be((hours.From, hours.To, true), zone.Id);
        }

        static TimeZoneInfo OfTheSameNameAsRome() => TimeZoneInfo.CreateCustomTimeZone(_rome.Id, TimeSpan.FromHours(5), "Not Rome", "Not Rome");
    }

    [Fact]
    public void Stored_TimeZoneThatThisMachineDoesNotKnow_NoQuietHours() =>
        new StoredQuietHours(new TimeOnly(22, 0), new TimeOnly(8, 0), "Europe/Atlantis").Restore().Should().BeNull();
}
