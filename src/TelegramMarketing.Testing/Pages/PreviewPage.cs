using TelegramMarketing.Testing.World;

namespace TelegramMarketing.Testing.Pages;

/// <summary>The page <c>t.me/s/name</c>: up to twenty messages of a channel, by which one can walk back through all of it.</summary>
internal sealed class PreviewPage
{
    private const int Length = 20;
    private readonly ChannelState _state;
    private readonly PageQuery _query;
    private readonly DateTimeOffset _at;
    private readonly List<TelegramPost> _all;
    private readonly List<TelegramPost> _shown;

    public PreviewPage(ChannelState state, PageQuery query)
    {
        _state = state;
        _query = query;
        _at = state.World.Now - state.World.Options.PageLag;
        _all = [.. state.Messages.Cast<TelegramPost>().Where(post => post.Date <= _at)];
        _shown = query.Search is { } term ? Found(term) : query.After is { } after ? [.. _all.Where(post => post.MessageId > after).Take(Length)] : Before(query.Before ?? int.MaxValue);
    }

    /// <summary>Only the messages, as the page's script asks for more of them; empty when there are none.</summary>
    public string RenderBlocks() => _shown.Count == 0 ? "" : More("before", _all[0].MessageId < _shown[0].MessageId ? _shown[0].MessageId : null) + Blocks();

    public string Render()
    {
        var name = _state.Channel.Username!;
        var title = PageText.Render(_state.Title, []);
        var subscribers = PageCount.Abbreviate(_state.Subscribers);
        var noun = PageCount.Subscribers(_state.Subscribers);
        int? before = _shown.Count > 0 && _query.Search is null && _all[0].MessageId < _shown[0].MessageId ? _shown[0].MessageId : null;
        int? after = _shown.Count > 0 && _query.Search is null && _query.IsPaged && _all[^1].MessageId > _shown[^1].MessageId ? _shown[^1].MessageId : null;
        return $"""
            <!DOCTYPE html>
            <html>
              <head>
                <meta charset="utf-8">
                <title>{PageText.Encode(_state.Title)} – Telegram</title>
                <meta property="og:title" content="{PageText.Encode(_state.Title)}">
                <meta property="og:site_name" content="Telegram">
                <meta property="og:description" content="{PageText.Encode(_state.Description ?? "")}">
                {Link("prev", name, "before", before)}{Link("next", name, "after", after)}
                {Link("canonical", name, "before", _shown.Count > 0 ? _shown[^1].MessageId + 1 : null)}
              </head>
              <body class="widget_frame_base tgme_webpreview emoji_image thin_box_shadow tme_mode no_transitions">
                <header class="tgme_header search_collapsed">
              <div class="tgme_container">
                <div class="tgme_header_right_column">
                  <section class="tgme_right_column">
                    <div class="tgme_channel_info">
                      <div class="tgme_channel_info_header">
                        <div class="tgme_channel_info_header_title_wrap">
                          <div class="tgme_channel_info_header_title"><span dir="auto">{title}</span></div>
                        </div>
                        <div class="tgme_channel_info_header_username"><a href="https://t.me/{name}">@{name}</a></div>
                      </div>
                      <div class="tgme_channel_info_counters"><div class="tgme_channel_info_counter"><span class="counter_value">{subscribers}</span> <span class="counter_type">{noun}</span></div>{Counters()}</div>
                      <div class="tgme_channel_info_description">{PageText.Render(_state.Description ?? "", [])}</div>
                    </div>
                  </section>
                </div>
                <div class="tgme_header_info">
                  <a class="tgme_header_link" href="https://t.me/{name}">
                    <div class="tgme_header_title_wrap">
                      <div class="tgme_header_title"><span dir="auto">{title}</span></div>
                    </div>
                    <div class="tgme_header_counter">{subscribers} {noun}</div>
                  </a>
                </div>
              </div>
            </header>
            <main class="tgme_main" data-url="/{name}">
              <div class="tgme_container">
                <section class="tgme_channel_history js-message_history">
                  {More("before", before)}{(_shown.Count == 0 ? Nothing : Blocks())}{More("after", after)}
                </section>
              </div>
            </main>
              </body>
            </html>
            """;
    }

    private const string Nothing =
        """<div class="tgme_widget_message_wrap js-widget_message_wrap"><div class="tgme_widget_message_centered"><div class="tme_no_messages_found">No posts found</div></div></div>""";

    private static string Link(string relation, string name, string parameter, int? id) =>
        id is null ? "" : $"<link rel=\"{relation}\" href=\"/s/{name}?{parameter}={id}\">\n";

    private string More(string parameter, int? id) => id is null ? ""
        : $"<div class=\"tgme_widget_message_centered js-messages_more_wrap\"><a href=\"/s/{_state.Channel.Username}?{parameter}={id}\" class=\"tme_messages_more js-messages_more\" data-{parameter}=\"{id}\"></a></div>";

    private string Counters()
    {
        var kinds = new[] { ("photo", "photos"), ("video", "videos"), ("document", "files") };
        return string.Concat(kinds.Select(kind => (Count: _all.Count(post => post.Media?.Kind == kind.Item1), kind.Item2)).Where(counter => counter.Count > 0)
            .Select(counter => $"<div class=\"tgme_channel_info_counter\"><span class=\"counter_value\">{PageCount.Abbreviate(counter.Count)}</span> <span class=\"counter_type\">{counter.Item2}</span></div>"));
    }

    private string Blocks() => string.Concat(Groups().Select(group =>
        $"<div class=\"tgme_widget_message_wrap js-widget_message_wrap\">{MessageBlock.Render(group, _at, isEmbed: false)}</div>"));

    private List<TelegramPost> Found(string term) =>
        [.. _all.Where(post => (post.Text ?? post.Caption)?.Contains(term, StringComparison.OrdinalIgnoreCase) == true).TakeLast(Length)];

    // The items of an album stay together, though the page gets longer by that.
    private List<TelegramPost> Before(int id)
    {
        var older = _all.Where(post => post.MessageId < id).ToList();
        var from = Math.Max(0, older.Count - Length);
        while (from > 0 && older[from].AlbumId is { } album && older[from - 1].AlbumId == album)
        {
            from--;
        }

        return older[from..];
    }

    private List<List<TelegramPost>> Groups()
    {
        var groups = new List<List<TelegramPost>>();
        foreach (var post in _shown)
        {
            if (post.AlbumId is not null && groups.Count > 0 && groups[^1][0].AlbumId == post.AlbumId)
            {
                groups[^1].Add(post);
            }
            else
            {
                groups.Add([post]);
            }
        }

        return groups;
    }
}
