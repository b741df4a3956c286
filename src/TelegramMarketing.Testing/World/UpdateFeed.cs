using System.Text.Json.Nodes;
using TelegramMarketing.Testing.Wire;

namespace TelegramMarketing.Testing.World;

/// <summary>Tells the bots what happens. Called under the world's lock.</summary>
internal sealed class UpdateFeed(TelegramWorld world)
{
    private readonly HashSet<TelegramPost> _changedReactions = [];

    /// <summary>A post appeared. A bot hears nothing of its own, except of a pin.</summary>
    public static void Posted(TelegramPost post) => Tell(post.Channel, "channel_post", () => MessageJson.Of(post), except: post.IsService ? null : post.Bot);

    public static void Edited(TelegramPost post, TelegramBot? by = null) => Tell(post.Channel, "edited_channel_post", () => MessageJson.Of(post), except: by);

    public static void Wrote(PrivateChat chat, TelegramMessage message) => chat.Bot.Updates.Add("message", MessageJson.Of(message));

    public static void Pressed(TelegramBot bot, TelegramPerson person, string id, TelegramMessage message, string data) =>
        bot.Updates.Add("callback_query", new JsonObject
        {
            ["id"] = id,
            ["from"] = UserJson.Of(person),
            ["message"] = MessageJson.Of(message),
            ["chat_instance"] = $"{message.Chat.Id * 31}",
            ["data"] = data,
        });

    /// <summary>A person joined or left a channel.</summary>
    public void MemberChanged(TelegramChannel channel, TelegramPerson person, JsonObject by, string before, string after, TelegramInviteLink? link = null, bool viaRequest = false)
    {
        foreach (var bot in Administrators(channel))
        {
            world.PrivateChatOf(bot, person);
            var change = Change(ChatJson.Of(channel), by, Member(UserJson.Of(person), before), Member(UserJson.Of(person), after));
            if (link is not null)
            {
                change["invite_link"] = InviteLinkJson.Of(link, bot);
            }

            if (viaRequest)
            {
                change["via_join_request"] = true;
            }

            bot.Updates.Add("chat_member", change);
        }
    }

    /// <summary>A person asked to be let in.</summary>
    public void JoinRequested(TelegramChannel channel, TelegramPerson person, TelegramInviteLink? link)
    {
        foreach (var bot in Administrators(channel).Where(bot => channel.State.Bots[bot].Rights!.CanInviteUsers))
        {
            world.PrivateChatOf(bot, person).WritableUntil = world.Now + TimeSpan.FromMinutes(5);
            var request = new JsonObject
            {
                ["chat"] = ChatJson.Of(channel),
                ["from"] = UserJson.Of(person),
                ["user_chat_id"] = person.Id,
                ["date"] = world.Now.ToUnixTimeSeconds(),
            };
            if (link is not null)
            {
                request["invite_link"] = InviteLinkJson.Of(link, bot);
            }

            bot.Updates.Add("chat_join_request", request);
        }
    }

    /// <summary>What a bot is in a channel has changed.</summary>
    public void BotChanged(TelegramChannel channel, TelegramBot bot, BotMembership before, BotMembership after) =>
        bot.Updates.Add("my_chat_member", Change(ChatJson.Of(channel), UserJson.Of(world.Owner), ChatMemberJson.Of(bot, before), ChatMemberJson.Of(bot, after)));

    /// <summary>A person blocked a bot, or came back.</summary>
    public void BlockChanged(PrivateChat chat, bool isBlocked) =>
        chat.Bot.Updates.Add("my_chat_member", Change(
            ChatJson.Of(chat.Person),
            UserJson.Of(chat.Person),
            Member(UserJson.Of(chat.Bot), isBlocked ? "member" : "kicked"),
            Member(UserJson.Of(chat.Bot), isBlocked ? "kicked" : "member")));

    /// <summary>Reactions changed; the bots hear of it later, and of all changes until then at once.</summary>
    public void ReactionsChanged(TelegramPost post)
    {
        if (!_changedReactions.Add(post))
        {
            return;
        }

        if (world.Options.ReactionDelay == TimeSpan.Zero)
        {
            TellReactions(post);
            return;
        }

        ITimer? timer = null;
        timer = world.Clock.CreateTimer(
            _ =>
            {
                lock (world.Sync)
                {
                    TellReactions(post);
                    timer?.Dispose();
                }
            },
            null,
            world.Options.ReactionDelay,
            Timeout.InfiniteTimeSpan);
    }

    private static JsonObject Member(JsonObject user, string status)
    {
        var member = new JsonObject { ["user"] = user, ["status"] = status };
        if (string.Equals(status, "kicked", StringComparison.Ordinal))
        {
            member["until_date"] = 0;
        }

        return member;
    }

    private void TellReactions(TelegramPost post)
    {
        _changedReactions.Remove(post);
        Tell(post.Channel, "message_reaction_count", () => new JsonObject
        {
            ["chat"] = ChatJson.Of(post.Channel),
            ["message_id"] = post.MessageId,
            ["date"] = world.Now.ToUnixTimeSeconds(),
            ["reactions"] = new JsonArray([.. post.ReactionsByCount().Select(reaction => new JsonObject
            {
                ["type"] = new JsonObject { ["type"] = "emoji", ["emoji"] = reaction.Key },
                ["total_count"] = reaction.Value,
            })]),
        });
    }

    private static IEnumerable<TelegramBot> Administrators(TelegramChannel channel) =>
        channel.State.Bots.Where(entry => entry.Value.IsAdministrator).Select(entry => entry.Key);

    private static void Tell(TelegramChannel channel, string type, Func<JsonObject> content, TelegramBot? except = null)
    {
        foreach (var bot in Administrators(channel).Where(bot => bot != except))
        {
            bot.Updates.Add(type, content());
        }
    }

    private JsonObject Change(JsonObject chat, JsonObject from, JsonObject before, JsonObject after) => new()
    {
        ["chat"] = chat,
        ["from"] = from,
        ["date"] = world.Now.ToUnixTimeSeconds(),
        ["old_chat_member"] = before,
        ["new_chat_member"] = after,
    };
}
