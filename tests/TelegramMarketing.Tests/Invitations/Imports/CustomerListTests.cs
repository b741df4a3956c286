using System.Text;

namespace TelegramMarketing.Tests.Invitations.Imports;

/// <summary>A shop's customer list becomes requests, row by row; what is wrong with a row is told by its line.</summary>
public sealed class CustomerListTests
{
    private static readonly InvitationRequest _template = InvitationBench.Request("unused") with { Campaign = "spring", Language = "it", EmailAddress = "unused@example.com", TelegramUserId = 1 };

    [Fact]
    public async Task Read_AllColumns_AreTheRequest()
    {
        var row = (await ReadAsync(
            "customer;email;telegram_id;language;time_zone;legal_basis;legal_basis_explanation;address_source;about;vip\n"
            + "4711;anna@example.com;42;ru;Europe/Moscow;consent;\"форма \"\"Новости\"\" 2026-03-02\";касса 4;скидки на хлеб;да\n")).Single();

        row.Should().BeEquivalentTo(new { Line = 2, IsRight = true });
        row.Request.Should().Be(_template with
        {
            Customer = "4711",
            EmailAddress = "anna@example.com",
            TelegramUserId = 42,
            Language = "ru",
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"),
            LegalBasis = LegalBasis.Consent("форма \"Новости\" 2026-03-02"),
            AddressSource = "касса 4",
            About = "скидки на хлеб",
        });
    }

    [Fact]
    public async Task Read_WhatIsMissingOrEmpty_IsTheTemplates()
    {
        var rows = await ReadAsync("Email,Language,Legal Basis\nzoe@example.com,,\n\"أحمد@مثال.com\",ar,existing_customer\n");

        rows.Select(row => row.Request).Should().Equal(
            _template with { Customer = "zoe@example.com", EmailAddress = "zoe@example.com", TelegramUserId = null },
            _template with { Customer = "أحمد@مثال.com", EmailAddress = "أحمد@مثال.com", TelegramUserId = null, Language = "ar" });
    }

    [Theory]
    [InlineData("x,nobody@,,,,,,", "*EmailAddress is not*")]
    [InlineData("x,,12a,,,,,", "*telegram_id is not a whole number*")]
    [InlineData("x,,0,,,,,", "*TelegramUserId must be more than zero*")]
    [InlineData(",,7,,,,,", "*Customer is missing*")]
    [InlineData("x,,,italiano!,,,,", "*language is not*")]
    [InlineData("x,,,,Europe/Atlantis,,,", "*time_zone is not an IANA*")]
    [InlineData("x,,,,W. Europe Standard Time,,,", "*time_zone is not an IANA*")]
    [InlineData("x,,,,,because,,", "*legal_basis must be consent, existing_customer*")]
    [InlineData("x,,,,,consent,,", "*legal_basis_explanation is missing*")]
    [InlineData("x,nobody@,,,Europe/Atlantis,,,", "*time_zone*EmailAddress*")]
    [InlineData("x,,,,,,", "*7 fields*first line 8*")]
    [InlineData("x,,,,,,,\"shop", "*not closed*")]
    public async Task Read_ARowThatIsWrong_IsToldAndTheNextIsRight(string line, string problem)
    {
        var rows = await ReadAsync($"customer,email,telegram_id,language,time_zone,legal_basis,legal_basis_explanation,address_source\n{line}\ny,,,,,,,\n");

        rows.Select(row => (row.Line, row.IsRight)).Should().Equal((2, false), (3, true));
        rows[0].Problem!.Problem.Should().Match(problem).And.NotContainAny("nobody", "12a", "Atlantis", "because", "italiano");
    }

    [Fact]
    public async Task Read_DuplicatesThatDifferInCaseOrSpaces_AreInvitedOnce()
    {
        var bench = new InvitationBench();
        var refusals = new List<InvitationRefusal?>();
        foreach (var row in await ReadAsync("customer\nAnna\n anna \nANNA\n"))
        {
            try
            {
                await bench.Invitations.CreateAsync(row.Request!);
            }
            catch (TelegramMarketingException exception)
            {
                refusals.Add(exception.Refusal);
            }
        }

        refusals.Should().Equal(InvitationRefusal.InvitedAlready, InvitationRefusal.InvitedAlready);
    }

    [Fact]
    public async Task Read_AListWithoutAHeader_IsRefused()
    {
        var act = () => ReadAsync("4711\n4712\n");

        await act.Should().ThrowAsync<ArgumentException>().WithMessage("*names none of the columns*");
    }

    [Fact]
    public async Task Read_AHundredThousandRows_HoldsFewOfThemAtOnce()
    {
        const int Rows = 100_000;
        using var csv = new EndlessList(Rows);
        var (count, most) = (0, 0L);
        await foreach (var row in CustomerList.ReadAsync(csv, _template))
        {
            row.IsRight.Should().BeTrue();
            count++;
            most = Math.Max(most, csv.LinesGiven - count);
        }

        count.Should().Be(Rows);
        most.Should().BeLessThan(10_000, "the reader's buffer holds what was read ahead, and nothing else does");
    }

    private static async Task<List<CustomerListRow>> ReadAsync(string csv) => await CustomerList.ReadAsync(new StringReader(csv), _template).ToListAsync();

    /// <summary>A list that is written while it is read.</summary>
    private sealed class EndlessList(int rows) : TextReader
    {
        private string _rest = "customer,email,language\n";

        public int LinesGiven { get; private set; }

        public override int Peek() => Fill() ? _rest[0] : -1;

        public override int Read()
        {
            var next = Peek();
            _rest = next < 0 ? _rest : _rest[1..];
            return next;
        }

        public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

        public override int Read(Span<char> buffer)
        {
            var taken = 0;
            while (taken < buffer.Length && Fill())
            {
                var length = Math.Min(_rest.Length, buffer.Length - taken);
                _rest.AsSpan(0, length).CopyTo(buffer[taken..]);
                (_rest, taken) = (_rest[length..], taken + length);
            }

            return taken;
        }

        public override ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

        private bool Fill()
        {
            if (_rest.Length == 0 && LinesGiven < rows)
            {
                _rest = new StringBuilder().Append("customer-").Append(LinesGiven).Append(",customer").Append(LinesGiven).Append("@example.com,it\n").ToString();
                LinesGiven++;
            }

            return _rest.Length > 0;
        }
    }
}
