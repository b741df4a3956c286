using System.Text.Json.Nodes;
using TelegramMarketing.Testing.World;

namespace TelegramMarketing.Testing.Wire;

/// <summary>The methods that tell about bots, chats and members. Called under the world's lock.</summary>
internal static class ChatMethods
{
    public static JsonNode Me(BotApiCall call)
    {
        var me = UserJson.Of(call.Bot);
        me["can_join_groups"] = true;
        me["can_read_all_group_messages"] = false;
        me["supports_inline_queries"] = false;
        me["can_connect_to_business"] = false;
        me["has_main_web_app"] = false;
        me["has_topics_enabled"] = false;
        me["allows_users_to_create_topics"] = false;
        return me;
    }

    public static JsonNode Chat(BotApiCall call) => ChatJson.FullOf(ChatAccess.ToRead(call), call.Bot);

    public static JsonNode MemberCount(BotApiCall call) => ChatAccess.ToRead(call) is ChannelState state ? state.Subscribers : 2;

    public static JsonNode Member(BotApiCall call)
    {
        var id = call.Number("user_id");
        if (ChatAccess.ToRead(call) is not ChannelState state)
        {
            throw BotApiException.Bad("PARTICIPANT_ID_INVALID");
        }

        var membership = state.Bots.GetValueOrDefault(call.Bot, BotMembership.Left);
        if (call.World.Bots.FirstOrDefault(bot => bot.Id == id) is { } bot && (bot == call.Bot || membership.IsAdministrator))
        {
            return ChatMemberJson.Of(bot, state.Bots.GetValueOrDefault(bot, BotMembership.Left));
        }

        if (!membership.IsAdministrator)
        {
            throw BotApiException.Bad("CHAT_ADMIN_REQUIRED");
        }

        return call.World.FindPerson(id) is { } person ? ChatMemberJson.Of(state, person) : throw BotApiException.Bad("user not found");
    }

    public static JsonNode Administrators(BotApiCall call)
    {
        if (ChatAccess.ToRead(call) is not ChannelState state)
        {
            throw BotApiException.Bad("there are no administrators in the private chat");
        }

        var result = new JsonArray(ChatMemberJson.Of(state, call.World.Owner));
        // Other bots are not told unless asked for.
        foreach (var (bot, membership) in state.Bots.Where(entry => entry.Value.IsAdministrator && (entry.Key == call.Bot || call.Flag("return_bots"))))
        {
            result.Add(ChatMemberJson.Of(bot, membership));
        }

        return result;
    }

    public static JsonNode Leave(BotApiCall call)
    {
        var state = ChatAccess.ToManage(call);
        var before = state.Bots[call.Bot];
        state.Bots[call.Bot] = BotMembership.Left;
        call.World.Updates.BotChanged(state.Channel, call.Bot, before, BotMembership.Left);
        return true;
    }

    public static JsonNode AnswerCallback(BotApiCall call)
    {
        var text = call.Text("text");
        if (text.Length > 200)
        {
            throw BotApiException.Bad("MESSAGE_TOO_LONG");
        }

        var press = call.Bot.Updates.Presses.Take(call.Text("callback_query_id"), call.World.Now) ?? throw BotApiException.Bad("QUERY_ID_INVALID");
        press.IsAnswered = true;
        press.Answer = text.Length == 0 ? null : text;
        press.IsAlert = call.Flag("show_alert");
        return true;
    }
}
