using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using CsCheck;
using Microsoft.Extensions.Configuration;

namespace TelegramMarketing.Tests.Channels;

public sealed class ChannelAddressTests
{
    [Theory]
    [InlineData("@Durov")]
    [InlineData("Durov")]
    [InlineData("  Durov\n")]
    [InlineData("\u200e@Durov\ufeff")]
    [InlineData("t.me/Durov")]
    [InlineData("t.me/Durov/")]
    [InlineData("t.me/@Durov")]
    [InlineData("T.ME/Durov")]
    [InlineData("http://t.me/Durov")]
    [InlineData("https://t.me/Durov")]
    [InlineData("HTTPS://T.me/Durov")]
    [InlineData("//t.me/Durov")]
    [InlineData("https://www.t.me/Durov")]
    [InlineData("https://telegram.me/Durov")]
    [InlineData("www.telegram.me/Durov")]
    [InlineData("telegram.dog/Durov")]
    [InlineData("t.me/s/Durov")]
    [InlineData("https://t.me/s/Durov?before=120")]
    [InlineData("https://t.me/Durov?utm_source=mail&utm_medium=x#top")]
    [InlineData("Durov.t.me")]
    [InlineData("https://Durov.t.me/")]
    [InlineData("https://www.Durov.t.me")]
    [InlineData("tg://resolve?domain=Durov")]
    [InlineData("tg:resolve?domain=Durov")]
    [InlineData("TG://Resolve/?domain=Durov&utm_source=a")]
    public void Parse_EveryFormOfAUsername_KeepsTheSpelling(string text)
    {
        var address = ChannelAddress.Parse(text);

        address.Username.Should().Be("Durov");
        address.Id.Should().BeNull();
        address.IsPublic.Should().BeTrue();
        ChannelAddress.TryParse(text, out var tried).Should().BeTrue();
        tried.Should().Be(address);
    }

    [Theory]
    [InlineData("-1001234567890", -1001234567890)]
    [InlineData(" -1001234567890 ", -1001234567890)]
    [InlineData("t.me/c/1234567890", -1001234567890)]
    [InlineData("https://t.me/c/1234567890/", -1001234567890)]
    [InlineData("t.me/c/123", -1000000000123)]
    public void Parse_EveryFormOfAnId_IsTheIdOfTheBotApi(string text, long id)
    {
        var address = ChannelAddress.Parse(text);

        address.Id.Should().Be(id);
        address.Username.Should().BeNull();
        address.IsPublic.Should().BeFalse();
        address.ToString().Should().Be(id.ToString(CultureInfo.InvariantCulture));
        address.PublicUrl.Should().BeNull();
        address.PreviewUrl.Should().BeNull();
        address.AppLink.Should().BeNull();
    }

    [Theory]
    [InlineData("", "*empty*Accepted are*")]
    [InlineData("   ", "*empty*")]
    [InlineData("abc", "*\"abc\"*4*")]
    [InlineData("@1name", "*beginning with a letter*")]
    [InlineData("@name_", "*underscore*")]
    [InlineData("@na__me", "*underscore*")]
    [InlineData("@имяканала", "*no username*")]
    [InlineData("@a23456789012345678901234567890123", "*32*")]
    [InlineData("two words", "*no username*Accepted are*")]
    [InlineData("https://example.com/name", "*no address of a Telegram channel*Accepted are*")]
    [InlineData("https://t.me@example.com/name", "*no address*")]
    [InlineData("https://t.me.example.com/name", "*no address*")]
    [InlineData("https://t.me/", "*no address*")]
    [InlineData("t.me/name/abc", "*no address*")]
    [InlineData("t.me/name/1/2/3", "*no address*")]
    [InlineData("ftp://t.me/name", "*no address*")]
    [InlineData("t.me/+AbCdEf123", "*invitation*does not name the channel*")]
    [InlineData("https://t.me/%2BAbCdEf123", "*invitation*")]
    [InlineData("t.me/joinchat/AbCdEf123", "*invitation*")]
    [InlineData("tg://join?invite=AbCdEf123", "*invitation*")]
    [InlineData("t.me/+393331234567", "*telephone*")]
    [InlineData("t.me/some_bot?start=abc", "*starts a bot*")]
    [InlineData("tg://resolve?domain=some_bot&start=abc", "*starts a bot*")]
    [InlineData("https://t.me/addstickers/Animals", "*keeps for links of its own*")]
    [InlineData("t.me/share/url?url=x", "*keeps for links of its own*")]
    [InlineData("t.me/boost/name", "*keeps for links of its own*")]
    [InlineData("@proxy", "*keeps for links of its own*")]
    [InlineData("t.me/name/s/5", "*story*")]
    [InlineData("t.me/name/123", "*link of a post*PostReference.Parse*")]
    [InlineData("t.me/c/1234567890/5", "*link of a post*")]
    [InlineData("1234567890", "*negative*-1001234567890*")]
    [InlineData("-123456", "*basic group*")]
    [InlineData("-100123", "*basic group*13 digits*")]
    [InlineData("0", "*0 is no channel's id*")]
    [InlineData("-4001234567890", "*beyond*")]
    [InlineData("-99999999999999999999999", "*no address*")]
    public void Parse_AnythingElse_SaysWhatItIs(string text, string expected)
    {
        var parse = () => ChannelAddress.Parse(text);

        parse.Should().Throw<FormatException>().WithMessage(expected);
        ChannelAddress.TryParse(text, out var address).Should().BeFalse();
        address.Should().BeNull();
    }

