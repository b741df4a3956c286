namespace TelegramMarketing.Testing.Tests.Wire;

public class LimitTests
{
    [Fact]
    public async Task OneChannel_TakesABurstOfThreeThenOneASecondThenTwentyAMinute()
    {
        var fake = new FakeTelegram();
        for (var i = 0; i < 3; i++)
        {
            (await SendAsync(fake)).Should().Contain("\"ok\":true");
        }

        (await SendAsync(fake)).Should().Contain("Too Many Requests: retry after 1");
        for (var i = 0; i < 17; i++)
        {
            await fake.AdvanceAsync(1);
            (await SendAsync(fake)).Should().Contain("\"ok\":true");
        }

        await fake.AdvanceAsync(1);
        (await SendAsync(fake)).Should().Contain("Too Many Requests: retry after 42", "the first three leave the trailing minute 60 s after they were sent");
        await fake.AdvanceAsync(42);
        (await SendAsync(fake)).Should().Contain("\"ok\":true");
    }

    [Fact]
    public async Task OneBot_TakesThirtyASecondAcrossPeople()
    {
        var fake = new FakeTelegram();
        var people = Enumerable.Range(0, 40).Select(i => fake.Telegram.AddPerson($"P{i}")).ToList();
        people.ForEach(person => person.Start(fake.Bot));

        var answers = new List<string>();
        foreach (var person in people)
        {
            answers.Add(await fake.CallAsync("sendMessage", $$"""{"chat_id":{{person.Id}},"text":"Hello"}"""));
        }

        answers.Count(answer => answer.Contains("\"ok\":true")).Should().Be(30);
        answers[30..].Should().AllSatisfy(answer => answer.Should().Contain("retry after 1"));
        people[0].Inbox.Should().ContainSingle().Which.Text.Should().Be("Hello");
    }

    [Fact]
    public async Task HoldBackShortFloods_UpToEightSeconds_HangsInsteadOfRefusing()
    {
        var fake = new FakeTelegram(options => options.HoldBackShortFloods = true);
        for (var i = 0; i < 3; i++)
        {
            await SendAsync(fake);
        }

        var held = SendAsync(fake);
        await fake.AdvanceAsync(0.5);
        held.IsCompleted.Should().BeFalse();
        await fake.AdvanceAsync(0.5);
        (await held).Should().Contain("\"ok\":true");
    }

    [Fact]
    public async Task Limits_SwitchedOff_TakeEverything()
    {
        var fake = new FakeTelegram(options => options.EnforceLimits = false);

        for (var i = 0; i < 100; i++)
        {
            (await SendAsync(fake)).Should().Contain("\"ok\":true");
        }
    }

    [Fact]
    public async Task Latency_HoldsEveryRequest()
    {
        var fake = new FakeTelegram(options => options.Latency = TimeSpan.FromMilliseconds(50));

        var answer = SendAsync(fake);
        await fake.AdvanceAsync(0.049);
        answer.IsCompleted.Should().BeFalse();
        await fake.AdvanceAsync(0.001);

        (await answer).Should().Contain("\"ok\":true");
    }

    private static Task<string> SendAsync(FakeTelegram fake) => fake.CallAsync("sendMessage", """{"chat_id":"@myshop","text":"Hello"}""");
}
