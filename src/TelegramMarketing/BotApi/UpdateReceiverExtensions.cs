using System.Text.Json;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace TelegramMarketing.BotApi;

/// <summary>Takes updates as Telegram posts them to a webhook.</summary>
public static class UpdateReceiverExtensions
{
    /// <summary>Handles one update in JSON; see <see cref="IUpdateReceiver.ReceiveAsync"/>.</summary>
    /// <param name="receiver">The receiver.</param>
    /// <param name="json">The body of Telegram's request.</param>
    /// <param name="cancellationToken">Cancels the handling; the update may then be handed over again.</param>
    /// <exception cref="FormatException">The text is not an update.</exception>
    public static Task ReceiveAsync(this IUpdateReceiver receiver, string json, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(receiver);
        ArgumentNullException.ThrowIfNull(json);
        return receiver.ReceiveAsync(Checked(Read(json)), cancellationToken);
    }

    /// <summary>Handles one update in JSON; see <see cref="IUpdateReceiver.ReceiveAsync"/>.</summary>
    /// <param name="receiver">The receiver.</param>
    /// <param name="json">The body of Telegram's request, in UTF-8.</param>
    /// <param name="cancellationToken">Cancels the handling; the update may then be handed over again.</param>
    /// <exception cref="FormatException">The body is not an update.</exception>
    public static async Task ReceiveAsync(this IUpdateReceiver receiver, Stream json, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(receiver);
        ArgumentNullException.ThrowIfNull(json);
        await receiver.ReceiveAsync(Checked(await ReadAsync(json, cancellationToken).ConfigureAwait(false)), cancellationToken).ConfigureAwait(false);
    }

    private static Update? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Update>(json, JsonBotAPI.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task<Update?> ReadAsync(Stream json, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<Update>(json, JsonBotAPI.Options, cancellationToken).ConfigureAwait(false);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // The reader's own message would quote the update, and with it what a person wrote.
    private static Update Checked(Update? update) => update is { Id: > 0 } ? update
        : throw new FormatException("This is not an update of Telegram's. Hand over the body of its request as it came: a JSON object with an update_id.");
}
