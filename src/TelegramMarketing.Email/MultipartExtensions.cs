using MimeKit;

namespace TelegramMarketing.Email;

/// <summary>Boundaries that are known, so that the same invitation gives the same bytes.</summary>
internal static class MultipartExtensions
{
    /// <summary>Sets the boundary. One that begins with <c>=_</c> can stand in no quoted-printable and no base64 text (RFC 2045, 6.7).</summary>
    public static Multipart With(this Multipart multipart, string boundary)
    {
        multipart.Boundary = boundary;
        return multipart;
    }
}
