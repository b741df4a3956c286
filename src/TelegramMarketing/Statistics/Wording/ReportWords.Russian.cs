namespace TelegramMarketing.Statistics;

internal sealed partial record ReportWords
{
    private static ReportWords CreateRussian() => new()
    {
        Language = "ru",
        Weekdays = ["понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"],
        Media = ["Текст", "Фото", "Видео", "Альбом", "Файл", "Аудио", "Стикер", "Опрос", "Другое"],
        Lengths = ["Без текста", "До 200 знаков", "От 201 до 600 знаков", "Более 600 знаков"],
        Buttons = ["Без кнопок", "С кнопками"],
        News = new("Новость", "Новости", "новости", static count => Counted(count, Genitive(count, "новости", "новостей"))),
        Promotion = new("Акция", "Акции", "акции", static count => Counted(count, Genitive(count, "акции", "акций"))),
        Event = new("Мероприятие", "Мероприятия", "мероприятия", static count => Counted(count, Genitive(count, "мероприятия", "мероприятий"))),
        OwnKind = static name => new(name, $"Посты «{name}»", $"посты «{name}»", count => Counted(count, $"{Genitive(count, "поста", "постов")} «{name}»")),
        Unclassified = "Без рубрики",
        Groupings = ["Группа", "Рубрика", "Метка", "День", "Час", "Содержание", "Длина", "Кнопки"],
        Posts = "Посты",
        Compared = "Сравниваются",
        MedianViews = "Медиана просмотров",
        Effect = "Эффект",
        ViewsPerSubscriber = "ERR",
        EngagementRate = "ER",
        LeftOut = "Исключены",
        Unknown = "неизвестно",
        TooFew = "слишком мало",
        Range = "от {0} до {1}",
        LeftOutCount = "{1}: {0}",
        LeftOutReasons = ["слишком свежие", "просмотры неизвестны", "возраст неизвестен", "пересланные", "продолжение другого поста", "нет данных около этого возраста"],
        Period = "Посты с {0} по {1}",
        Bases =
        [
            "Сравниваются посты не моложе 7 дней: их просмотры почти не растут.",
            "Сравниваются посты не моложе 24 часов: семидневных ещё нет. Возраст у них разный, это лишь первое впечатление.",
            "Сравниваются просмотры каждого поста в возрасте {0}.",
            "Сравнивать нечего: нет постов с известными просмотрами старше 24 часов.",
        ],
        Hours = static count => Counted(count, Genitive(count, "часа", "часов")),
        Days = static count => Counted(count, Genitive(count, "дня", "дней")),
        Difference = "{0} получают в {1} раза больше просмотров, чем {2} ({3}; {4}).",
        Winner = "{0} получают больше всего просмотров: в {1} раза больше, чем {2}, следующие за ними ({3}; {4}).",
        NotEnough = "Данных пока мало: нужно ещё около {0}.",
        NoDifference = "{0} получают в {1} раза больше просмотров, чем {2}, но это не точно ({3}; {4}). Если разница и есть, она слишком мала, чтобы её ждать.",
        NothingToCompare = "Сравнивать пока нечего: нужны посты хотя бы двух рубрик.",
        TwoCounts = static (one, other) => $"{RussianPosts(one)} и {RussianPosts(other)}",
        Effects = "Эффект: просмотры таких постов по отношению к типичному посту канала при прочих равных, с 95-процентным интервалом.",
    };

    private static string RussianPosts(long count) => Counted(count, Slavic(count, "пост", "поста", "постов"));

    // After «около» and «в возрасте» the noun stands in the genitive: 21 поста, but 22 постов.
    private static string Genitive(long count, string one, string many) => Slavic(count, one, many, many);

    private static string Slavic(long count, string one, string few, string many) => (count % 10, count % 100) switch
    {
        (1, not 11) => one,
        ( >= 2 and <= 4, < 12 or > 14) => few,
        _ => many,
    };
}
