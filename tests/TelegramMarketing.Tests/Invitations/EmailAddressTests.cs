using TelegramMarketing.Invitations;

namespace TelegramMarketing.Tests.Invitations;

/// <summary>Which addresses are written to, and how.</summary>
public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("giulia@shop.example", "giulia@shop.example")]
    [InlineData("  giulia@shop.example ", "giulia@shop.example")]
    [InlineData("Giulia.Rossi+news@SHOP.Example", "Giulia.Rossi+news@shop.example")]
    [InlineData("o'brien_{x}@a-b.co.uk", "o'brien_{x}@a-b.co.uk")]
    [InlineData("info@bäckerei.example", "info@xn--bckerei-5wa.example")]
    [InlineData("info@BÄCKEREI.example", "info@xn--bckerei-5wa.example")]
    [InlineData("info@مثال.إختبار", "info@xn--mgbh0fb.xn--kgbechtv")]
    [InlineData("用户@例子.example", "用户@xn--fsqu00a.example")]
    public void Parse_AnAddress_GivesItInAscii(string text, string expected) => EmailAddress.Parse(text)!.Address.Should().Be(expected);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("@")]
    [InlineData("giulia")]
    [InlineData("giulia@")]
    [InlineData("@shop.example")]
    [InlineData("giulia@shop")]
    [InlineData("giulia@localhost")]
    [InlineData("giulia@@shop.example")]
    [InlineData("giulia rossi@shop.example")]
    [InlineData(".giulia@shop.example")]
    [InlineData("giulia.@shop.example")]
    [InlineData("giu..lia@shop.example")]
    [InlineData("\"giulia\"@shop.example")]
    [InlineData("Giulia <giulia@shop.example>")]
    [InlineData("<giulia@shop.example>")]
    [InlineData("giulia@shop.example, luca@shop.example")]
    [InlineData("giulia@shop.example;luca@shop.example")]
    [InlineData("giulia@shop.example\r\nRCPT TO:<luca@shop.example>")]
    [InlineData("giulia@shop.example\n")]
    [InlineData("giu\tlia@shop.example")]
    [InlineData("giulia(comment)@shop.example")]
    [InlineData("giulia@shop..example")]
    [InlineData("giulia@.shop.example")]
    [InlineData("giulia@shop.example.")]
    [InlineData("giulia@-shop.example")]
    [InlineData("giulia@sh_op.example")]
    [InlineData("giulia@[192.0.2.1]")]
    [InlineData("giulia@192.0.2.1")]
    [InlineData("giu\u200blia@shop.example")]
    [InlineData("giu\u202elia@shop.example")]
    [InlineData("giu\u00a0lia@shop.example")]
    [InlineData("giu\ud800lia@shop.example")]
    public void Parse_AMistake_IsNone(string text) => EmailAddress.Parse(text).Should().BeNull();

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void Parse_LocalPart_HoldsAtMost64Bytes(int length, bool isValid) =>
        (EmailAddress.Parse(new string('a', length) + "@shop.example") is not null).Should().Be(isValid);

    [Theory]
    [InlineData(254, true)]
    [InlineData(255, false)]
    public void Parse_Whole_HoldsAtMost254Bytes(int length, bool isValid)
    {
        var domain = string.Join('.', Enumerable.Repeat(new string('d', 49), 4)) + ".example";
        var address = new string('a', length - domain.Length - 1) + "@" + domain;

        address.Should().HaveLength(length);
        (EmailAddress.Parse(address) is not null).Should().Be(isValid);
    }

    [Fact]
    public void NeedsSmtpUtf8_IsOfTheLocalPartOnly()
    {
        EmailAddress.Parse("用户@shop.example")!.NeedsSmtpUtf8.Should().BeTrue();
        EmailAddress.Parse("info@bäckerei.example")!.NeedsSmtpUtf8.Should().BeFalse();
    }

    [Theory]
    [InlineData("Giulia@Shop.example", "giulia@SHOP.EXAMPLE")]
    [InlineData("info@bäckerei.example", "INFO@xn--bckerei-5wa.example")]
    public void Key_OfOneMailbox_IsOneHoweverItIsWritten(string left, string right) => EmailAddress.Parse(left)!.Key.Should().Be(EmailAddress.Parse(right)!.Key);

    [Fact]
    public void ToString_SaysNothing() => $"{EmailAddress.Parse("giulia@shop.example")}".Should().NotContain("giulia");
}
