using System.Text;

namespace TelegramMarketing.Tests.Invitations.Imports;

/// <summary>A company's own list of people who don't want to be written to: whoever can be read in it is not invited, and what cannot be read is told.</summary>
public sealed class SuppressionImportTests
{
    private readonly InvitationBench _bench = new();

    [Theory]
    [InlineData("customer,email,telegram_id\n4711,anna@example.com,42\n")]
    [InlineData("customer;email;telegram_id\r\n4711;anna@example.com;42\r\n")]
    [InlineData("customer\temail\ttelegram_id\n4711\tanna@example.com\t42")]
    [InlineData("\uFEFFTelegram ID;\"E-Mail\"; CUSTOMER \n\n 42 ;\"anna@example.com\";\" 4711 \"\n")]
    [InlineData("name;customer;email;telegram_id\n\"Bianchi; Anna \"\"Annina\"\"\";4711;anna@example.com;42")]
    public async Task Import_AsSpreadsheetsWriteIt_NobodyOfItIsInvited(string csv)
    {
        var import = await ImportAsync(csv);

        (import.Added, import.Known).Should().Be((1, 0));
        import.Problems.Should().BeEmpty();
        await RefusesAsync(InvitationBench.Request(" 4711"));
        await RefusesAsync(InvitationBench.Request("other") with { EmailAddress = "Anna@Example.com" });
        await RefusesAsync(InvitationBench.Request("third") with { TelegramUserId = 42 });
        (await _bench.Invitations.CreateAsync(InvitationBench.Request("fourth"))).Should().NotBeNull();
    }

    [Fact]
    public async Task Import_OfOneColumnWithoutAHeader_IsAListOfIdsAndAddresses()
    {
        var import = await ImportAsync("anna@example.com\n4711\nИван-7\n");

        import.Added.Should().Be(3);
        await RefusesAsync(InvitationBench.Request("c") with { EmailAddress = "anna@example.com" });
        await RefusesAsync(InvitationBench.Request("4711"));
        await RefusesAsync(InvitationBench.Request("иван-7"));
    }

    [Fact]
    public async Task Import_WithBadRows_TellsThemByLineWithoutValuesAndKeepsTheRest()
    {
        var import = await ImportAsync(
            "customer,email,telegram_id\n"
            + "c-1,,\n"
            + ",,\n"
            + "c-2,not an address,\n"
            + "\n"
            + "c-3,\"anna@example.com,\n"
            + "c-4,b\"b@example.com,\n"
            + "c-5,c@example.com\n"
            + ",,-7\n"
            + new string('x', 201) + ",,\n"
            + "c-6,d@example.com,66\n");

        import.Problems.Select(problem => problem.Line).Should().Equal(3, 4, 6, 7, 8, 9, 10);
        import.Problems.Should().AllSatisfy(problem => problem.ToString().Should().NotContainAny("c-", "anna", "not an address", "-7", "xxx"));
        import.Added.Should().Be(3, "c-1, c-2 by its id, and c-6");
        await RefusesAsync(InvitationBench.Request("c-2"));
        await RefusesAsync(InvitationBench.Request("c-6"));
        (await _bench.Invitations.CreateAsync(InvitationBench.Request("c-4"))).Should().NotBeNull("the line could not be read, and was told");
    }

    [Fact]
    public async Task Import_Twice_IsNoNewsAndLeavesOneEventForEach()
    {
        const string Csv = "email\nanna@example.com\nANNA@example.com\nbea@example.com\n";

        (await ImportAsync(Csv)).Should().BeEquivalentTo(new { Added = 2, Known = 1 });
        (await ImportAsync(Csv)).Should().BeEquivalentTo(new { Added = 0, Known = 3 });

        (await _bench.EventsAsync()).Select(entry => entry.Kind).Should().Equal(ConsentEventKind.OptedOut, ConsentEventKind.OptedOut);
    }

    [Fact]
    public async Task Import_OfSomebodyInvited_EndsTheirInvitation()
    {
        var invitation = await _bench.CreateAsync("4711");

        await ImportAsync("4711");

        (await _bench.StateAsync(invitation)).Should().Be(InvitationState.OptedOut);
    }

    [Theory]
    [InlineData("name;town\nAnna;Roma\n", "*names none of the columns customer, email, telegram_id*")]
    [InlineData("email,E-Mail\na@example.com,b@example.com\n", "*column email twice*")]
    public async Task Import_WithoutAHeaderThatCanBeUsed_IsRefused(string csv, string message)
    {
        var act = () => ImportAsync(csv);

        (await act.Should().ThrowAsync<ArgumentException>().WithMessage(message)).Which.Message.Should().NotContainAny("Anna", "a@example");
        (await _bench.EventsAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Import_OfALineWithoutEnd_TellsThatNothingAfterItWasRead()
    {
        var import = await ImportAsync($"email\nanna@example.com\n{new string('x', 3_000_000)}\nbea@example.com\n");

        import.Added.Should().Be(1);
        import.Problems.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Line = 3, Problem = "The line is longer than 65536 bytes. Nothing after it was read." });
    }

    [Fact]
    public async Task Import_OfNothing_AddsNothing() => (await ImportAsync("")).Should().BeEquivalentTo(new { Added = 0, Known = 0 });

    [Fact]
    public async Task Import_OfManyLines_TakesAllOfThem()
    {
        var csv = new StringBuilder("email\n");
        for (var number = 0; number < 1_050; number++)
        {
            csv.Append("customer").Append(number).Append("@example.com\n");
        }

        (await ImportAsync(csv.ToString())).Added.Should().Be(1_050);
        await RefusesAsync(InvitationBench.Request("customer1049@example.com"));
    }

    private Task<SuppressionImport> ImportAsync(string csv) => _bench.Module.Ledger.ImportSuppressionsAsync(new StringReader(csv));

    private async Task RefusesAsync(InvitationRequest request)
    {
        var act = () => _bench.Invitations.CreateAsync(request);
        (await act.Should().ThrowAsync<TelegramMarketingException>()).Which.Refusal.Should().Be(InvitationRefusal.OptedOut);
    }
}
