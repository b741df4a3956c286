using System.Text.Json.Nodes;
using TelegramMarketing.Testing.World;

namespace TelegramMarketing.Testing.Wire;

/// <summary>The methods about invitation links and join requests. Called under the world's lock.</summary>
internal static class InviteMethods
{
    public static JsonNode Create(BotApiCall call)
    {
        var state = Managed(call);
        var settings = Read(call);
        var link = state.Channel.AddLink(call.Bot, isPrimary: false);
        settings(link);
        return InviteLinkJson.Of(link, call.Bot);
    }

    public static JsonNode Edit(BotApiCall call)
    {
        var link = Find(call, Managed(call));
        if (link.IsPrimary || link.IsRevoked)
        {
            throw BotApiException.Bad("INVITE_HASH_EXPIRED");
        }

        Read(call)(link);
        return InviteLinkJson.Of(link, call.Bot);
    }

    public static JsonNode Revoke(BotApiCall call)
    {
        var state = Managed(call);
        var link = Find(call, state);
        link.IsRevoked = true;
        if (link.IsPrimary)
        {
            state.Channel.AddLink(call.Bot, isPrimary: true);
        }

        return InviteLinkJson.Of(link, call.Bot);
    }

    public static JsonNode Export(BotApiCall call)
    {
        var state = Managed(call);
        foreach (var link in state.InviteLinks.Values.Where(link => link.IsPrimary && link.Creator == call.Bot))
        {
            link.IsRevoked = true;
        }

        return state.Channel.AddLink(call.Bot, isPrimary: true).Address;
    }

    public static JsonNode Decide(BotApiCall call, bool approve)
    {
        var state = ChatAccess.ToManage(call);
        if (!ChatAccess.RightsIn(call.Bot, state).CanInviteUsers)
        {
            throw BotApiException.Bad("not enough rights to manage chat join requests");
        }

        var person = call.World.FindPerson(call.Number("user_id")) ?? throw BotApiException.Bad("USER_ID_INVALID");
        if (!state.JoinRequests.ContainsKey(person))
        {
            throw BotApiException.Bad(approve && state.Members.Contains(person) ? "USER_ALREADY_PARTICIPANT" : "HIDE_REQUESTER_MISSING");
        }

        if (approve)
        {
            Admission.Approve(state.Channel, person, UserJson.Of(call.Bot));
        }
        else
        {
            Admission.Withdraw(state.Channel, person);
        }

        return true;
    }

    private static ChannelState Managed(BotApiCall call)
    {
        var state = ChatAccess.ToManage(call);
        return ChatAccess.RightsIn(call.Bot, state).CanInviteUsers ? state : throw BotApiException.Bad("not enough rights to manage chat invite link");
    }

    private static TelegramInviteLink Find(BotApiCall call, ChannelState state)
    {
        var address = call.Text("invite_link");
        if (address.Length == 0)
        {
            throw BotApiException.Bad("invite link must be non-empty");
        }

        var link = state.InviteLinks.GetValueOrDefault(address) ?? throw BotApiException.Bad("INVITE_HASH_EXPIRED");
        return link.Creator == call.Bot ? link : throw BotApiException.Bad("CHAT_ADMIN_REQUIRED");
    }

    private static Action<TelegramInviteLink> Read(BotApiCall call)
    {
        var name = call.Text("name");
        var expireDate = call.Number("expire_date");
        var limit = (int)Math.Clamp(call.Number("member_limit"), 0, 100_000);
        var createsJoinRequest = call.Flag("creates_join_request");
        if (createsJoinRequest && limit > 0)
        {
            throw BotApiException.Bad("member limit can't be specified for links requiring administrator approval");
        }

        if (expireDate > 0 && expireDate <= call.World.Now.ToUnixTimeSeconds())
        {
            throw BotApiException.Bad("EXPIRE_DATE_INVALID");
        }

        if (limit > 99_999)
        {
            throw BotApiException.Bad("USAGE_LIMIT_INVALID");
        }

        return link =>
        {
            link.Name = name.Length == 0 ? null : name.Length > 32 ? name[..32] : name;
            link.ExpireDate = expireDate > 0 ? DateTimeOffset.FromUnixTimeSeconds(expireDate) : null;
            link.MemberLimit = limit > 0 ? limit : null;
            link.CreatesJoinRequest = createsJoinRequest;
        };
    }
}
