using TelegramMarketing.Publishing;

namespace TelegramMarketing.Tests.Publishing;

public sealed class MediaSourceStreamTests
{
    public static TheoryData<int> Sizes => [0, 1, Spool.MemoryLimit - 1, Spool.MemoryLimit, Spool.MemoryLimit + 1, 3_000_001];

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task OpenRead_StreamOfAnySize_GivesAllBytesEachTime(int size)
    {
        var bytes = Bytes(size);
        var source = MediaSource.FromStream(new ScriptedStream(bytes, 70_000), "film.mp4");

        var facts = await source.InspectAsync(default);

        facts.Should().Be(new MediaFacts { Length = size });
        (await ReadAllAsync(source)).Should().Equal(bytes);
        (await ReadAllAsync(source)).Should().Equal(bytes);
    }

    [Fact]
    public async Task OpenRead_SeveralReadersAtOnce_DoNotDisturbEachOther()
    {
        var bytes = Bytes(2_000_000);
        var source = await InspectedAsync(new ScriptedStream(bytes, 100_000));

        using var one = source.OpenRead();
        using var other = source.OpenRead();
        one.Seek(-10, SeekOrigin.End);
        var tail = new byte[20];
        (await one.ReadAtLeastAsync(tail, 20, throwOnEndOfStream: false)).Should().Be(10);

        using var copy = new MemoryStream();
        await other.CopyToAsync(copy);
        copy.ToArray().Should().Equal(bytes);
        tail[..10].Should().Equal(bytes[^10..]);
    }

    [Fact]
    public async Task InspectAsync_StreamInTheMiddle_ReadsFromThere()
    {
        using var stream = new MemoryStream(Bytes(100)) { Position = 60 };
        var source = await InspectedAsync(stream);

        (await ReadAllAsync(source)).Should().Equal(Bytes(100)[60..]);
    }

    [Fact]
    public async Task InspectAsync_SyncOnlyStream_ReadsIt()
    {
        var source = await InspectedAsync(new SyncOnlyStream(Bytes(200_000)));

        (await ReadAllAsync(source)).Should().Equal(Bytes(200_000));
    }

    [Fact]
    public async Task InspectAsync_ManyCallersAtOnce_ReadTheStreamOnce()
    {
        var gate = new TaskCompletionSource();
        var stream = new ScriptedStream(Bytes(500_000), 50_000) { BeforeRead = _ => gate.Task };
        var source = MediaSource.FromStream(stream, "a.jpg");

        var calls = Enumerable.Range(0, 20).Select(_ => source.InspectAsync(default)).ToArray();
        gate.SetResult();
        var facts = await Task.WhenAll(calls);

        facts.Should().OnlyContain(it => it.Length == 500_000);
        stream.EndsReached.Should().Be(1);
        (await ReadAllAsync(source)).Should().Equal(Bytes(500_000));
    }

    [Fact]
    public async Task InspectAsync_OneOfTwoCallersGivesUp_TheOtherGetsItsAnswer()
    {
        var gate = new TaskCompletionSource();
        var source = MediaSource.FromStream(new ScriptedStream(Bytes(1000), 100) { BeforeRead = _ => gate.Task }, "a.jpg");
        using var impatience = new CancellationTokenSource();

        var impatient = source.InspectAsync(impatience.Token);
        var patient = source.InspectAsync(default);
        await impatience.CancelAsync();
        await impatient.Invoking(it => it).Should().ThrowAsync<OperationCanceledException>();
        gate.SetResult();

        (await patient).Length.Should().Be(1000);
    }

    [Fact]
    public async Task InspectAsync_CancelledHalfWay_PausesAndLosesNothing()
    {
        var reached = new TaskCompletionSource();
        var gate = new TaskCompletionSource();
        var stream = new ScriptedStream(Bytes(1000), 100)
        {
            BeforeRead = read =>
            {
                if (read != 5)
                {
                    return Task.CompletedTask;
                }

                reached.TrySetResult();
                return gate.Task;
            },
        };
        var source = MediaSource.FromStream(stream, "a.jpg");
        using var impatience = new CancellationTokenSource();
        var call = source.InspectAsync(impatience.Token);

        await reached.Task;
        await impatience.CancelAsync();
        await call.Invoking(it => it).Should().ThrowAsync<OperationCanceledException>();
        stream.BytesRead.Should().Be(500);
        gate.SetResult();

        (await source.InspectAsync(default)).Length.Should().Be(1000);
        (await ReadAllAsync(source)).Should().Equal(Bytes(1000));
    }

    [Fact]
    public async Task InspectAsync_StreamFails_ReportsTheSameFailureEachTime()
    {
        var source = MediaSource.FromStream(
            new ScriptedStream(Bytes(1000), 100) { BeforeRead = read => read == 5 ? throw new EndOfStreamException() : Task.CompletedTask }, "a.jpg");

        var first = await source.InspectAsync(default);
        var second = await source.InspectAsync(default);

        first.Failure.Should().BeOfType<EndOfStreamException>();
        second.Should().BeSameAs(first);
        var exception = source.Invoking(it => it.OpenRead()).Should().Throw<TelegramMarketingException>().Which;
        exception.Error.Should().Be(TelegramMarketingError.InvalidPost);
        exception.Violations.Should().ContainSingle().Which.Rule.Should().Be(PlanRules.MediaUnreadable);
        exception.InnerException.Should().BeSameAs(first.Failure);
    }

    [Fact]
    public async Task InspectAsync_CancelledBefore_ReadsNothing()
    {
        var stream = new ScriptedStream(Bytes(10), 10);

        await MediaSource.FromStream(stream, "a.jpg").Invoking(it => it.InspectAsync(new CancellationToken(true))).Should().ThrowAsync<OperationCanceledException>();

        stream.BytesRead.Should().Be(0);
    }

    [Fact]
    public void OpenRead_NotInspected_SaysSo() =>
        MediaSource.FromStream(Stream.Null, "a.jpg").Invoking(it => it.OpenRead()).Should().Throw<InvalidOperationException>();

    [Fact]
    public async Task Dispose_ReaderOfALargeStream_LeavesTheSourceReadable()
    {
        var source = await InspectedAsync(new ScriptedStream(Bytes(2_000_000), 100_000));
        var reader = source.OpenRead();
        await reader.DisposeAsync();

        reader.Invoking(it => it.ReadByte()).Should().Throw<ObjectDisposedException>();
        (await ReadAllAsync(source)).Should().HaveCount(2_000_000);
    }

    [SkippableFact]
    public async Task AppendAsync_MoreThanMemoryHolds_LeavesNoFileThatCouldOutliveTheProcess()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows itself deletes the file when its handle is closed.");
        var spool = new Spool();

        await spool.AppendAsync(Bytes(Spool.MemoryLimit + 1));

        File.Exists(spool.FilePath).Should().BeFalse();
        await using var reader = spool.OpenRead();
        reader.Length.Should().Be(Spool.MemoryLimit + 1);
        reader.ReadByte().Should().Be(Bytes(1)[0]);
    }

    private static async Task<MediaSource> InspectedAsync(Stream stream)
    {
        var source = MediaSource.FromStream(stream, "a.bin");
        (await source.InspectAsync(default)).Failure.Should().BeNull();
        return source;
    }

    private static async Task<byte[]> ReadAllAsync(MediaSource source)
    {
        using var copy = new MemoryStream();
        await using var stream = source.OpenRead();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }

    private static byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        for (var i = 0; i < count; i++)
        {
            bytes[i] = (byte)(i * 31 + (i >> 8));
        }

        return bytes;
    }
}
