using System.Collections.Frozen;

namespace TelegramMarketing.Testing.Wire;

/// <summary>The methods that the fake knows and the parameters that they take (Bot API 10.1).</summary>
internal static class BotApiCatalog
{
    private static readonly FrozenDictionary<string, string[]> _parameters = new Dictionary<string, string[]>(StringComparer.OrdinalIgnoreCase)
    {
        ["getMe"] = "".Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ["logOut"] = "".Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ["close"] = "".Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ["getChat"] = "chat_id".Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ["getChatMember"] = "chat_id user_id".Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ["getChatMemberCount"] = "chat_id".Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ["getChatAdministrators"] = "chat_id return_bots".Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ["sendMessage"] = "business_connection_id chat_id message_thread_id direct_messages_topic_id text parse_mode entities link_preview_options disable_notification protect_content allow_paid_broadcast message_effect_id suggested_post_parameters reply_parameters reply_markup".Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ["sendPhoto"] = "business_connection_id chat_id message_thread_id direct_messages_topic_id photo caption parse_mode caption_entities show_caption_above_media has_spoiler disable_notification protect_content allow_paid_broadcast message_effect_id suggested_post_parameters reply_parameters reply_markup".Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ["sendVideo"] = "business_connection_id chat_id message_thread_id direct_messages_topic_id video duration width height thumbnail cover start_timestamp caption parse_mode caption_entities show_caption_above_media has_spoiler supports_streaming disable_notification protect_content allow_paid_broadcast message_effect_id suggested_post_parameters reply_parameters reply_markup".Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ["sendAnimation"] = "business_connection_id chat_id message_thread_id direct_messages_topic_id animation duration width height thumbnail caption parse_mode caption_entities show_caption_above_media has_spoiler disable_notification protect_content allow_paid_broadcast message_effect_id suggested_post_parameters reply_parameters reply_markup".Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ["sendDocument"] = "business_connection_id chat_id message_thread_id direct_messages_topic_id document thumbnail caption parse_mode caption_entities disable_content_type_detection disable_notification protect_content allow_paid_broadcast message_effect_id suggested_post_parameters reply_parameters reply_markup".Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ["sendAudio"] = "business_connection_id chat_id message_thread_id direct_messages_topic_id audio caption parse_mode caption_entities duration performer title thumbnail disable_notification protect_content allow_paid_broadcast message_effect_id suggested_post_parameters reply_parameters reply_markup".Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ["sendMediaGroup"] = "business_connection_id chat_id message_thread_id direct_messages_topic_id media disable_notification protect_content allow_paid_broadcast message_effect_id reply_parameters".Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ["copyMessage"] = "chat_id message_thread_id direct_messages_topic_id from_chat_id message_id video_start_timestamp caption parse_mode caption_entities show_caption_above_media disable_notification protect_content allow_paid_broadcast message_effect_id suggested_post_parameters reply_parameters reply_markup".Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ["copyMessages"] = "chat_id message_thread_id direct_messages_topic_id from_chat_id message_ids disable_notification protect_content remove_caption".Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ["forwardMessage"] = "chat_id message_thread_id direct_messages_topic_id from_chat_id video_start_timestamp disable_notification protect_content message_effect_id suggested_post_parameters message_id".Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ["forwardMessages"] = "chat_id message_thread_id direct_messages_topic_id from_chat_id message_ids disable_notification protect_content".Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ["editMessageText"] = "business_connection_id chat_id message_id inline_message_id text parse_mode entities link_preview_options rich_message reply_markup".Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ["editMessageCaption"] = "business_connection_id chat_id message_id inline_message_id caption parse_mode caption_entities show_caption_above_media reply_markup".Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ["editMessageMedia"] = "business_connection_id chat_id message_id inline_message_id media reply_markup".Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ["editMessageReplyMarkup"] = "business_connection_id chat_id message_id inline_message_id reply_markup".Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ["deleteMessage"] = "chat_id message_id".Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ["deleteMessages"] = "chat_id message_ids".Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ["pinChatMessage"] = "business_connection_id chat_id message_id disable_notification".Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ["unpinChatMessage"] = "business_connection_id chat_id message_id".Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ["createChatInviteLink"] = "chat_id name expire_date member_limit creates_join_request".Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ["editChatInviteLink"] = "chat_id invite_link name expire_date member_limit creates_join_request".Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ["revokeChatInviteLink"] = "chat_id invite_link".Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ["exportChatInviteLink"] = "chat_id".Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ["approveChatJoinRequest"] = "chat_id user_id".Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ["declineChatJoinRequest"] = "chat_id user_id".Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ["answerCallbackQuery"] = "callback_query_id text show_alert url cache_time".Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ["getUpdates"] = "offset limit timeout allowed_updates".Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ["setWebhook"] = "url certificate ip_address max_connections allowed_updates drop_pending_updates secret_token".Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ["deleteWebhook"] = "drop_pending_updates".Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ["getWebhookInfo"] = "".Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ["sendSticker"] = "business_connection_id chat_id message_thread_id direct_messages_topic_id sticker emoji disable_notification protect_content allow_paid_broadcast message_effect_id suggested_post_parameters reply_parameters reply_markup".Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ["uploadStickerFile"] = "user_id sticker sticker_format".Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ["createNewStickerSet"] = "user_id name title stickers sticker_type needs_repainting".Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ["getStickerSet"] = "name".Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ["addStickerToSet"] = "user_id name sticker".Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ["replaceStickerInSet"] = "user_id name old_sticker sticker".Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ["setStickerPositionInSet"] = "sticker position".Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ["deleteStickerFromSet"] = "sticker".Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ["setStickerEmojiList"] = "sticker emoji_list".Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ["setStickerKeywords"] = "sticker keywords".Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ["setStickerMaskPosition"] = "sticker mask_position".Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ["setStickerSetTitle"] = "name title".Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ["setStickerSetThumbnail"] = "name user_id thumbnail format".Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ["deleteStickerSet"] = "name".Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ["leaveChat"] = "chat_id".Split(' ', StringSplitOptions.RemoveEmptyEntries),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyCollection<string> Methods => _parameters.Keys;

    /// <summary>The method as the documentation spells it; null when the fake doesn't know it.</summary>
    public static string? Find(string method) => _parameters.Keys.FirstOrDefault(known => string.Equals(known, method, StringComparison.OrdinalIgnoreCase));

    public static IReadOnlyList<string> ParametersOf(string method) => _parameters[method];

    public static bool Takes(string method, string parameter) => _parameters[method].Contains(parameter, StringComparer.Ordinal);
}
