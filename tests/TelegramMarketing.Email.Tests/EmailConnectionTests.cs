namespace TelegramMarketing.Email.Tests;

/// <summary>Connections are few, used again, protected and closed; and what is secret stays so.</summary>
public sealed class EmailConnectionTests
{
    [Fact]
    public async Task SendAsync_OneAfterAnother_UsesOneConnection()
    {
        await using var server = new ScriptedSmtpServer();
        await using (var transport = Mail.Transport(Mail.Options(server)))
        {
            await transport.SendAsync(Mail.Message());
            await transport.SendAsync(Mail.Message());
            await transport.SendAsync(Mail.Message("giulia@shop"));
            await transport.SendAsync(Mail.Message());
        }

        (server.Connections, server.Messages.Count).Should().Be((1, 3));
        server.Commands.Should().NotContain("NOOP", "the connection was just used").And.Contain("QUIT", "it is closed with the container");
    }

    [Fact]
    public async Task SendAsync_ManyAtOnce_HoldsToTheLimit()
    {
        await using var server = new ScriptedSmtpServer();
        await using var transport = Mail.Transport(Mail.Options(server, options => options.Connections = 3));

        var receipts = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => transport.SendAsync(Mail.Message())));

        receipts.Should().OnlyContain(receipt => receipt.Outcome == InvitationOutcome.Delivered);
        server.MostConnectionsAtOnce.Should().BeInRange(1, 3);
        server.Messages.Should().HaveCount(40);
    }

    [Theory]
    [InlineData("250 Fine", 1)]
    [InlineData("421 Gone (hang up)", 2)]
    [InlineData("(hang up)", 2)]
    public async Task SendAsync_AfterAnIdleWhile_AsksWhetherTheServerIsStillThere(string answer, int connections)
    {
        await using var server = new ScriptedSmtpServer().OnceOn("NOOP", answer);
        var clock = Mail.Clock();
        await using var transport = Mail.Transport(Mail.Options(server), clock);
        await transport.SendAsync(Mail.Message());
        clock.Advance(TimeSpan.FromMinutes(1));

        (await transport.SendAsync(Mail.Message())).Outcome.Should().Be(InvitationOutcome.Delivered);

        server.Connections.Should().Be(connections);
        server.Commands.Should().Contain("NOOP");
    }

    [Theory]
    [InlineData("421 4.7.0 Enough over one connection (hang up)")]
    [InlineData("(hang up)")]
    public async Task SendAsync_OldConnectionThatCloses_IsReplacedOnce(string answer)
    {
        await using var server = new ScriptedSmtpServer();
        await using var transport = Mail.Transport(Mail.Options(server));
        await transport.SendAsync(Mail.Message());
        server.OnceOn("MAIL", answer);

        (await transport.SendAsync(Mail.Message())).Outcome.Should().Be(InvitationOutcome.Delivered);

        (server.Connections, server.Messages.Count).Should().Be((2, 2));
    }

    [Fact]
    public async Task SendAsync_AfterARefusal_UsesTheConnectionAgain()
    {
        await using var server = new ScriptedSmtpServer().OnceOn("RCPT", "550 5.1.1 Unknown");
        await using var transport = Mail.Transport(Mail.Options(server));

        (await transport.SendAsync(Mail.Message())).Outcome.Should().Be(InvitationOutcome.Bounced);
        (await transport.SendAsync(Mail.Message())).Outcome.Should().Be(InvitationOutcome.Delivered, "what was said of one is not said of the next");

        server.Connections.Should().Be(1);
    }

    [Theory]
    [InlineData(EmailSecurity.StartTls)]
    [InlineData(EmailSecurity.Tls)]
    public async Task SendAsync_Protected_LogsInOnlyThen(EmailSecurity security)
    {
        await using var server = new ScriptedSmtpServer { IsTlsFromTheBeginning = security == EmailSecurity.Tls };
        server.Extensions.AddRange(["STARTTLS", "AUTH PLAIN"]);
        await using var transport = Mail.Transport(Mail.Options(server, options => (options.Security, options.UserName, options.Password) = (security, "aurora", Mail.Password)));

        var receipt = await transport.SendAsync(Mail.Message());

        receipt.Outcome.Should().Be(InvitationOutcome.Delivered, receipt.Reason);
        var commands = server.Commands.ToList();
        commands.Should().Contain(command => command.StartsWith("AUTH PLAIN", StringComparison.Ordinal));
        if (security == EmailSecurity.StartTls)
        {
            commands.IndexOf("STARTTLS").Should().BeInRange(0, commands.FindIndex(command => command.StartsWith("AUTH", StringComparison.Ordinal)) - 1);
        }
    }

    [Fact]
    public async Task SendAsync_ServerWithoutStartTls_IsToldNothing()
    {
        await using var server = new ScriptedSmtpServer();
        server.Extensions.Add("AUTH PLAIN");
        await using var transport = Mail.Transport(Mail.Options(server, options => (options.Security, options.UserName, options.Password) = (EmailSecurity.StartTls, "aurora", Mail.Password)));

        var receipt = await transport.SendAsync(Mail.Message());

        (receipt.Outcome, receipt.IsTransportsFault).Should().Be((InvitationOutcome.NotSent, true), receipt.Reason);
        server.Commands.Should().OnlyContain(command => command.StartsWith("EHLO", StringComparison.Ordinal) || command == "QUIT");
    }

    [Theory]
    [InlineData(EmailSecurity.StartTls)]
    [InlineData(EmailSecurity.Tls)]
    public async Task SendAsync_CertificateThatNobodySigned_IsToldNothing(EmailSecurity security)
    {
        await using var server = new ScriptedSmtpServer { IsTlsFromTheBeginning = security == EmailSecurity.Tls };
        server.Extensions.AddRange(["STARTTLS", "AUTH PLAIN"]);
        await using var transport = Mail.Transport(Mail.Options(server, options => (options.Security, options.CertificateValidation) = (security, null)));

        var receipt = await transport.SendAsync(Mail.Message());

        (receipt.Outcome, receipt.IsTransportsFault).Should().Be((InvitationOutcome.NotSent, true));
        receipt.Reason.Should().StartWith("TLS failed");
        server.Commands.Should().NotContain(command => command.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("535 5.7.8 aurora, that is wrong", "AUTH PLAIN")]
    [InlineData("454 4.7.0 Later", "AUTH PLAIN")]
    [InlineData("235 Fine", "8BITMIME")]
    public async Task SendAsync_LoginThatFails_HoldsUpTheOthers(string answer, string extension)
    {
        await using var server = new ScriptedSmtpServer().On("AUTH", answer);
        server.Extensions.Add(extension);
        await using var transport = Mail.Transport(Mail.Options(server, options => (options.UserName, options.Password) = ("aurora", Mail.Password)));

        var receipt = await transport.SendAsync(Mail.Message());

        (receipt.Outcome, receipt.IsTransportsFault).Should().Be((InvitationOutcome.NotSent, true), receipt.Reason);
        receipt.Reason.Should().NotContain("aurora").And.NotContain(Mail.Password);
    }

    [Fact]
    public async Task SendAsync_CancelledBeforehand_IsCancelled()
    {
        await using var server = new ScriptedSmtpServer();
        await using var transport = Mail.Transport(Mail.Options(server));

        var sending = () => transport.SendAsync(Mail.Message(), new CancellationToken(canceled: true));

        await sending.Should().ThrowAsync<OperationCanceledException>();
        server.Connections.Should().Be(0);
    }

    [Fact]
    public async Task SendAsync_CancelledWhileConnecting_IsCancelled()
    {
        await using var server = new ScriptedSmtpServer().On("EHLO", ScriptedSmtpServer.Silence);
        await using var transport = Mail.Transport(Mail.Options(server));
        using var cancellation = new CancellationTokenSource();

        var sending = transport.SendAsync(Mail.Message(), cancellation.Token);
        await server.ReachedAsync("EHLO");
        await cancellation.CancelAsync();

        await ((Func<Task>)(() => sending)).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task SendAsync_CancelledWhileWaitingForAConnection_IsCancelledAndLetsOthersIn()
    {
        await using var server = new ScriptedSmtpServer().On("MAIL", ScriptedSmtpServer.Silence);
        var clock = Mail.Clock();
        await using var transport = Mail.Transport(Mail.Options(server, options => options.Connections = 1), clock);
        using var cancellation = new CancellationTokenSource();
        var first = transport.SendAsync(Mail.Message());
        await server.ReachedAsync("MAIL");

        var second = transport.SendAsync(Mail.Message(), cancellation.Token);
        await cancellation.CancelAsync();
        await ((Func<Task>)(() => second)).Should().ThrowAsync<OperationCanceledException>();

        server.OnceOn("MAIL");
        clock.Advance(TimeSpan.FromMinutes(10));
        (await first).Outcome.Should().Be(InvitationOutcome.NotSent);
        (await transport.SendAsync(Mail.Message())).Outcome.Should().Be(InvitationOutcome.Delivered);
    }

    [Fact]
    public async Task SendAsync_CancelledOnceBegun_IsFinished()
    {
        using var cancellation = new CancellationTokenSource();
        await using var server = new ScriptedSmtpServer();
        server.Answers["MAIL"] = () =>
        {
            cancellation.Cancel();
            return "250 Fine";
        };
        await using var transport = Mail.Transport(Mail.Options(server));

        (await transport.SendAsync(Mail.Message(), cancellation.Token)).Outcome.Should().Be(InvitationOutcome.Delivered);
    }

    [Fact]
    public async Task SendAsync_AfterTheEnd_IsRefused()
    {
        await using var server = new ScriptedSmtpServer();
        var transport = Mail.Transport(Mail.Options(server));
        await transport.SendAsync(Mail.Message());
        transport.Dispose();

        await ((Func<Task>)(() => transport.SendAsync(Mail.Message()))).Should().ThrowAsync<ObjectDisposedException>();
    }
}
