using System.Text.Json.Nodes;
using TelegramMarketing.Testing.World;

namespace TelegramMarketing.Testing.Wire;

/// <summary>Members of a channel as the Bot API writes them.</summary>
internal static class ChatMemberJson
{
    public static JsonObject Of(TelegramBot bot, BotMembership membership)
    {
        var member = new JsonObject { ["user"] = UserJson.Of(bot), ["status"] = membership.Status };
        if (membership.Rights is not { } rights)
        {
            if (string.Equals(membership.Status, "kicked", StringComparison.Ordinal))
            {
                member["until_date"] = 0;
            }

            return member;
        }

        member["can_be_edited"] = false;
        member["can_manage_chat"] = true;
        member["can_change_info"] = false;
        member["can_post_messages"] = rights.CanPostMessages;
        member["can_edit_messages"] = rights.CanEditMessages;
        member["can_delete_messages"] = rights.CanDeleteMessages;
        member["can_invite_users"] = rights.CanInviteUsers;
        member["can_restrict_members"] = true;
        member["can_promote_members"] = false;
        member["can_manage_video_chats"] = false;
        member["can_post_stories"] = false;
        member["can_edit_stories"] = false;
        member["can_delete_stories"] = false;
        member["can_manage_direct_messages"] = false;
        member["is_anonymous"] = false;
        return member;
    }

    public static JsonObject Of(ChannelState state, TelegramPerson person)
    {
        var status = person == state.World.Owner ? "creator"
            : state.Members.Contains(person) ? "member"
            : state.BannedPeople.Contains(person) ? "kicked"
            : "left";
        var member = new JsonObject { ["user"] = UserJson.Of(person), ["status"] = status };
        if (status == "creator")
        {
            member["is_anonymous"] = false;
        }
        else if (status == "kicked")
        {
            member["until_date"] = 0;
        }

        return member;
    }
}
