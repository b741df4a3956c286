using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace TelegramMarketing.Email.Tests;

/// <summary>Logs are read by many: whom the company writes to, and what it logs in with, stands in none.</summary>
public sealed class EmailPrivacyTests
{
    [Theory]
    [InlineData("RCPT", "550 5.1.1 <giulia.rossi@shop.example> unknown")]
    [InlineData("RCPT", "450 4.2.1 giulia.rossi@shop.example is busy")]
    [InlineData("MAIL", "553 5.7.1 news@aurora.example is not s3cr3t-of-the-mail-server")]
    [InlineData("DATA", "554 5.7.1 giulia.rossi@shop.example")]
    [InlineData("(message)", "550 5.7.1 giulia.rossi@shop.example: Panificio Aurora su Telegram")]
    [InlineData("(message)", "(hang up)")]
    [InlineData("(message)", "250 2.0.0 giulia.rossi@shop.example")]
    [InlineData("(greeting)", "554 5.7.1 s3cr3t-of-the-mail-server")]
    [InlineData("AUTH", "535 5.7.8 aurora-login s3cr3t-of-the-mail-server")]
    public async Task SendAsync_WhateverTheServerSays_LogAndReceiptNameNobody(string command, string answer)
    {
        await using var server = new ScriptedSmtpServer().On(command, answer);
        server.Extensions.Add("AUTH PLAIN");
        var logger = new FakeLogger();
        await using var transport = Mail.Transport(Mail.Options(server, options => (options.UserName, options.Password) = ("aurora-login", Mail.Password)), logger: logger);

        var receipt = await transport.SendAsync(Mail.Message());
        await transport.SendAsync(Mail.Message("giulia.rossi@shop"));

        var said = logger.Collector.GetSnapshot().Where(record => record.Level > LogLevel.Trace).Select(record => $"{record.Message} {record.Exception}").Append($"{receipt}").ToList();
        said.Should().HaveCountGreaterThan(2, "else nothing was logged that could be wrong");
        said.Should().OnlyContain(text => !text.Contains("giulia", StringComparison.OrdinalIgnoreCase) && !text.Contains("shop.example", StringComparison.OrdinalIgnoreCase)
            && !text.Contains(Mail.Password, StringComparison.Ordinal) && !text.Contains("aurora-login", StringComparison.Ordinal) && !text.Contains("Panificio", StringComparison.Ordinal));
        said.Should().Contain(text => text.Contains("0192f1aa", StringComparison.Ordinal), "the invitation is named");
    }

    [Fact]
    public async Task SendAsync_AtTrace_NamesTheAddressAndNoPassword()
    {
        await using var server = new ScriptedSmtpServer();
        var logger = new FakeLogger();
        await using var transport = Mail.Transport(Mail.Options(server), logger: logger);

        await transport.SendAsync(Mail.Message());

        logger.Collector.GetSnapshot().Where(record => record.Level == LogLevel.Trace).Should().ContainSingle().Which.Message.Should().Contain(Mail.Customer);
    }
}