    [Fact]
    public void Parse_InvitationOrBotLink_KeepsTheSecretOutOfTheMessage()
    {
        foreach (var text in (string[])["t.me/+SeCrEtHash", "tg://join?invite=SeCrEtHash", "t.me/some_bot?start=SeCrEtHash"])
        {
            var parse = () => ChannelAddress.Parse(text);
            parse.Should().Throw<FormatException>().Which.Message.Should().NotContain("SeCrEtHash");
        }
    }

    [Fact]
    public void Parse_LongTextWithControlCharacters_IsShownShortAndSafe()
    {
        var parse = () => ChannelAddress.Parse("x\u001b[31m\r\n\u202e" + new string('y', 5000));

        parse.Should().Throw<FormatException>().Which.Message.Should().NotContainAny("\u001b", "\n", "\u202e").And.Match(m => m.Length < 500);
    }

    [Fact]
    public void TryParse_Null_IsFalse() => ChannelAddress.TryParse(null, out _).Should().BeFalse();

    [Fact]
    public void Links_OfAUsername_AreTelegrams()
    {
        var address = ChannelAddress.FromUsername("@Durov");

        address.PublicUrl.Should().Be(new Uri("https://t.me/Durov"));
        address.PreviewUrl.Should().Be(new Uri("https://t.me/s/Durov"));
        address.AppLink!.OriginalString.Should().Be("tg://resolve?domain=Durov");
        address.ToString().Should().Be("@Durov");
    }

    [Fact]
    public void Equality_OfUsernames_IgnoresCase()
    {
        ChannelAddress.Parse("@Durov").Should().Be(ChannelAddress.Parse("t.me/DUROV"));
        ChannelAddress.Parse("@Durov").GetHashCode().Should().Be(ChannelAddress.Parse("durov").GetHashCode());
        (ChannelAddress.Parse("@Durov") == ChannelAddress.Parse("@Durov1")).Should().BeFalse();
        ChannelAddress.FromId(-1001234567890).Should().NotBe(ChannelAddress.FromId(-1001234567891));
    }

    [Fact]
    public void FromUsername_Nick_AcceptsBoughtNamesOfFour() => ChannelAddress.FromUsername("news").Username.Should().Be("news");

    [Theory]
    [InlineData("abc")]
    [InlineData("")]
    [InlineData("name/123")]
    [InlineData("joinchat")]
    public void FromUsername_NoUsername_IsRefused(string name)
    {
        var create = () => ChannelAddress.FromUsername(name);
        create.Should().Throw<ArgumentException>().WithParameterName("username");
    }

    [Theory]
    [InlineData(1234567890, "*-1001234567890*")]
    [InlineData(0, "*-100*")]
    [InlineData(-5, "*basic group*")]
    [InlineData(-1000000000000, "*basic group*")]
    [InlineData(long.MinValue, "*beyond*")]
    [InlineData(long.MaxValue, "*positive*")]
    public void FromId_NoChannel_IsRefusedWithTheRemedy(long id, string expected)
    {
        var create = () => ChannelAddress.FromId(id);
        create.Should().Throw<ArgumentOutOfRangeException>().WithMessage(expected);
    }

    [Fact]
    public void Serializers_WriteAndRead_TheText()
    {
        var address = ChannelAddress.Parse("@Durov");

        JsonSerializer.Serialize(address).Should().Be("\"@Durov\"");
        JsonSerializer.Deserialize<ChannelAddress>("\"t.me/durov\"").Should().Be(address);
        JsonSerializer.Deserialize<ChannelAddress>("-1001234567890").Should().Be(ChannelAddress.FromId(-1001234567890));
        JsonSerializer.Deserialize<Dictionary<ChannelAddress, int>>(JsonSerializer.Serialize(new Dictionary<ChannelAddress, int> { [address] = 1 })).Should().ContainKey(address);
        TypeDescriptor.GetConverter(typeof(ChannelAddress)).ConvertFromInvariantString("@durov").Should().Be(address);
        var read = () => JsonSerializer.Deserialize<ChannelAddress>("\"t.me/+hash\"");
        read.Should().Throw<JsonException>().WithMessage("*invitation*");
    }

    [Fact]
    public void Configuration_Binds_TheText()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Channel", "https://t.me/Durov")]).Build();

        configuration.Get<Settings>()!.Channel.Should().Be(ChannelAddress.Parse("@durov"));
    }

    [Fact]
    public void TryParse_AnyText_NeverThrowsAndRoundTrips() => Gen.OneOf(Gen.String, Gen.String[Gen.Char["t.me/@:?=&#s+c-tg_1aA%\u202e\ud83d"], 0, 40]).Sample(
        text =>
        {
            if (ChannelAddress.TryParse(text, out var address))
            {
                ChannelAddress.Parse(address.ToString()).Should().Be(address);
            }

            if (PostReference.TryParse(text, out var post))
            {
                PostReference.Parse(post.ToString()).Should().Be(post);
            }
        },
        iter: 20000);

    private sealed class Settings
    {
        public ChannelAddress? Channel { get; set; }
    }
}
