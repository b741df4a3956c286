namespace TelegramMarketing.Email;

/// <summary>What an invitation says in an e-mail: its lines, with the e-mail's own ways out in the place of the one that needs Telegram.</summary>
internal sealed record EmailContent
{
    public required string Title { get; init; }

    public required string Language { get; init; }

    public required bool IsRightToLeft { get; init; }

    public required string Subject { get; init; }

    public required string ButtonLabel { get; init; }

    /// <summary>The address of the button, in ASCII.</summary>
    public required string Address { get; init; }

    /// <summary>The ways out, at least one, best first: addresses of pages and of a mailbox.</summary>
    public required IReadOnlyList<EmailLink> WaysOut { get; init; }

    /// <summary>The paragraphs, each of its lines.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Paragraphs { get; init; }

    /// <summary>The lines with the way out, which stand at the foot.</summary>
    public required IReadOnlyList<string> Foot { get; init; }

    /// <summary>The whole as plain text.</summary>
    public string PlainText => string.Join("\n\n", [.. Paragraphs.Select(lines => string.Join('\n', lines)), string.Join('\n', Foot)]) + "\n";

    public static EmailContent Of(Invitation invitation, IReadOnlyList<EmailLink> waysOut)
    {
        var wayOut = string.Join(" · ", waysOut.Select(link => link.Text));
        var lines = invitation.Text.PlainText
            .Replace(invitation.OptOutAddress.AbsoluteUri, wayOut, StringComparison.Ordinal)
            .Replace(invitation.Address.AbsoluteUri, ToAscii(invitation.Address), StringComparison.Ordinal)
            .ReplaceLineEndings("\n");
        var foot = lines.Split('\n').Where(line => line.Contains(wayOut, StringComparison.Ordinal)).ToList();
        var paragraphs = lines.Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(paragraph => (IReadOnlyList<string>)[.. paragraph.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && !line.Contains(wayOut, StringComparison.Ordinal))])
            .Where(paragraph => paragraph.Count > 0);
        var language = IsTag(invitation.Language) ? invitation.Language : "en";
        return new EmailContent
        {
            Title = OneLine(invitation.ChannelTitle),
            Language = language,
            IsRightToLeft = RightToLeft.Is(language),
            Subject = OneLine(invitation.Subject) is { Length: > 0 } subject ? subject : OneLine(invitation.ChannelTitle),
            ButtonLabel = OneLine(invitation.ButtonLabel) is { Length: > 0 } label ? label : OneLine(invitation.ChannelTitle),
            Address = ToAscii(invitation.Address),
            WaysOut = waysOut,
            Paragraphs = [.. paragraphs],
            Foot = foot.Count > 0 ? [.. foot.Select(line => line.Trim())] : [wayOut],
        };
    }

    /// <summary>A text that cannot begin a new line of a header: what would is a space.</summary>
    public static string OneLine(string text) =>
        string.Create(text.Length, text, static (line, source) =>
        {
            for (var index = 0; index < source.Length; index++)
            {
                line[index] = char.IsControl(source[index]) || source[index] is '\u2028' or '\u2029' ? ' ' : source[index];
            }
        }).Trim();

    /// <summary>An address in ASCII, also where its host is international.</summary>
    public static string ToAscii(Uri address) => new UriBuilder(address) { Host = address.IdnHost }.Uri.AbsoluteUri;

    private static bool IsTag(string language) => language.Length is > 0 and <= 35 && language.All(character => char.IsAsciiLetterOrDigit(character) || character == '-');
}
