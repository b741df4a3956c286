using TelegramMarketing.Stickers;
using TelegramMarketing.Tests.Robustness;

namespace TelegramMarketing.Tests.Stickers;

/// <summary>A big file is no burden. What the whole process allocates is measured, so that no other test may run beside it.</summary>
[Collection(nameof(MemoryTests))]
public sealed class StickerFileMemoryTests
{
    [Fact]
    public async Task Read_AFileOf200Megabytes_ReadsOnlyItsBeginning()
    {
        var path = Path.GetTempFileName();
        try
        {
            await using (var stream = File.OpenWrite(path))
            {
                await stream.WriteAsync(StickerFiles.Png(512, 512));
                stream.SetLength(200_000_000);
            }

            var before = GC.GetTotalAllocatedBytes(precise: true);
            var file = await StickerFileReader.ReadAsync(MediaSource.FromPath(path), CancellationToken.None);
            var after = GC.GetTotalAllocatedBytes(precise: true);

            file.Should().BeEquivalentTo(new { Type = StickerFileType.Png, Length = 200_000_000L, Hash = (string?)null });
            (after - before).Should().BeLessThan(20_000_000);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
