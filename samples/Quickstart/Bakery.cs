using TelegramMarketing;

namespace Quickstart;

/// <summary>A bakery: what it publishes, and whom it invites.</summary>
internal static class Bakery
{
    public static IReadOnlyList<string> Customers { get; } = ["Anna", "Bruno", "Chiara"];

    public static IReadOnlyList<Post> Posts { get; } =
    [
        Post.News(PostText.Html($"""
            🥖 <b>Il forno ora apre alle 6</b>

            Pane caldo già dall'alba, da lunedì a sabato.
            """)),
        Post.Promotion(PostText.Html($"""
            🎁 <b>Colomba artigianale: −{20} %</b>

            Fino a domenica. Lievito madre, mandorle di Noto, <i>ventiquattro ore</i> di attesa.
            """)) with
        {
            Media = [PostMedia.Photo(MediaSource.FromPath(Path.Combine(AppContext.BaseDirectory, "colomba.png")))],
            Buttons = [[PostButton.Url("Ordina 🛒", "https://example.com/colomba"), PostButton.Copy("Copia il codice", "COLOMBA20")]],
        },
        Post.Event(PostText.Html($"""
            📅 <b>Sabato 14 marzo, ore 10: mani in pasta!</b>

            Laboratorio per bambini e nonni. Posti: {12}. È gratis 🎉
            """)),
    ];
}
