using System.Globalization;
using TelegramMarketing.Testing.Wire;
using TelegramMarketing.Testing.World;

namespace TelegramMarketing.Testing;

/// <summary>A channel, public or private.</summary>
public sealed class TelegramChannel
{
    internal TelegramChannel(TelegramWorld world, long id, string? username, string title)
    {
        World = world;
        Id = id;
        Username = username;
        State = new ChannelState(world, this, id) { Title = title };
        // Every channel begins with the service message that it was created, which is never deleted and never shown.
        State.TakeMessageId();
    }

    /// <summary>The id, as bots see it: <c>-100…</c>.</summary>
    public long Id { get; }

    /// <summary>The username without @; null for a private channel.</summary>
    public string? Username { get; }

    /// <summary>The title.</summary>
    public string Title
    {
        get => State.Read(state => state.Title);
        set => State.Write(state => state.Title = value);
    }

    /// <summary>The description; null for none.</summary>
    public string? Description
    {
        get => State.Read(state => state.Description);
        set => State.Write(state => state.Description = value);
    }

    /// <summary>Whether a public channel has the preview page <c>t.me/s/name</c>.</summary>
    /// <value>Defaults to <see langword="true"/>.</value>
    public bool PreviewEnabled
    {
        get => State.Read(state => state.IsPreviewEnabled);
        set => State.Write(state => state.IsPreviewEnabled = value);
    }

    /// <summary>Whether posts show who wrote them.</summary>
    /// <value>Defaults to <see langword="false"/>.</value>
    public bool SignMessages
    {
        get => State.Read(state => state.AreMessagesSigned);
        set => State.Write(state => state.AreMessagesSigned = value);
    }

    /// <summary>Whether an administrator of this public channel has to let people in who come without a link.</summary>
    /// <value>Defaults to <see langword="false"/>.</value>
    public bool JoinByRequest
    {
        get => State.Read(state => state.AreJoinsApproved);
        set => State.Write(state => state.AreJoinsApproved = value);
    }

    /// <summary>The posts that are remembered, oldest first, without service messages.</summary>
    public IReadOnlyList<TelegramPost> Posts => State.Read(state => state.Messages.Cast<TelegramPost>().Where(post => !post.IsService).ToList());

    /// <summary>The number of subscribers.</summary>
    public long Subscribers => State.Read(state => state.Subscribers);

    /// <summary>The people who joined and are still subscribers.</summary>
    public IReadOnlyCollection<TelegramPerson> Members => State.Read(state => state.Members.ToList());

    /// <summary>The people who have asked to be let in and wait for an answer.</summary>
    public IReadOnlyCollection<TelegramPerson> JoinRequests => State.Read(state => state.JoinRequests.Keys.ToList());

    /// <summary>The invitation links.</summary>
    public IReadOnlyCollection<TelegramInviteLink> InviteLinks => State.Read(state => state.InviteLinks.Values.ToList());

    internal TelegramWorld World { get; }

    internal ChannelState State { get; }

    /// <summary>Makes a bot an administrator, or gives it other rights.</summary>
    /// <param name="bot">The bot.</param>
    /// <param name="rights">What it may do; null for everything.</param>
    public void AddAdministrator(TelegramBot bot, AdministratorRights? rights = null) => SetBot(bot, BotMembership.Administrator(rights ?? AdministratorRights.All));

    /// <summary>Removes a bot, which can come back.</summary>
    public void RemoveAdministrator(TelegramBot bot) => SetBot(bot, BotMembership.Left);

    /// <summary>Bans a bot.</summary>
    public void Ban(TelegramBot bot) => SetBot(bot, BotMembership.Kicked);

    /// <summary>Bans a person.</summary>
    public void Ban(TelegramPerson person)
    {
        ArgumentNullException.ThrowIfNull(person);
        State.Write(_ => Dismiss(person, banned: true));
    }

    /// <summary>A human administrator lets somebody in who has asked, or doesn't. Nothing happens when the person isn't waiting.</summary>
    /// <param name="person">Who has asked.</param>
    /// <param name="approve">Let in, or sent away.</param>
    public void DecideJoinRequest(TelegramPerson person, bool approve)
    {
        ArgumentNullException.ThrowIfNull(person);
        State.Write(_ =>
        {
            if (approve)
            {
                Admission.Approve(this, person, UserJson.Of(World.Owner));
            }
            else
            {
                Admission.Withdraw(this, person);
            }
        });
    }

    /// <summary>A human administrator publishes a text.</summary>
    public TelegramPost AddPost(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return State.Read(state =>
        {
            var post = new TelegramPost(this, state.TakeMessageId(), World.Now)
            {
                Text = text,
                Sender = World.Owner,
                Signature = state.AreMessagesSigned ? World.Owner.FirstName : null,
            };
            state.Add(post);
            UpdateFeed.Posted(post);
            return post;
        });
    }

    /// <summary>The post with that id; null when there is none.</summary>
    public TelegramPost? FindPost(int messageId) => State.Read(state => state.Find(messageId) as TelegramPost);

    /// <summary>Adds subscribers who aren't simulated one by one, or takes some away, so that there are so many in all.</summary>
    public void SetSubscribers(long count) => State.Write(state =>
    {
        var others = state.Subscribers - state.UncountedSubscribers;
        ArgumentOutOfRangeException.ThrowIfLessThan(count, others);
        state.UncountedSubscribers = count - others;
    });

    /// <summary>
    /// Adds subscribers who read every post: fast in the first hours and along a logarithm until two days have passed. The same seed gives the same views.
    /// </summary>
    /// <param name="people">How many.</param>
    /// <param name="interest">The share of them (0 to 1) who will have read a post in the end; null for half.</param>
    public void AddAudience(int people, Func<TelegramPost, double>? interest = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(people);
        State.Write(state => state.Audiences.Add(new Audience(people, interest, World.TakeSeed(), World.Now)));
    }

    /// <summary>The owner makes an invitation link.</summary>
    public TelegramInviteLink AddInviteLink(string? name = null, bool createsJoinRequest = false) =>
        State.Read(_ => AddLink(null, isPrimary: false, name, createsJoinRequest));

    /// <summary>The title.</summary>
    public override string ToString() => Username is null ? State.Title : $"@{Username}";

    internal bool IsMeantBy(TelegramRequest request) =>
        string.Equals(request.Chat, Id.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        || (Username is not null && string.Equals(request.Chat?.TrimStart('@'), Username, StringComparison.OrdinalIgnoreCase))
        || (Username is not null && request.Parameters.GetValueOrDefault("path") is { } path && path.Split('/').Contains(Username, StringComparer.OrdinalIgnoreCase));

    internal TelegramInviteLink AddLink(TelegramBot? creator, bool isPrimary, string? name = null, bool createsJoinRequest = false)
    {
        var link = new TelegramInviteLink(this, creator, $"https://t.me/+{World.TakeSecret(16)}", isPrimary) { Name = name, CreatesJoinRequest = createsJoinRequest };
        State.InviteLinks.Add(link.Address, link);
        return link;
    }

    internal JoinResult Admit(TelegramPerson person, string? inviteLink) => Admission.Decide(this, person, inviteLink);

    internal void Dismiss(TelegramPerson person, bool banned) => Admission.End(this, person, banned);

    private void SetBot(TelegramBot bot, BotMembership membership)
    {
        ArgumentNullException.ThrowIfNull(bot);
        State.Write(state =>
        {
            var before = state.Bots.GetValueOrDefault(bot, BotMembership.Left);
            state.Bots[bot] = membership;
            if (before != membership)
            {
                World.Updates.BotChanged(this, bot, before, membership);
            }
        });
    }
}
