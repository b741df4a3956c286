using System.Globalization;
using TelegramMarketing.Testing.World;

namespace TelegramMarketing.Testing.Wire;

/// <summary>Finds the chat that a call is about, and says whether the bot may. Called under the world's lock.</summary>
internal static class ChatAccess
{
    /// <summary>A chat that the bot may look at.</summary>
    public static Chat ToRead(BotApiCall call, string parameter = "chat_id")
    {
        var chat = Find(call, parameter);
        if (chat is ChannelState state)
        {
            ThrowIfShutOut(call.Bot, state, needsMembership: state.Channel.Username is null);
        }

        return chat;
    }

    /// <summary>A chat that the bot may send to.</summary>
    public static Chat ToSend(BotApiCall call)
    {
        var chat = Find(call, "chat_id");
        if (chat is PrivateChat privateChat)
        {
            ThrowIfUnwanted(privateChat);
        }
        else if (chat is ChannelState state && !RightsIn(call.Bot, state).CanPostMessages)
        {
            throw BotApiException.Bad("need administrator rights in the channel chat");
        }

        return chat;
    }

    /// <summary>A channel that the bot is an administrator of.</summary>
    public static ChannelState ToManage(BotApiCall call) => Find(call, "chat_id") switch
    {
        ChannelState state when RightsIn(call.Bot, state) is not null => state,
        _ => throw BotApiException.Bad("method is available only for supergroup and channel chats"),
    };

    /// <summary>The bot's rights; throws when it isn't in the channel.</summary>
    public static AdministratorRights RightsIn(TelegramBot bot, ChannelState state)
    {
        ThrowIfShutOut(bot, state, needsMembership: true);
        return state.Bots[bot].Rights!;
    }

    public static int MessageId(BotApiCall call, string what)
    {
        var id = call.Number("message_id");
        return id is > 0 and <= int.MaxValue ? (int)id
            : call.Has("message_id") ? throw BotApiException.Bad($"{what} not found")
            : throw BotApiException.Bad("message identifier is not specified");
    }

    private static Chat Find(BotApiCall call, string parameter)
    {
        var text = call.Text(parameter);
        if (text.Length == 0)
        {
            throw BotApiException.Bad($"{parameter} is empty");
        }

        if (text[0] == '@')
        {
            var named = call.World.FindChannel(text[1..])?.State ?? throw NotFound();
            named.Bots.TryAdd(call.Bot, BotMembership.Left);
            return named;
        }

        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id))
        {
            throw NotFound();
        }

        if (id < 0)
        {
            var state = call.World.FindChannel(id)?.State;
            // A channel that the bot has never seen doesn't exist for it.
            return state?.Bots.ContainsKey(call.Bot) == true ? state : throw NotFound();
        }

        if (call.World.Bots.Any(bot => bot.Id == id))
        {
            throw BotApiException.Forbidden("the bot can't send messages to the bot");
        }

        return call.World.FindPerson(id) is { } person && call.World.FindPrivateChat(call.Bot, person) is { } chat ? chat : throw NotFound();
    }

    private static void ThrowIfUnwanted(PrivateChat chat)
    {
        if (chat.IsBlocked)
        {
            throw BotApiException.Forbidden("bot was blocked by the user");
        }

        if (!chat.IsStarted && chat.WritableUntil <= chat.World.Now)
        {
            throw BotApiException.Forbidden("bot can't initiate conversation with a user");
        }
    }

    private static void ThrowIfShutOut(TelegramBot bot, ChannelState state, bool needsMembership)
    {
        var membership = state.Bots.GetValueOrDefault(bot, BotMembership.Left);
        if (membership == BotMembership.Kicked)
        {
            throw BotApiException.Forbidden("bot was kicked from the channel chat");
        }

        if (needsMembership && !membership.IsAdministrator)
        {
            throw BotApiException.Forbidden("bot is not a member of the channel chat");
        }
    }

    private static BotApiException NotFound() => BotApiException.Bad("chat not found");
}
