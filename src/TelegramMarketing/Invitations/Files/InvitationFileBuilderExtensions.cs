using Microsoft.Extensions.DependencyInjection;
using TelegramMarketing.Invitations;

namespace TelegramMarketing;

/// <summary>Hands a bot's invitations over to the company's own mailing.</summary>
public static class InvitationFileBuilderExtensions
{
    /// <summary>
    /// Registers a file as a means by which invitations reach customers: a transport named <c>file</c> that appends a row of CSV (RFC 4180, UTF-8 with its mark) for each, on the disk before it
    /// counts as handed over. The columns are <c>customer</c>, <c>email</c>, <c>language</c>, <c>subject</c>, <c>text</c>, <c>address</c>, <c>opt_out_address</c>, <c>unsubscribe_address</c> and
    /// <c>invitation</c>. Calling it twice with one file is harmless.
    /// </summary>
    /// <remarks>
    /// A cell that a spreadsheet would compute (one that begins with <c>=</c>, <c>+</c>, <c>-</c>, <c>@</c>, a tab or a carriage return) begins with an apostrophe instead. Rename the file to take it away: the next row
    /// begins a new one. A file that this did not write is left as it is. What the mailing learns goes in with <see cref="IOptInInvitation.ReportAsync"/>, by the id in <c>invitation</c>. Quiet hours are the mailing's
    /// own. The file holds personal data: an erasure does not reach it.
    /// </remarks>
    /// <param name="builder">The bot's builder.</param>
    /// <param name="path">The file, in a directory that exists; created with the first row.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty or no path.</exception>
    /// <exception cref="InvalidOperationException">The bot hands its invitations to another file already.</exception>
    public static ITelegramMarketingBuilder AddInvitationFile(this ITelegramMarketingBuilder builder, string path)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var file = Path.GetFullPath(path);
        var earlier = builder.Services
            .Where(service => service.IsKeyedService && Equals(service.ServiceKey, builder.Name))
            .Select(service => service.KeyedImplementationInstance)
            .OfType<InvitationFileTransport>()
            .FirstOrDefault();
        if (earlier is null)
        {
            builder.Services.AddKeyedSingleton<IInvitationTransport>(builder.Name, new InvitationFileTransport(file));
        }
        else if (!string.Equals(earlier.Path, file, StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"AddInvitationFile was called for '{earlier.Path}' and for '{file}'. A bot has one file; name one.");
        }

        return builder;
    }
}
