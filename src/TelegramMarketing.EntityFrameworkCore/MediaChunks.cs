using System.Runtime.CompilerServices;
using TelegramMarketing.Storage;

namespace TelegramMarketing.EntityFrameworkCore;

/// <summary>The bytes that came from streams, in pieces, so that a large video never stands in memory as a whole.</summary>
internal static class MediaChunks
{
    private const int Size = 1 << 20;

    /// <summary>Reads what these parts send of a publication, piece by piece.</summary>
    public static async IAsyncEnumerable<MediaChunkRow> ReadAsync(Guid id, IReadOnlyList<PlannedMessage> parts, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var sources = StoredParts.SourcesOf(parts);
        for (var number = 0; number < sources.Count; number++)
        {
            if (sources[number].Origin != MediaOrigin.Stream)
            {
                continue;
            }

            var stream = sources[number].OpenRead();
            await using (stream.ConfigureAwait(false))
            {
                var buffer = new byte[Size];
                for (var ordinal = 0; await stream.ReadAtLeastAsync(buffer, Size, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false) is > 0 and var length; ordinal++)
                {
                    yield return new MediaChunkRow { PublicationId = id, Source = number, Ordinal = ordinal, Bytes = buffer[..length] };
                }
            }
        }
    }
}
