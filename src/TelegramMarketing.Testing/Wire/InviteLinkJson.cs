using System.Text.Json.Nodes;

namespace TelegramMarketing.Testing.Wire;

/// <summary>Invitation links as the Bot API writes them.</summary>
internal static class InviteLinkJson
{
    /// <param name="link">The link.</param>
    /// <param name="reader">The bot that reads it: of the links of others it sees only the beginning.</param>
    public static JsonObject Of(TelegramInviteLink link, TelegramBot reader)
    {
        var address = link.Creator == reader ? link.Address : $"{link.Address[..^8]}...";
        var result = new JsonObject { ["invite_link"] = address };
        if (link.Name is not null)
        {
            result["name"] = link.Name;
        }

        result["creator"] = link.Creator is null ? UserJson.Of(link.Channel.World.Owner) : UserJson.Of(link.Creator);
        if (link.ExpireDate is { } expireDate)
        {
            result["expire_date"] = expireDate.ToUnixTimeSeconds();
        }

        if (link.MemberLimit is { } limit)
        {
            result["member_limit"] = limit;
        }

        var pending = link.Channel.State.JoinRequests.Values.Count(request => request.Link == link);
        if (pending > 0)
        {
            result["pending_join_request_count"] = pending;
        }

        result["creates_join_request"] = link.CreatesJoinRequest;
        result["is_primary"] = link.IsPrimary;
        result["is_revoked"] = link.IsRevoked;
        return result;
    }
}
