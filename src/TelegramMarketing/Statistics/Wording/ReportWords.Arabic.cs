namespace TelegramMarketing.Statistics;

internal sealed partial record ReportWords
{
    private static ReportWords CreateArabic() => new()
    {
        Language = "ar",
        IsRightToLeft = true,
        Weekdays = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"],
        Media = ["نص", "صورة", "فيديو", "ألبوم", "ملف", "صوت", "ملصق", "استطلاع", "أخرى"],
        Lengths = ["بلا نص", "حتى 200 حرف", "من 201 إلى 600 حرف", "أكثر من 600 حرف"],
        Buttons = ["بلا أزرار", "مع أزرار"],
        News = new("خبر", "الأخبار", "الأخبار", static count => ArabicMore(count, "خبر إضافي واحد", "خبرين إضافيين", "أخبار إضافية", "خبرًا إضافيًا", "خبر إضافي")),
        Promotion = new("عرض ترويجي", "العروض الترويجية", "العروض الترويجية", static count =>
            ArabicMore(count, "عرض ترويجي إضافي واحد", "عرضين ترويجيين إضافيين", "عروض ترويجية إضافية", "عرضًا ترويجيًا إضافيًا", "عرض ترويجي إضافي")),
        Event = new("فعالية", "الفعاليات", "الفعاليات", static count =>
            ArabicMore(count, "فعالية إضافية واحدة", "فعاليتين إضافيتين", "فعاليات إضافية", "فعالية إضافية", "فعالية إضافية")),
        OwnKind = static name => new(name, $"منشورات «{name}»", $"منشورات «{name}»", count =>
            $"{ArabicMore(count, "منشور إضافي واحد", "منشورين إضافيين", "منشورات إضافية", "منشورًا إضافيًا", "منشور إضافي")} من نوع «{name}»"),
        Unclassified = "غير مصنف",
        Groupings = ["المجموعة", "النوع", "الوسم", "اليوم", "الساعة", "المحتوى", "الطول", "الأزرار"],
        Posts = "المنشورات",
        Compared = "المقارَنة",
        MedianViews = "وسيط المشاهدات",
        Effect = "الأثر",
        ViewsPerSubscriber = "ERR",
        EngagementRate = "ER",
        LeftOut = "المستبعدة",
        Unknown = "غير معروف",
        TooFew = "قليل جدًا",
        Range = "من {0} إلى {1}",
        LeftOutCount = "{1}: {0}",
        LeftOutReasons = ["حديثة جدًا", "مشاهداتها غير معروفة", "عمرها غير معروف", "معاد توجيهها", "تكملة لمنشور آخر", "لا قراءة قرب ذلك العمر"],
        Period = "المنشورات من {0} إلى {1}",
        Bases =
        [
            "المقارنة: منشورات عمرها 7 أيام على الأقل، ومشاهداتها تكاد لا تزيد.",
            "المقارنة: منشورات عمرها 24 ساعة على الأقل، إذ لم يبلغ أي منها 7 أيام بعد. أعمارها مختلفة، فهذا انطباع أول فقط.",
            "المقارنة: مشاهدات كل منشور عند عمر {0}.",
            "المقارنة: لا شيء، إذ لم يبلغ أي منشور معروف المشاهدات 24 ساعة بعد.",
        ],
        Hours = static count => ArabicMore(count, "ساعة واحدة", "ساعتين", "ساعات", "ساعة", "ساعة"),
        Days = static count => ArabicMore(count, "يوم واحد", "يومين", "أيام", "يومًا", "يوم"),
        Difference = "مشاهدات {0} تعادل {1} مرة مشاهدات {2} ({3}؛ {4}).",
        Winner = "{0} هي الأكثر مشاهدة: مشاهداتها تعادل {1} مرة مشاهدات {2} التي تليها ({3}؛ {4}).",
        NotEnough = "البيانات لا تكفي بعد: يلزم نحو {0}.",
        NoDifference = "مشاهدات {0} تعادل {1} مرة مشاهدات {2}، لكن ذلك غير مؤكد ({3}؛ {4}). وإن وُجد فرق فهو أصغر من أن يستحق الانتظار.",
        NothingToCompare = "لا شيء للمقارنة بعد: يلزم وجود منشورات من نوعين على الأقل.",
        TwoCounts = static (one, other) => $"{ArabicPosts(one)} و{ArabicPosts(other)}",
        Effects = "الأثر: مشاهدات هذه المنشورات نسبةً إلى المنشور المعتاد في القناة عند تساوي سائر الظروف، مع فترة ثقة 95 %.",
    };

    private static string ArabicPosts(long count) => ArabicMore(count, "منشور واحد", "منشوران", "منشورات", "منشورًا", "منشور");

    // One and two are told by the noun itself; 3 to 10, 11 to 99 and whole hundreds each ask for another form.
    private static string ArabicMore(long count, string one, string two, string few, string many, string other) => count switch
    {
        1 => one,
        2 => two,
        _ => Counted(count, (count % 100) switch { >= 3 and <= 10 => few, >= 11 => many, _ => other }),
    };
}
