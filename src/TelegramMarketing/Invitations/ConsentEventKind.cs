namespace TelegramMarketing;

/// <summary>What happened to an invitation. Later versions may add kinds. The numbers are stored.</summary>
public enum ConsentEventKind
{
    /// <summary>An invitation was created.</summary>
    Invited = 0,

    /// <summary>It was delivered: accepted by Telegram, or by a mail server.</summary>
    Delivered = 1,

    /// <summary>It could not be delivered, for good.</summary>
    Bounced = 2,

    /// <summary>The person followed its link to the bot and pressed start.</summary>
    BotStarted = 3,

    /// <summary>The person joined the channel.</summary>
    Joined = 4,

    /// <summary>The person left the channel, or was removed from it.</summary>
    Left = 5,

    /// <summary>The customer wants no more invitations: none at all, or none by <see cref="ConsentEvent.Transport"/>.</summary>
    OptedOut = 6,

    /// <summary>Its link was followed, as the company's own page reports. Never told by a hidden picture.</summary>
    Opened = 7,

    /// <summary>The person has answered the bot's question with yes; <see cref="ConsentEvidence.WordingHash"/> is of what they were asked.</summary>
    Consented = 8,

    /// <summary>The person has asked to be let into a private channel.</summary>
    Requested = 9,

    /// <summary>The customer has complained, as by "this is spam"; that is an opt-out as well.</summary>
    Complained = 10,

    /// <summary>Who the customer is was deleted.</summary>
    Erased = 11,

    /// <summary>It was handed to the company's own mailing; whether it arrived is not known here.</summary>
    HandedOver = 12,

    /// <summary>The person has answered the bot's question with no.</summary>
    Declined = 13,

    /// <summary>The person had asked to be let in and did not answer the bot's question in time (<see cref="InvitationOptions.AnswerWithin"/>): the request is declined.</summary>
    Unanswered = 14,
}
