using System.Text.Json.Nodes;
using TelegramMarketing.Testing.World;

namespace TelegramMarketing.Testing.Wire;

/// <summary>The methods that delete and pin. Called under the world's lock.</summary>
internal static class ManageMethods
{
    private static readonly TimeSpan _deletableFor = TimeSpan.FromHours(48);

    public static JsonNode Delete(BotApiCall call)
    {
        var chat = ChatAccess.ToRead(call);
        var message = chat.Find(ChatAccess.MessageId(call, "message to delete")) ?? throw BotApiException.Bad("message to delete not found");
        ThrowIfUndeletable(call, message);
        chat.Remove(message);
        return true;
    }

    public static JsonNode DeleteMany(BotApiCall call)
    {
        var chat = ChatAccess.ToRead(call);
        var ids = call.Numbers("message_ids");
        if (ids.Count == 0)
        {
            throw BotApiException.Bad("message identifiers are not specified");
        }

        if (ids.Count > 100)
        {
            throw BotApiException.Bad("too many message identifiers specified");
        }

        var messages = ids.Distinct().Select(chat.Find).OfType<TelegramMessage>().ToList();
        messages.ForEach(message => ThrowIfUndeletable(call, message));
        messages.ForEach(chat.Remove);
        return true;
    }

    public static JsonNode Pin(BotApiCall call)
    {
        var (state, rights) = Pinnable(call);
        var message = state.Find(ChatAccess.MessageId(call, "message to pin")) ?? throw BotApiException.Bad("message to pin not found");
        ThrowUnlessPinner(rights);
        if (message.IsService)
        {
            throw BotApiException.Bad("service messages can't be pinned");
        }

        if (!state.Pinned.Contains(message.MessageId))
        {
            state.Pinned.Add(message.MessageId);
            var service = (TelegramPost)MessageFactory.Create(call, state);
            service.Pinned = message;
            service.IsSilent = true;
            MessageFactory.Add(service);
        }

        return true;
    }

    public static JsonNode Unpin(BotApiCall call)
    {
        var (state, rights) = Pinnable(call);
        ThrowUnlessPinner(rights);
        var id = call.Has("message_id") ? ChatAccess.MessageId(call, "message to unpin") : state.Pinned.LastOrDefault();
        if (id == 0 || state.Find(id) is null)
        {
            throw BotApiException.Bad("message to unpin not found");
        }

        state.Pinned.Remove(id);
        return true;
    }

    private static (ChannelState State, AdministratorRights Rights) Pinnable(BotApiCall call) =>
        ChatAccess.ToRead(call) is ChannelState state
            ? (state, ChatAccess.RightsIn(call.Bot, state))
            : throw new NotSupportedException("InMemoryTelegram knows pinning in channels only.");

    private static void ThrowUnlessPinner(AdministratorRights rights)
    {
        if (!rights.CanEditMessages)
        {
            throw BotApiException.Bad("not enough rights to manage pinned messages in the chat");
        }
    }

    private static void ThrowIfUndeletable(BotApiCall call, TelegramMessage message)
    {
        var mayDelete = true;
        if (message.Chat is ChannelState state)
        {
            var rights = ChatAccess.RightsIn(call.Bot, state);
            mayDelete = rights.CanDeleteMessages || (message.Bot == call.Bot && rights.CanPostMessages);
        }

        if (!mayDelete || call.World.Now >= message.Date + _deletableFor)
        {
            throw BotApiException.Bad("message can't be deleted");
        }
    }
}
