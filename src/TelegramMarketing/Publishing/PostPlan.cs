using System.Globalization;
using TelegramMarketing.Publishing;

namespace TelegramMarketing;

/// <summary>
/// What becomes of a post, decided before anything is sent: its messages, in order, and every rule of Telegram's that it breaks.
/// </summary>
/// <remarks>
/// <see cref="Create(Post)"/> looks at the post alone. <see cref="IChannelPublisher.PlanAsync"/> also inspects its files: whether they
/// are there, their size in bytes and, for photos, in pixels. A plan keeps lists of its own; changing the post's lists afterwards doesn't change it.
/// </remarks>
public sealed record PostPlan
{
    private static readonly Dictionary<MediaSource, MediaFacts> NoFacts = [];

    /// <summary>
    /// The sends, in order. They are decided even when there are <see cref="Violations"/>, to be looked at; empty when there is nothing to send.
    /// </summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<PlannedMessage> Messages { get; init; } = [];

    /// <summary>Every rule that the post breaks, all at once.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<PlanViolation> Violations { get; init; } = [];

    /// <summary>No rule is broken, and there is something to send.</summary>
    public bool IsSendable => Violations.Count == 0 && Messages.Count > 0;

    /// <summary>Plans a post. Reads no file and calls nobody; a post that breaks rules gives <see cref="Violations"/>, never an exception.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="post"/> is null.</exception>
    public static PostPlan Create(Post post) => Create(post, NoFacts, UploadLimits.Cloud);

    /// <summary>Does nothing when the plan can be sent.</summary>
    /// <exception cref="TelegramMarketingException">
    /// It cannot: <see cref="TelegramMarketingError.InvalidPost"/>, with all <see cref="Violations"/> in the exception and in its message.
    /// </exception>
    public void ThrowIfNotSendable()
    {
        if (!IsSendable)
        {
            throw new TelegramMarketingException(TelegramMarketingError.InvalidPost, Refusal()) { Violations = Violations };
        }
    }

    /// <summary>A short summary for people, such as <c>2 messages: album of 4, text (812 characters, 2 buttons)</c>. Holds nothing of the text.</summary>
    public override string ToString()
    {
        var messages = Messages.Count switch
        {
            0 => "no messages",
            1 => $"1 message: {Messages[0]}",
            var count => string.Create(CultureInfo.InvariantCulture, $"{count} messages: {string.Join(", ", Messages)}"),
        };
        return Violations.Count == 0 ? messages : $"{messages}; broken: {string.Join(", ", Violations.Select(violation => violation.Rule))}";
    }

    /// <summary>Plans with what is known about the media and with the limits of the Bot API server.</summary>
    internal static PostPlan Create(Post post, IReadOnlyDictionary<MediaSource, MediaFacts> facts, UploadLimits limits)
    {
        ArgumentNullException.ThrowIfNull(post);
        return new PostPlanner(post, facts, limits).Plan();
    }

    /// <summary>The one message, for an edit.</summary>
    /// <exception cref="TelegramMarketingException">It breaks a rule, or takes more than one message.</exception>
    internal PlannedMessage OnlyMessage()
    {
        ThrowIfNotSendable();
        if (Messages.Count != 1 || Messages[0].IsAlbum)
        {
            var violation = new PlanViolation("edit-one-message", $"An edit replaces one message, and this post would take {Messages.Count} (or an album). Shorten the text, or edit the items of an album one by one.");
            throw new TelegramMarketingException(TelegramMarketingError.InvalidPost, violation.Message) { Violations = [violation] };
        }

        return Messages[0];
    }

    private string Refusal() => Violations.Count == 0
        ? "The plan has no messages. Nothing was sent."
        : string.Create(
            CultureInfo.InvariantCulture,
            $"The post breaks {Violations.Count} {(Violations.Count == 1 ? "rule" : "rules")} of Telegram's, and nothing was sent:{string.Concat(Violations.Select(violation => $"{Environment.NewLine}- {violation.Rule}: {violation.Message}"))}");
}
