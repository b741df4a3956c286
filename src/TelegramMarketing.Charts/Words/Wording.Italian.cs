namespace TelegramMarketing.Charts.Words;

internal sealed partial record Wording
{
    public static Wording Italian { get; } = new()
    {
        Posts = Plural.OneAndOther("{0} post", "{0} post"),
        KindsTitle = "Visualizzazioni per tipo di post",
        Effect = "Volte le visualizzazioni abituali",
        EffectNote = "con intervallo al 95 %; in grigio se può essere il caso",
        GrowthTitle = "Come crescono le visualizzazioni col tempo",
        GrowthNote = "Visualizzazioni mediane per età del post; non ogni post è stato letto a ogni età",
        WeekTitle = "Visualizzazioni per giorno e ora",
        WeekNote = "Colore: visualizzazioni mediane. Numero: post. Fuso orario: {0}",
        AudienceTitle = "Iscritti nel tempo",
        NoKinds = "Nessun post si può ancora confrontare.",
        NoGrowth = "Non sono ancora note visualizzazioni a età diverse.",
        NoWeek = "Nessun post si può ancora confrontare.",
        NoAudience = "Il numero di iscritti in questo periodo non è noto.",
        Hours = "{0} h",
        Days = "{0} g",
        NotDrawn = Plural.OneAndOther("{0} altro tipo non è disegnato", "{0} altri tipi non sono disegnati"),
        PageTitle = "Che cosa porta visualizzazioni",
        Answers = "In breve",
        Pictures = "In immagini",
        Tables = "In cifre",
        LeftOutTitle = "Che cosa è escluso, e perché",
        NothingLeftOut = "Niente: tutti i post del periodo sono stati confrontati.",
        HowTitle = "Come si legge",
        MadeAt = "Redatto il {0}.",
        How =
        [
            "Guardate prima il numero di post. Una cifra che viene da uno o due post è un aneddoto, per quanto grande sia.",
            "Le visualizzazioni crescono con l’età, perciò i post si confrontano solo a un’età paragonabile. La riga sopra le risposte dice quale.",
            "La mediana è il post che sta in mezzo: un solo post fortunato non la sposta. Un intervallo significa che il contatore è mostrato arrotondato.",
            "L’effetto dice quante volte le visualizzazioni del post tipico del canale ottengono questi post a parità di tutto il resto: pubblico, giorno e ora sono tolti dal conto. L’intervallo contiene il valore vero in 95 casi su 100. Dove contiene 1, la differenza può essere un caso.",
            "ERR sono le visualizzazioni per iscritto al momento della pubblicazione; ER sono reazioni, voti e commenti per visualizzazione. Ignoto significa che nessuno mostra la cifra; non è mai 0.",
        ],
    };
}
