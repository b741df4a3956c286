using System.Text;
using Microsoft.Extensions.DependencyInjection;
using TelegramMarketing.Invitations;

namespace TelegramMarketing.Tests.Invitations;

/// <summary>Invitations for the company's own mailing: each row whole in the file, or not in it and told.</summary>
public sealed class InvitationFileTests : IDisposable
{
    private const string Header = "customer,email,language,subject,text,address,opt_out_address,unsubscribe_address,invitation\r\n";
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("telegrammarketing-tests-");

    private string FilePath => Path.Combine(_directory.FullName, "invitations.csv");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task Send_ThroughTheLibrary_HandsOverARowThatCanBeMailed()
    {
        var bench = new InvitationBench();
        var module = new InvitationModule(bench.Context, bench.Sender, bench.Storage, [new InvitationFileTransport(FilePath)], isSender: () => true);
        var invitation = await module.Invitation.CreateAsync(InvitationBench.Request("4711") with { EmailAddress = "anna@example.com", Language = "it" });

        await module.Invitation.SendAsync(invitation.Id, "file");

        var text = await File.ReadAllTextAsync(FilePath);
        text.Should().StartWith(Header + "4711,anna@example.com,it,").And.EndWith($"{invitation.Address.AbsoluteUri},{invitation.OptOutAddress.AbsoluteUri},,{invitation.Id:D}\r\n");
        text.Should().Contain($"\"{invitation.Text.PlainText.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
        (await File.ReadAllBytesAsync(FilePath)).Take(3).Should().Equal(Encoding.UTF8.GetPreamble());
        (await module.Ledger.ListAsync(invitation.Id).ToListAsync()).Select(entry => entry.Kind).Should().Equal(ConsentEventKind.Invited, ConsentEventKind.HandedOver);
        var act = () => module.Invitation.SendAsync(invitation.Id, "file");
        (await act.Should().ThrowAsync<TelegramMarketingException>()).Which.Refusal.Should().Be(InvitationRefusal.DeliveredAlready);
    }

    [Fact]
    public async Task Send_FromManyThreads_WritesTheHeaderOnceAndEveryRowWhole()
    {
        var transport = new InvitationFileTransport(FilePath);

        var receipts = await Task.WhenAll(Enumerable.Range(0, 200).Select(number => Task.Run(() => transport.SendAsync(Message($"c-{number}")))));

        receipts.Should().OnlyContain(receipt => receipt.Outcome == InvitationOutcome.HandedOver);
        var lines = await File.ReadAllLinesAsync(FilePath);
        lines.Should().HaveCount(201).And.ContainSingle(line => line == Header.TrimEnd());
        lines.Skip(1).Select(line => line.Split(',')[0]).Should().BeEquivalentTo(Enumerable.Range(0, 200).Select(number => $"c-{number}"));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1,")]
    [InlineData("+39 06 1", "'+39 06 1,")]
    [InlineData("-1", "'-1,")]
    [InlineData("@SUM(A1)", "'@SUM(A1),")]
    [InlineData("\t=1", "'\t=1,")]
    [InlineData("a,\"b\"", "\"a,\"\"b\"\"\",")]
    [InlineData("Анна عربي", "Анна عربي,")]
    public async Task Send_ACellThatASpreadsheetWouldCompute_IsText(string customer, string expected)
    {
        await new InvitationFileTransport(FilePath).SendAsync(Message(customer));

        (await File.ReadAllTextAsync(FilePath))[Header.Length..].Should().StartWith(expected);
    }

    [Fact]
    public async Task Send_AfterTheFileWasTakenAway_BeginsAnother()
    {
        var transport = new InvitationFileTransport(FilePath);
        await transport.SendAsync(Message("first"));
        File.Move(FilePath, FilePath + ".taken");

        await transport.SendAsync(Message("second"));

        (await File.ReadAllTextAsync(FilePath)).Should().StartWith(Header + "second,");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(100)]
    public async Task Send_OnAFullDisk_LeavesNothingOfTheRow(int room)
    {
        await new InvitationFileTransport(FilePath).SendAsync(Message("first"));
        var before = await File.ReadAllBytesAsync(FilePath);
        var full = new InvitationFileTransport(FilePath, path => new FullDisk(path, before.Length + room));

        var receipt = await full.SendAsync(Message("second"));

        (receipt.Outcome, receipt.IsTransportsFault, receipt.Reason).Should().Be((InvitationOutcome.NotSent, true, "the file could not be written to its end: the disk is full, or failed"));
        receipt.RetryAfter.Should().BePositive();
        (await File.ReadAllBytesAsync(FilePath)).Should().Equal(before);
        (await new InvitationFileTransport(FilePath).SendAsync(Message("second"))).Outcome.Should().Be(InvitationOutcome.HandedOver, "there is room again");
    }

    [Fact]
    public async Task Send_OnADiskThatFails_MayHaveArrived()
    {
        var broken = new InvitationFileTransport(FilePath, path => new FullDisk(path, room: 150, takesBack: false));

        (await broken.SendAsync(Message("first"))).Outcome.Should().Be(InvitationOutcome.Unknown);
    }

    [Theory]
    [InlineData("name,town\r\nAnna,Roma\r\n", "*begins with other columns*")]
    [InlineData("\uFEFF" + Header + "c-1,", "*not whole*")]
    [InlineData("customer", "*begins with other columns*")]
    public async Task Send_ToAFileThatIsNotOurs_LeavesItAsItIs(string content, string reason)
    {
        await File.WriteAllTextAsync(FilePath, content);

        var receipt = await new InvitationFileTransport(FilePath).SendAsync(Message("c-2"));

        (receipt.Outcome, receipt.IsTransportsFault).Should().Be((InvitationOutcome.NotSent, true));
        receipt.Reason.Should().Match(reason);
        (await File.ReadAllBytesAsync(FilePath)).Should().Equal(Encoding.UTF8.GetBytes(content));
    }

    [Fact]
    public async Task Send_WithoutADirectoryOrToOne_IsNotSent()
    {
        var missing = await new InvitationFileTransport(Path.Combine(_directory.FullName, "none", "x.csv")).SendAsync(Message("c-1"));
        var directory = await new InvitationFileTransport(_directory.FullName).SendAsync(Message("c-1"));

        missing.Should().BeEquivalentTo(new { Outcome = InvitationOutcome.NotSent, IsTransportsFault = true, Reason = "the directory of the file does not exist" });
        directory.Should().BeEquivalentTo(new { Outcome = InvitationOutcome.NotSent, IsTransportsFault = true });
    }

    [Fact]
    public void AddInvitationFile_Twice_IsHarmlessForOneFileOnly()
    {
        var services = new ServiceCollection();
        var builder = services.AddTelegramMarketing("brand", options => options.BotToken = "1:x").AddInvitationFile(FilePath).AddInvitationFile(FilePath);

        using var provider = services.BuildServiceProvider();
        provider.GetKeyedServices<IInvitationTransport>("brand").Should().ContainSingle().Which.Should().BeEquivalentTo(new { Name = "file", KeepsQuietHours = false });
        var other = () => builder.AddInvitationFile(FilePath + "2");
        other.Should().Throw<InvalidOperationException>().WithMessage("*one file*");
    }

    private static InvitationMessage Message(string customer) => new()
    {
        Invitation = new()
        {
            Id = new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11),
            Channel = ChannelAddress.FromUsername("brand"),
            ChannelTitle = "Brand",
            Address = new("https://t.me/brand_bot?start=inv_1"),
            OptOutAddress = new("https://t.me/brand_bot?start=out_1"),
            Text = PostText.Plain("Ciao"),
            Customer = customer,
        },
        Recipient = new() { Customer = customer },
    };

    /// <summary>A file on a disk that has room up to a length.</summary>
    private sealed class FullDisk(string path, long room, bool takesBack = true) : Stream
    {
        private readonly FileStream _file = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);

        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => true;

        public override long Length => _file.Length;

        public override long Position
        {
            get => _file.Position;
            set => _file.Position = value;
        }

        public override void Flush() => _file.Flush();

        public override int Read(byte[] buffer, int offset, int count) => _file.Read(buffer, offset, count);

        public override long Seek(long offset, SeekOrigin origin) => _file.Seek(offset, origin);

        public override void SetLength(long value)
        {
            if (!takesBack)
            {
                throw new IOException("The disk is gone.");
            }

            _file.SetLength(value);
        }

        public override void Write(byte[] buffer, int offset, int count)
        {
            var written = (int)Math.Clamp(room - Position, 0, count);
            _file.Write(buffer, offset, written);
            if (written < count)
            {
                throw new IOException("No space left on device.");
            }
        }

        protected override void Dispose(bool disposing)
        {
            _file.Dispose();
            base.Dispose(disposing);
        }
    }
}
