using Telegram.Bot.Types;
using TelegramMarketing.Publishing;

namespace TelegramMarketing.Statistics.Pushed;

/// <summary>What an update tells of a post that somebody else has published.</summary>
internal static class ChannelPostReader
{
    /// <summary>The post, without figures; <see langword="null"/> for a service message.</summary>
    public static PostStatistics? Read(ChannelAddress channel, Message post)
    {
        var (text, media) = (post.Text ?? post.Caption, MediaOf(post));
        return text is null && media == PostMediaType.None ? null : new PostStatistics
        {
            Post = new PostReference(channel, post.Id),
            Availability = PostAvailability.Available,
            PublishedAt = new DateTimeOffset(DateTime.SpecifyKind(post.Date, DateTimeKind.Utc)),
            Signature = post.AuthorSignature,
            Text = text,
            HasMedia = media != PostMediaType.None,
            Media = media,
            Length = text is null ? 0 : CodePoints.Count(text),
            HasButtons = post.ReplyMarkup is not null,
            ForwardedFrom = post.ForwardOrigin is { } origin ? NameOf(origin) : null,
            ChannelId = post.Chat.Id,
        };
    }

    private static PostMediaType MediaOf(Message post) => post switch
    {
        { MediaGroupId: not null } => PostMediaType.Album,
        { Photo: not null } => PostMediaType.Photo,
        { Animation: not null } or { Video: not null } or { VideoNote: not null } => PostMediaType.Video,
        { Document: not null } => PostMediaType.Document,
        { Audio: not null } or { Voice: not null } => PostMediaType.Audio,
        { Sticker: not null } => PostMediaType.Sticker,
        { Poll: not null } => PostMediaType.Poll,
        { Location: not null } or { Contact: not null } or { Dice: not null } or { Game: not null } or { PaidMedia: not null } or { Story: not null } => PostMediaType.Other,
        _ => PostMediaType.None,
    };

    private static string NameOf(MessageOrigin origin) => origin switch
    {
        MessageOriginChannel { Chat.Title: { } title } => title,
        MessageOriginChat { SenderChat.Title: { } title } => title,
        MessageOriginUser { SenderUser.FirstName: { } name } => name,
        MessageOriginHiddenUser { SenderUserName: { } name } => name,
        _ => "",
    };
}
