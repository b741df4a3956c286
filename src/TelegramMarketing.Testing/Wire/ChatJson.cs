using System.Text.Json.Nodes;
using TelegramMarketing.Testing.World;

namespace TelegramMarketing.Testing.Wire;

/// <summary>Chats as the Bot API writes them.</summary>
internal static class ChatJson
{
    public static JsonObject Of(Chat chat) => chat switch
    {
        ChannelState state => Of(state.Channel),
        PrivateChat { Person: var person } => Of(person),
        _ => throw new ArgumentOutOfRangeException(nameof(chat)),
    };

    public static JsonObject Of(TelegramChannel channel)
    {
        var chat = new JsonObject { ["id"] = channel.Id, ["title"] = channel.State.Title };
        if (channel.Username is not null)
        {
            chat["username"] = channel.Username;
        }

        chat["type"] = "channel";
        return chat;
    }

    public static JsonObject Of(TelegramPerson person)
    {
        var chat = new JsonObject { ["id"] = person.Id, ["first_name"] = person.FirstName };
        if (person.Username is not null)
        {
            chat["username"] = person.Username;
        }

        chat["type"] = "private";
        return chat;
    }

    /// <summary>The answer of <c>getChat</c>.</summary>
    public static JsonObject FullOf(Chat chat, TelegramBot bot)
    {
        var result = Of(chat);
        if (chat is ChannelState state)
        {
            if (state.Channel.Username is { } username)
            {
                result["active_usernames"] = new JsonArray(username);
            }

            if (state.Description is not null)
            {
                result["description"] = state.Description;
            }

            if (state.Bots.GetValueOrDefault(bot)?.Rights?.CanInviteUsers == true
                && state.InviteLinks.Values.FirstOrDefault(link => link.Creator == bot && link.IsPrimary && !link.IsRevoked) is { } link)
            {
                result["invite_link"] = link.Address;
            }

            if (state.Pinned.Count > 0 && state.Find(state.Pinned[^1]) is { } pinned)
            {
                result["pinned_message"] = MessageJson.Of(pinned);
            }
        }

        result["accepted_gift_types"] = new JsonObject
        {
            ["unlimited_gifts"] = true,
            ["limited_gifts"] = true,
            ["unique_gifts"] = true,
            ["premium_subscription"] = false,
            ["gifts_from_channels"] = true,
        };
        result["max_reaction_count"] = 11;
        result["accent_color_id"] = 0;
        return result;
    }
}
