using System.Globalization;

namespace TelegramMarketing.Statistics;

internal sealed partial record ReportWords
{
    private static ReportWords CreateSpanish() => new()
    {
        Language = "es",
        Weekdays = ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
        Media = ["Texto", "Foto", "Vídeo", "Álbum", "Archivo", "Audio", "Sticker", "Encuesta", "Otro"],
        Lengths = ["Sin texto", "Hasta 200 caracteres", "De 201 a 600 caracteres", "Más de 600 caracteres"],
        Buttons = ["Sin botones", "Con botones"],
        News = new("Noticia", "Las noticias", "de las noticias", static count => Counted(count, count == 1 ? "noticia más" : "noticias más")),
        Promotion = new("Promoción", "Las promociones", "de las promociones", static count => Counted(count, count == 1 ? "promoción más" : "promociones más")),
        Event = new("Evento", "Los eventos", "de los eventos", static count => Counted(count, count == 1 ? "evento más" : "eventos más")),
        OwnKind = static name => new(
            name, $"Las publicaciones «{name}»", $"de las publicaciones «{name}»", count => Counted(count, count == 1 ? $"publicación «{name}» más" : $"publicaciones «{name}» más")),
        Unclassified = "Sin categoría",
        Groupings = ["Grupo", "Categoría", "Etiqueta", "Día", "Hora", "Contenido", "Longitud", "Botones"],
        Posts = "Publicaciones",
        Compared = "Comparadas",
        MedianViews = "Visualizaciones (mediana)",
        Effect = "Efecto",
        ViewsPerSubscriber = "ERR",
        EngagementRate = "ER",
        LeftOut = "Excluidas",
        Unknown = "desconocidas",
        TooFew = "muy pocas",
        Range = "de {0} a {1}",
        LeftOutCount = "{1}: {0}",
        LeftOutReasons = ["demasiado recientes", "visualizaciones desconocidas", "antigüedad desconocida", "reenviadas", "continuación de otra", "sin lectura cercana a esa edad"],
        Period = "Publicaciones del {0} al {1}",
        Bases =
        [
            "Comparación: publicaciones de al menos 7 días, cuyas visualizaciones ya casi no crecen.",
            "Comparación: publicaciones de al menos 24 horas, porque ninguna tiene aún 7 días. Sus edades difieren: es solo una primera impresión.",
            "Comparación: las visualizaciones de cada publicación a la edad de {0}.",
            "Comparación: nada, porque ninguna publicación con visualizaciones conocidas tiene aún 24 horas.",
        ],
        Hours = static count => Counted(count, count == 1 ? "hora" : "horas"),
        Days = static count => Counted(count, count == 1 ? "día" : "días"),
        Difference = "{0} obtienen {1} veces las visualizaciones {2} ({3}; {4}).",
        Winner = "{0} obtienen más visualizaciones que ninguna otra categoría: {1} veces las {2}, en segundo lugar ({3}; {4}).",
        NotEnough = "Aún no hay bastantes datos; hacen falta más, aproximadamente: {0}.",
        NoDifference = "{0} obtienen {1} veces las visualizaciones {2}, pero no es seguro ({3}; {4}). Si hay una diferencia, es demasiado pequeña para que valga la pena esperar.",
        NothingToCompare = "Aún no hay nada que comparar: hacen falta publicaciones de al menos dos categorías.",
        TwoCounts = static (one, other) => string.Create(CultureInfo.InvariantCulture, $"{one} y {other} {(other == 1 ? "publicación" : "publicaciones")}"),
        Effects = "Efecto: las visualizaciones de esas publicaciones respecto a la publicación típica del canal, en igualdad de condiciones, con el intervalo del 95 %.",
    };
}
