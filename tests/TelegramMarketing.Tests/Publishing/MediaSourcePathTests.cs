using TelegramMarketing.Publishing;

namespace TelegramMarketing.Tests.Publishing;

public sealed class MediaSourcePathTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("media-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task InspectAsync_File_TellsItsLength()
    {
        var source = MediaSource.FromPath(Write("catalogue.pdf", 1234));

        (await source.InspectAsync(default)).Should().Be(new MediaFacts { Length = 1234 });
        source.FileName.Should().Be("catalogue.pdf");
    }

    [Fact]
    public async Task InspectAsync_NoFile_IsMissing()
    {
        (await MediaSource.FromPath(PathOf("none.jpg")).InspectAsync(default)).Exists.Should().BeFalse();
        (await MediaSource.FromPath(PathOf("no/such/directory.jpg")).InspectAsync(default)).Exists.Should().BeFalse();
    }

    [Fact]
    public async Task InspectAsync_Directory_IsUnreadable() =>
        (await MediaSource.FromPath(_directory).InspectAsync(default)).Failure.Should().NotBeNull();

    [Fact]
    public async Task InspectAsync_FileWrittenLater_SeesIt()
    {
        var source = MediaSource.FromPath(PathOf("late.jpg"));
        (await source.InspectAsync(default)).Exists.Should().BeFalse();

        Write("late.jpg", 7);

        (await source.InspectAsync(default)).Length.Should().Be(7);
    }

    [Fact]
    public async Task OpenRead_FileGoneSincePlanned_IsTheViolationThatPlanningWouldFind()
    {
        var path = Write("dress.jpg", 10);
        var source = MediaSource.FromPath(path);
        (await source.InspectAsync(default)).Exists.Should().BeTrue();
        File.Delete(path);

        var exception = source.Invoking(it => it.OpenRead()).Should().Throw<TelegramMarketingException>().Which;

        exception.Error.Should().Be(TelegramMarketingError.InvalidPost);
        exception.Violations.Should().ContainSingle().Which.Rule.Should().Be(PlanRules.MediaMissing);
        exception.Message.Should().Contain("dress.jpg").And.NotContain(_directory);
    }

    [Fact]
    public void FindFileId_Uploaded_IsPerBotAndKind()
    {
        var source = MediaSource.FromPath(Write("dress.jpg", 10));
        source.OpenRead().Dispose();
        source.RememberFileId("brand-a", PostMediaKind.Photo, "id-a");

        source.FindFileId("brand-a", PostMediaKind.Photo).Should().Be("id-a");
        source.FindFileId("brand-a", PostMediaKind.Document).Should().BeNull();
        source.FindFileId("brand-b", PostMediaKind.Photo).Should().BeNull();
    }

    [Fact]
    public void FindFileId_FileChangedSinceUploaded_IsUploadedAgain()
    {
        var path = Write("dress.jpg", 10);
        var source = MediaSource.FromPath(path);
        source.OpenRead().Dispose();
        source.RememberFileId("bot", PostMediaKind.Photo, "old");

        Write("dress.jpg", 11);
        source.FindFileId("bot", PostMediaKind.Photo).Should().BeNull();
        source.OpenRead().Dispose();
        source.RememberFileId("bot", PostMediaKind.Photo, "new");
        source.FindFileId("bot", PostMediaKind.Photo).Should().Be("new");

        File.SetLastWriteTimeUtc(path, File.GetLastWriteTimeUtc(path).AddSeconds(1));
        source.FindFileId("bot", PostMediaKind.Photo).Should().BeNull();
    }

    [Fact]
    public void RememberFileId_FileChangedDuringTheUpload_IsNotRemembered()
    {
        var source = MediaSource.FromPath(Write("dress.jpg", 10));
        source.OpenRead().Dispose();
        Write("dress.jpg", 11);

        source.RememberFileId("bot", PostMediaKind.Photo, "id");

        source.FindFileId("bot", PostMediaKind.Photo).Should().BeNull();
    }

    [Fact]
    public async Task FindFileId_Stream_IsKept()
    {
        var source = MediaSource.FromStream(new MemoryStream(new byte[3]), "a.jpg");
        await source.InspectAsync(default);
        source.OpenRead().Dispose();
        source.RememberFileId("bot", PostMediaKind.Photo, "id");

        source.FindFileId("bot", PostMediaKind.Photo).Should().Be("id");
    }

    [Fact]
    public async Task RemoteSources_NothingToOpen()
    {
        var url = MediaSource.FromUrl(new("https://example.com/a.jpg"));
        var fileId = MediaSource.FromFileId("AgACAg");

        (await url.InspectAsync(default)).Should().Be(MediaFacts.Remote);
        (await fileId.InspectAsync(default)).Should().Be(MediaFacts.Remote);
        url.FindFileId("bot", PostMediaKind.Photo).Should().BeNull();
        fileId.FindFileId("bot", PostMediaKind.Photo).Should().Be("AgACAg");
        url.Invoking(it => it.OpenRead()).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void From_WrongArgument_Throws()
    {
        using var closed = new MemoryStream();
        closed.Dispose();

        FluentActions.Invoking(() => MediaSource.FromPath(" ")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => MediaSource.FromPath("images/")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => MediaSource.FromStream(closed, "a.jpg")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => MediaSource.FromStream(Stream.Null, "a\r\nb.jpg")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => MediaSource.FromStream(Stream.Null, "images/")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => MediaSource.FromUrl(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => MediaSource.FromFileId("")).Should().Throw<ArgumentException>();
    }

    private string Write(string name, int length)
    {
        File.WriteAllBytes(PathOf(name), new byte[length]);
        return PathOf(name);
    }

    private string PathOf(string name) => Path.Combine(_directory, name);
}
