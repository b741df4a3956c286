namespace TelegramMarketing.EntityFrameworkCore;

/// <summary>A piece of the bytes of a stream, kept until its publication has ended.</summary>
internal sealed class MediaChunkRow
{
    public Guid PublicationId { get; set; }

    /// <summary>Which of the publication's sources it belongs to.</summary>
    public int Source { get; set; }

    /// <summary>Its place among the pieces, from 0.</summary>
    public int Ordinal { get; set; }

    public byte[] Bytes { get; set; } = [];
}
