using QRCoder;

namespace TelegramMarketing.Invitations;

/// <summary>Draws addresses as QR codes.</summary>
internal static class QrCode
{
    private const int PixelsPerSvgModule = 10;

    public static string ToSvg(Uri address)
    {
        using var data = Encode(address);
        using var code = new SvgQRCode(data);
        return code.GetGraphic(PixelsPerSvgModule, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }

    public static byte[] ToPng(Uri address, int pixelsPerModule)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pixelsPerModule, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pixelsPerModule, 100);
        using var data = Encode(address);
        using var code = new PngByteQRCode(data);
        return code.GetGraphic(pixelsPerModule, drawQuietZones: true);
    }

    private static QRCodeData Encode(Uri address) => QRCodeGenerator.GenerateQrCode(address.AbsoluteUri, QRCodeGenerator.ECCLevel.M);
}
