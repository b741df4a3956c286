using System.Globalization;

namespace TelegramMarketing.Statistics;

internal sealed partial record ReportWords
{
    private static ReportWords CreateItalian() => new()
    {
        Language = "it",
        Weekdays = ["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"],
        Media = ["Testo", "Foto", "Video", "Album", "File", "Audio", "Sticker", "Sondaggio", "Altro"],
        Lengths = ["Senza testo", "Fino a 200 caratteri", "Da 201 a 600 caratteri", "Oltre 600 caratteri"],
        Buttons = ["Senza pulsanti", "Con pulsanti"],
        News = new("Notizia", "Le notizie", "delle notizie", static count => Counted(count, count == 1 ? "altra notizia" : "altre notizie")),
        Promotion = new("Promozione", "Le promozioni", "delle promozioni", static count => Counted(count, count == 1 ? "altra promozione" : "altre promozioni")),
        Event = new("Evento", "Gli eventi", "degli eventi", static count => Counted(count, count == 1 ? "altro evento" : "altri eventi")),
        OwnKind = static name => new(name, $"I post «{name}»", $"dei post «{name}»", count => Counted(count, count == 1 ? $"altro post «{name}»" : $"altri post «{name}»")),
        Unclassified = "Senza categoria",
        Groupings = ["Gruppo", "Categoria", "Etichetta", "Giorno", "Ora", "Contenuto", "Lunghezza", "Pulsanti"],
        Posts = "Post",
        Compared = "Confrontati",
        MedianViews = "Visualizzazioni (mediana)",
        Effect = "Effetto",
        ViewsPerSubscriber = "ERR",
        EngagementRate = "ER",
        LeftOut = "Esclusi",
        Unknown = "ignote",
        TooFew = "troppo pochi",
        Range = "da {0} a {1}",
        LeftOutCount = "{1}: {0}",
        LeftOutReasons = ["troppo recenti", "visualizzazioni ignote", "età ignota", "inoltrati", "seguito di un altro post", "non letti intorno a quell'età"],
        Period = "Post dal {0} al {1}",
        Bases =
        [
            "Confronto: post di almeno 7 giorni, le cui visualizzazioni quasi non crescono più.",
            "Confronto: post di almeno 24 ore, perché nessuno ha ancora 7 giorni. Le età sono diverse: è solo una prima impressione.",
            "Confronto: le visualizzazioni di ogni post all'età di {0}.",
            "Confronto: niente, perché nessun post con visualizzazioni note ha ancora 24 ore.",
        ],
        Hours = static count => Counted(count, count == 1 ? "ora" : "ore"),
        Days = static count => Counted(count, count == 1 ? "giorno" : "giorni"),
        Difference = "{0} ottengono {1} volte le visualizzazioni {2} ({3}; {4}).",
        Winner = "{0} ottengono più visualizzazioni di ogni altra categoria: {1} volte quelle {2}, al secondo posto ({3}; {4}).",
        NotEnough = "I dati non bastano ancora; ne servono di più, circa: {0}.",
        NoDifference = "{0} ottengono {1} volte le visualizzazioni {2}, ma non è sicuro ({3}; {4}). Se c'è una differenza, è troppo piccola per valere l'attesa.",
        NothingToCompare = "Non c'è ancora niente da confrontare: servono post di almeno due categorie.",
        TwoCounts = static (one, other) => string.Create(CultureInfo.InvariantCulture, $"{one} e {other} post"),
        Effects = "Effetto: le visualizzazioni di questi post rispetto al post tipico del canale, a parità di altre condizioni, con l'intervallo al 95 %.",
    };
}
