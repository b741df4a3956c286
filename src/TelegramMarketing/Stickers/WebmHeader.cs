using System.Buffers.Binary;
using System.Text;
using TelegramMarketing.Publishing;

namespace TelegramMarketing.Stickers;

/// <summary>Reads codec, size, duration, frame rate and sound of a WEBM file from the elements before its first cluster.</summary>
internal static class WebmHeader
{
    private const uint Head = 0x1A45DFA3;
    private const uint DocType = 0x4282;
    private const uint Segment = 0x18538067;
    private const uint Info = 0x1549A966;
    private const uint TimeScale = 0x2AD7B1;
    private const uint Duration = 0x4489;
    private const uint Tracks = 0x1654AE6B;
    private const uint Track = 0xAE;
    private const uint TrackType = 0x83;
    private const uint Codec = 0x86;
    private const uint FrameDuration = 0x23E383;
    private const uint Video = 0xE0;
    private const uint Width = 0xB0;
    private const uint Height = 0xBA;
    private const uint Cluster = 0x1F43B675;

    /// <summary>Segment, tracks, track, video; a damaged file may nest without end.</summary>
    private const int DeepestNesting = 6;

    public static StickerFile Read(StickerFile file, ReadOnlySpan<byte> bytes)
    {
        var found = new Findings();
        Walk(bytes, found, DeepestNesting);
        var isWhole = found.DocType == "webm" && found is { VideoCodec: not null, Width: > 0 and < 100_000, Height: > 0 and < 100_000 };
        return file with
        {
            IsDamaged = !isWhole,
            Codec = found.VideoCodec,
            HasAudio = found.HasAudio,
            Pixels = isWhole ? new PixelSize((int)found.Width, (int)found.Height) : null,
            Duration = found.Ticks * found.TimeScale is { } nanoseconds and > 0 and < 1e17 ? TimeSpan.FromMicroseconds(nanoseconds / 1_000) : null,
            FramesPerSecond = found.FrameNanoseconds > 0 ? 1e9 / found.FrameNanoseconds : null,
        };
    }

    /// <summary>Goes through the elements; false at the first cluster, where the header ends.</summary>
    private static bool Walk(ReadOnlySpan<byte> bytes, Findings found, int depth)
    {
        while (depth > 0 && ReadNumber(ref bytes, keepMarker: true) is { } id && ReadNumber(ref bytes, keepMarker: false) is { } size)
        {
            if (id == Cluster)
            {
                return false;
            }

            // A size of ones only means: until the end.
            var content = bytes[..(int)Math.Min(size, (ulong)bytes.Length)];
            bytes = bytes[content.Length..];
            var goOn = id switch
            {
                Head or Segment or Info or Tracks or Video => Walk(content, found, depth - 1),
                Track => WalkTrack(content, found, depth - 1),
                _ => Take((uint)id, content, found),
            };
            if (!goOn)
            {
                return false;
            }
        }

        return true;
    }

    private static bool WalkTrack(ReadOnlySpan<byte> content, Findings found, int depth)
    {
        var track = new Findings();
        Walk(content, track, depth);
        if (track.Type == 2)
        {
            found.HasAudio = true;
        }
        else if (track.Type == 1 && found.VideoCodec is null)
        {
            (found.VideoCodec, found.Width, found.Height, found.FrameNanoseconds) = (track.Codec ?? "", track.Width, track.Height, track.FrameNanoseconds);
        }

        return true;
    }

    private static bool Take(uint id, ReadOnlySpan<byte> content, Findings found)
    {
        switch (id)
        {
            case DocType: found.DocType = Encoding.ASCII.GetString(content).TrimEnd('\0'); break;
            case TimeScale: found.TimeScale = ReadUnsigned(content); break;
            case Duration: found.Ticks = ReadFloat(content); break;
            case TrackType: found.Type = ReadUnsigned(content); break;
            case Codec: found.Codec = Encoding.ASCII.GetString(content).TrimEnd('\0'); break;
            case FrameDuration: found.FrameNanoseconds = ReadUnsigned(content); break;
            case Width: found.Width = ReadUnsigned(content); break;
            case Height: found.Height = ReadUnsigned(content); break;
            default: break;
        }

        return true;
    }

    /// <summary>A number whose leading zero bits say how many bytes it has.</summary>
    private static ulong? ReadNumber(ref ReadOnlySpan<byte> bytes, bool keepMarker)
    {
        if (bytes.IsEmpty || bytes[0] == 0)
        {
            return null;
        }

        var length = int.LeadingZeroCount(bytes[0]) - 23;
        if (length > bytes.Length || (keepMarker && length > 4))
        {
            return null;
        }

        var value = ReadUnsigned(bytes[..length]);
        bytes = bytes[length..];
        if (keepMarker)
        {
            return value;
        }

        var mask = (1UL << (7 * length)) - 1;
        return (value & mask) == mask ? ulong.MaxValue : value & mask;
    }

    private static ulong ReadUnsigned(ReadOnlySpan<byte> bytes)
    {
        var value = 0UL;
        foreach (var one in bytes[..Math.Min(bytes.Length, 8)])
        {
            value = (value << 8) | one;
        }

        return value;
    }

    private static double? ReadFloat(ReadOnlySpan<byte> bytes) => bytes.Length switch
    {
        4 => BinaryPrimitives.ReadSingleBigEndian(bytes),
        8 => BinaryPrimitives.ReadDoubleBigEndian(bytes),
        _ => null,
    };

    private sealed class Findings
    {
        public string? DocType { get; set; }

        public ulong TimeScale { get; set; } = 1_000_000;

        public double? Ticks { get; set; }

        public ulong Type { get; set; }

        public string? Codec { get; set; }

        public string? VideoCodec { get; set; }

        public bool HasAudio { get; set; }

        public ulong FrameNanoseconds { get; set; }

        public ulong Width { get; set; }

        public ulong Height { get; set; }
    }
}
