using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using TelegramMarketing.Testing.Wire;
using TelegramMarketing.Testing.World;

namespace TelegramMarketing.Testing.Pages;

/// <summary>Answers requests for public pages.</summary>
internal static partial class PublicPages
{
    public static HttpResponseMessage Respond(TelegramWorld world, ReceivedRequest request)
    {
        var parts = request.Target.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var query = PageQuery.Parse(request.Target.Query);
        lock (world.Sync)
        {
            return parts switch
            {
                ["v", ..] => throw new NotSupportedException("The address that counts a view (t.me/v/) was called, which makes views that nobody had."),
                ["s", var name] when Name().IsMatch(name) => Preview(world, name, query, request.HttpMethod == HttpMethod.Post),
                ["addstickers" or "addemoji", var name] => Html(StickerPage.Render(world.StickerSets.GetValueOrDefault(name), Uri.EscapeDataString(name))),
                [['+', ..]] or ["joinchat", _] => Invitation(world, parts[^1]),
                [var name] when Name().IsMatch(name) => Html(world.FindChannel(name) is { } channel ? LandingPage.OfChannel(channel.State) : LandingPage.OfOther(name)),
                [var name, var id] when query.IsEmbed && Name().IsMatch(name) => Html(EmbedPage.Render(Widget(world, name, id))),
                [var name, _] when Name().IsMatch(name) && world.FindChannel(name) is { } channel => Html(LandingPage.OfChannel(channel.State)),
                _ => Html(LandingPage.Home),
            };
        }
    }

    private static HttpResponseMessage Preview(TelegramWorld world, string name, PageQuery query, bool onlyBlocks)
    {
        if (world.FindChannel(name)?.State is not { IsPreviewEnabled: true } state)
        {
            var redirect = new HttpResponseMessage(HttpStatusCode.Found) { Content = new StringContent("") };
            redirect.Headers.Location = new Uri($"https://t.me/{name}");
            return redirect;
        }

        var page = new PreviewPage(state, query);
        return onlyBlocks
            ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(JsonSerializer.Serialize(page.RenderBlocks(), PagesJson.Default.String), Encoding.UTF8, "application/json") }
            : Html(page.Render());
    }

    private static HttpResponseMessage Invitation(TelegramWorld world, string hash)
    {
        var address = $"https://t.me/+{hash.TrimStart('+')}";
        var link = world.Channels.Select(channel => channel.State.InviteLinks.GetValueOrDefault(address)).FirstOrDefault(link => link is not null);
        return Html(link?.WorksAt(world.Now) == true ? LandingPage.OfInvitation(link.Channel.State) : LandingPage.OfOther(hash));
    }

    private static string Widget(TelegramWorld world, string name, string id)
    {
        var at = world.Now - world.Options.PageLag;
        var post = world.FindChannel(name)?.State is { } state && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? state.Find(number) as TelegramPost
            : null;
        return post?.Date <= at ? MessageBlock.Render([post!], at, isEmbed: true) : EmbedPage.NotFound;
    }

    private static HttpResponseMessage Html(string html) => new(HttpStatusCode.OK) { Content = new StringContent(html, Encoding.UTF8, "text/html") };

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]{2,31}\\z", RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
