namespace TelegramMarketing.BotApi;

/// <summary>What a bot may do in a channel.</summary>
internal sealed record ChannelRights(bool IsAdministrator, bool CanPost, bool CanEdit, bool CanDelete, bool CanInvite)
{
    /// <summary>The rights by name.</summary>
    public override string ToString()
    {
        if (!IsAdministrator)
        {
            return "no administrator";
        }

        var names = new List<string>();
        Name(CanPost, "post");
        Name(CanEdit, "edit");
        Name(CanDelete, "delete");
        Name(CanInvite, "invite");
        return names.Count == 0 ? "none" : string.Join(", ", names);

        void Name(bool has, string name)
        {
            if (has)
            {
                names.Add(name);
            }
        }
    }
}
