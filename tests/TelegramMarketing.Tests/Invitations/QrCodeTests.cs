using Snapshooter.Xunit;

namespace TelegramMarketing.Tests.Invitations;

public sealed class QrCodeTests
{
    private static readonly Invitation Example = new()
    {
        Id = Guid.Empty,
        Channel = ChannelAddress.FromUsername("brand"),
        ChannelTitle = "Brand",
        Address = new("https://t.me/brand"),
        OptOutAddress = new("https://t.me/brand_bot?start=out_x"),
        Text = PostText.Plain("Hello"),
        Customer = "c-1",
    };

    [Fact]
    public void ToQrSvg_PublicAddress_IsTheSamePictureEveryTime()
    {
        Example.ToQrSvg().Should().Be(Example.ToQrSvg());
        Snapshot.Match(Example.ToQrSvg(), "QrCode.https_t_me_brand");
    }

    [Fact]
    public void ToQrPng_PublicAddress_IsAPngThatHoldsItsQuietZone()
    {
        var png = Example.ToQrPng(pixelsPerModule: 3);

        png[..8].Should().Equal(0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A);
        var width = (png[16] << 24) | (png[17] << 16) | (png[18] << 8) | png[19];
        width.Should().Be(3 * (25 + 8), "18 bytes at error correction M are version 2 of 25 modules, and four modules are quiet at each side");
        png.Should().Equal(Example.ToQrPng(pixelsPerModule: 3));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public void ToQrPng_WidthOutOfRange_Throws(int pixels)
    {
        var act = () => Example.ToQrPng(pixels);

        act.Should().Throw<ArgumentOutOfRangeException>();
    }
}
