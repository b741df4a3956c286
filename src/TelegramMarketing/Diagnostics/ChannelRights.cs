using Telegram.Bot.Types;

namespace TelegramMarketing.Diagnostics;

/// <summary>What a bot may do in a channel.</summary>
internal static class ChannelRights
{
    public static void Examine(ChannelAddress channel, ChatMember member, HealthFindings findings)
    {
        if (member is not ChatMemberAdministrator administrator)
        {
            findings.Tell(channel.ToString(), "no administrator");
            findings.Fail($"The bot is no administrator of {channel}. Make it one, with the right to post messages.");
            return;
        }

        string[] rights =
        [
            .. Named(administrator.CanPostMessages, "post"),
            .. Named(administrator.CanEditMessages, "edit"),
            .. Named(administrator.CanDeleteMessages, "delete"),
            .. Named(administrator.CanInviteUsers, "invite"),
        ];
        findings.Tell(channel.ToString(), rights.Length == 0 ? "none" : string.Join(", ", rights));
        if (!administrator.CanPostMessages)
        {
            findings.Fail($"The bot lacks the right to post messages in {channel}. Give it that right among the administrators.");
        }
    }

    private static string[] Named(bool has, string name) => has ? [name] : [];
}
