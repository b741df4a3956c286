namespace TelegramMarketing.Charts.Words;

internal sealed partial record Wording
{
    public static Wording Spanish { get; } = new()
    {
        Posts = Plural.OneAndOther("{0} publicación", "{0} publicaciones"),
        KindsTitle = "Vistas por tipo de publicación",
        Effect = "Veces las vistas habituales",
        EffectNote = "con intervalo del 95 %; en gris si puede ser azar",
        GrowthTitle = "Cómo crecen las vistas con el tiempo",
        GrowthNote = "Mediana de vistas según la edad de la publicación; no todas se leyeron a cada edad",
        WeekTitle = "Vistas por día y hora",
        WeekNote = "Color: mediana de vistas. Número: publicaciones. Zona horaria: {0}",
        AudienceTitle = "Suscriptores a lo largo del tiempo",
        NoKinds = "Todavía no se puede comparar ninguna publicación.",
        NoGrowth = "Todavía no se conocen vistas a varias edades.",
        NoWeek = "Todavía no se puede comparar ninguna publicación.",
        NoAudience = "No se conoce el número de suscriptores en este periodo.",
        Hours = "{0} h",
        Days = "{0} d",
        NotDrawn = Plural.OneAndOther("{0} tipo más no se dibuja", "{0} tipos más no se dibujan"),
        PageTitle = "Qué consigue las vistas",
        Answers = "En breve",
        Pictures = "En imágenes",
        Tables = "En cifras",
        LeftOutTitle = "Qué se dejó fuera, y por qué",
        NothingLeftOut = "Nada: se compararon todas las publicaciones del periodo.",
        HowTitle = "Cómo leerlo",
        MadeAt = "Hecho el {0}.",
        How =
        [
            "Mire primero el número de publicaciones. Una cifra de una o dos publicaciones es una anécdota, por grande que sea.",
            "Las vistas crecen con la edad, por eso las publicaciones se comparan solo a una edad comparable. La línea sobre las respuestas dice cuál.",
            "La mediana es la publicación de en medio: una sola con suerte no la mueve. Un intervalo significa que el contador se muestra redondeado.",
            "El efecto dice cuántas veces las vistas de la publicación típica del canal consiguen estas publicaciones en igualdad de lo demás: la audiencia, el día y la hora se descuentan. El intervalo contiene el valor verdadero en 95 de 100 casos. Donde contiene 1, la diferencia puede ser azar.",
            "ERR son las vistas por suscriptor al publicar; ER son reacciones, votos y comentarios por vista. Desconocido significa que nadie muestra la cifra; nunca es 0.",
        ],
    };
}
