using System.Text.Json.Nodes;
using TelegramMarketing.Testing.Time;

namespace TelegramMarketing.Testing.Wire;

/// <summary>The methods by which a bot gets its updates.</summary>
internal static class UpdateMethods
{
    private const string Terminated = "terminated by other getUpdates request; make sure that only one bot instance is running";

    public static async Task<JsonNode> GetAsync(BotApiCall call)
    {
        var offset = (int)call.Number("offset");
        var limit = call.Has("limit") ? (int)Math.Clamp(call.Number("limit"), 1, 100) : 100;
        var timeout = TimeSpan.FromSeconds(Math.Clamp(call.Number("timeout"), 0, 50));
        var updates = call.Bot.Updates;
        VirtualWait poll;
        lock (call.World.Sync)
        {
            if (updates.WebhookUrl is not null)
            {
                throw new BotApiException(409, "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
            }

            Allow(call);
            if (updates.Poll is { } other)
            {
                updates.Poll = null;
                other.Wake();
            }

            var waiting = updates.Take(offset, limit);
            if (waiting.Count > 0 || timeout == TimeSpan.Zero)
            {
                return waiting;
            }

            updates.Poll = poll = new VirtualWait(call.Activity);
        }

        await poll.WaitAsync(call.World.Clock, timeout).ConfigureAwait(false);
        lock (call.World.Sync)
        {
            if (updates.Poll != poll)
            {
                throw new BotApiException(409, Terminated);
            }

            updates.Poll = null;
            return updates.Take(offset, limit);
        }
    }

    public static BotApiResult SetWebhook(BotApiCall call)
    {
        if (call.Text("url").Length == 0)
        {
            return DeleteWebhook(call);
        }

        if (!Uri.TryCreate(call.Text("url"), UriKind.Absolute, out var url) || url.Scheme != "https")
        {
            throw BotApiException.Bad("bad webhook: An HTTPS URL must be provided for webhook");
        }

        var secret = call.Text("secret_token");
        if (secret.Length > 256)
        {
            throw BotApiException.Bad("secret token is too long");
        }

        if (secret.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter is not ('_' or '-')))
        {
            throw BotApiException.Bad("secret token contains unallowed characters");
        }

        Allow(call);
        var updates = call.Bot.Updates;
        var isSame = updates.WebhookUrl == call.Text("url");
        updates.WebhookUrl = call.Text("url");
        DropPending(call);
        if (updates.Poll is { } poll)
        {
            updates.Poll = null;
            poll.Wake();
        }

        return new BotApiResult(true, isSame ? "Webhook is already set" : "Webhook was set");
    }

    public static BotApiResult DeleteWebhook(BotApiCall call)
    {
        var updates = call.Bot.Updates;
        var wasSet = updates.WebhookUrl is not null;
        updates.WebhookUrl = null;
        DropPending(call);
        return new BotApiResult(true, wasSet ? "Webhook was deleted" : "Webhook is already deleted");
    }

    public static JsonNode WebhookInfo(BotApiCall call)
    {
        var updates = call.Bot.Updates;
        var info = new JsonObject
        {
            ["url"] = updates.WebhookUrl ?? "",
            ["has_custom_certificate"] = false,
            ["pending_update_count"] = updates.Count,
        };
        if (updates.WebhookUrl is not null)
        {
            info["max_connections"] = 40;
        }

        if (updates.Allowed is { } allowed)
        {
            info["allowed_updates"] = new JsonArray([.. allowed.Select(type => (JsonNode)type)]);
        }

        return info;
    }

    private static void DropPending(BotApiCall call)
    {
        if (call.Flag("drop_pending_updates"))
        {
            call.Bot.Updates.Clear();
        }
    }

    // What was asked for last stays, until something else is asked for.
    private static void Allow(BotApiCall call)
    {
        if (call.Array("allowed_updates") is { } types)
        {
            call.Bot.Updates.Allow(types.Select(type => type?.ToString() ?? ""));
        }
    }
}
