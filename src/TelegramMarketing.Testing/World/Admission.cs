using System.Text.Json.Nodes;
using TelegramMarketing.Testing.Wire;

namespace TelegramMarketing.Testing.World;

/// <summary>How people come into a channel and leave it. Called under the world's lock.</summary>
internal static class Admission
{
    /// <summary>A person wants to join, by a link or without.</summary>
    public static JoinResult Decide(TelegramChannel channel, TelegramPerson person, string? inviteLink)
    {
        var state = channel.State;
        var link = inviteLink is null ? null : state.InviteLinks.GetValueOrDefault(inviteLink);
        if (state.BannedPeople.Contains(person))
        {
            return JoinResult.Banned;
        }

        if (state.Members.Contains(person))
        {
            return JoinResult.AlreadyMember;
        }

        if (inviteLink is not null && link?.WorksAt(state.World.Now) != true)
        {
            return JoinResult.LinkDoesNotWork;
        }

        if (link is null && channel.Username is null)
        {
            return JoinResult.NeedsLink;
        }

        if (link?.CreatesJoinRequest ?? state.AreJoinsApproved)
        {
            state.JoinRequests[person] = new JoinRequest(state.World.Now, link);
            state.World.Updates.JoinRequested(channel, person, link);
            return JoinResult.Requested;
        }

        Enter(channel, person, by: null, link);
        return JoinResult.Joined;
    }

    /// <summary>An administrator lets somebody in who has asked.</summary>
    public static void Approve(TelegramChannel channel, TelegramPerson person, JsonObject by)
    {
        if (Withdraw(channel, person) is { } request)
        {
            Enter(channel, person, by, request.Link);
        }
    }

    /// <summary>The request is over: nobody decides it any more, and bots may no longer write because of it.</summary>
    public static JoinRequest? Withdraw(TelegramChannel channel, TelegramPerson person)
    {
        if (!channel.State.JoinRequests.Remove(person, out var request))
        {
            return null;
        }

        foreach (var chat in channel.World.PrivateChatsOf(person))
        {
            chat.WritableUntil = channel.World.Now;
        }

        return request;
    }

    /// <summary>A person leaves or is banned.</summary>
    public static void End(TelegramChannel channel, TelegramPerson person, bool banned)
    {
        var state = channel.State;
        Withdraw(channel, person);
        var wasMember = state.Members.Remove(person);
        if (banned ? state.BannedPeople.Add(person) : wasMember)
        {
            var by = UserJson.Of(banned ? state.World.Owner : person);
            state.World.Updates.MemberChanged(channel, person, by, wasMember ? "member" : "left", banned ? "kicked" : "left");
        }
    }

    private static void Enter(TelegramChannel channel, TelegramPerson person, JsonObject? by, TelegramInviteLink? link)
    {
        channel.State.Members.Add(person);
        if (link is not null)
        {
            link.Joins++;
        }

        // Most apps join a public channel directly even when it was opened through a link, so that the link isn't told.
        var told = channel.Username is null || by is not null ? link : null;
        channel.World.Updates.MemberChanged(channel, person, by ?? UserJson.Of(person), "left", "member", told, viaRequest: by is not null && link is null);
    }
}
