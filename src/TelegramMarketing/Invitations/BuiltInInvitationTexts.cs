namespace TelegramMarketing.Invitations;

/// <summary>The texts that the library brings: who, what, that nobody is subscribed automatically, how to stop.</summary>
internal static class BuiltInInvitationTexts
{
    public static IReadOnlyDictionary<string, InvitationText> All { get; } = new Dictionary<string, InvitationText>(StringComparer.OrdinalIgnoreCase)
    {
        ["en"] = new()
        {
            Subject = "{channel} on Telegram: an invitation",
            Invitation = """
                Hello! {channel} has a channel on Telegram. It brings {about}.

                Have a look, and subscribe if you like it: {link}

                Nobody is subscribed automatically: the choice is yours, and you can leave at any time.
                No more invitations: {optout}
                """,
            About = "news, offers and events",
            Welcome = """
                Welcome! This is the way to {channel}. You are not subscribed yet: open the channel, have a look, and press "Join" if you like it.

                No more invitations: {optout}
                """,
            OpenChannel = "Open the channel",
            OptedOut = "Done: you will receive no more invitations. If you have joined a channel, you stay in it until you leave it.",
            ConsentQuestion = """
                Would you like to receive {about} in the Telegram channel {channel}?

                You can leave at any time. No more invitations: {optout}
                """,
            ConsentYes = "Yes, please",
            ConsentNo = "No, thank you",
            ConsentDeclined = "All right: you are not subscribed, and nothing was changed.",
            RequestWaiting = "Thank you! {channel} opens as soon as your request is approved.",
            RequestDeclined = "Your answer came too late, and your request was declined. To open {channel}, follow the link of your invitation again.",
            UnknownLink = "This link does not work, or no longer. Nothing was changed.",
        },
        ["it"] = new()
        {
            Subject = "{channel} su Telegram: un invito",
            Invitation = """
                Buongiorno! {channel} ha un canale su Telegram. Ci trova {about}.

                Dia un'occhiata e, se le piace, si iscriva: {link}

                Nessuno viene iscritto automaticamente: la scelta è sua, e può uscire in qualsiasi momento.
                Per non ricevere altri inviti: {optout}
                """,
            About = "novità, offerte ed eventi",
            Welcome = """
                Benvenuti! Da qui si arriva a {channel}. L'iscrizione non è ancora avvenuta: apra il canale, dia un'occhiata e, se le piace, prema «Unisciti».

                Per non ricevere altri inviti: {optout}
                """,
            OpenChannel = "Apri il canale",
            OptedOut = "Fatto: non riceverà altri inviti. Se si è già iscritto a un canale, vi resta finché non ne esce.",
            ConsentQuestion = """
                Desidera ricevere {about} nel canale Telegram {channel}?

                Può uscire in qualsiasi momento. Per non ricevere altri inviti: {optout}
                """,
            ConsentYes = "Sì, volentieri",
            ConsentNo = "No, grazie",
            ConsentDeclined = "Va bene: non è iscritto, e non è cambiato nulla.",
            RequestWaiting = "Grazie! {channel} si apre appena la richiesta viene approvata.",
            RequestDeclined = "La risposta è arrivata troppo tardi e la richiesta è stata rifiutata. Per aprire {channel}, segua di nuovo il link dell'invito.",
            UnknownLink = "Questo link non funziona, o non funziona più. Non è cambiato nulla.",
        },
        ["es"] = new()
        {
            Subject = "{channel} en Telegram: una invitación",
            Invitation = """
                ¡Hola! {channel} tiene un canal en Telegram. Allí encontrará {about}.

                Eche un vistazo y, si le gusta, suscríbase: {link}

                Nadie queda suscrito automáticamente: usted decide, y puede salir cuando quiera.
                Para no recibir más invitaciones: {optout}
                """,
            About = "novedades, ofertas y eventos",
            Welcome = """
                ¡Bienvenido! Por aquí se llega a {channel}. Todavía no está suscrito: abra el canal, eche un vistazo y, si le gusta, pulse «Unirme».

                Para no recibir más invitaciones: {optout}
                """,
            OpenChannel = "Abrir el canal",
            OptedOut = "Listo: no recibirá más invitaciones. Si ya se unió a un canal, seguirá en él hasta que salga.",
            ConsentQuestion = """
                ¿Desea recibir {about} en el canal de Telegram {channel}?

                Puede salir cuando quiera. Para no recibir más invitaciones: {optout}
                """,
            ConsentYes = "Sí, por favor",
            ConsentNo = "No, gracias",
            ConsentDeclined = "De acuerdo: no está suscrito y no se ha cambiado nada.",
            RequestWaiting = "¡Gracias! {channel} se abre en cuanto se apruebe su solicitud.",
            RequestDeclined = "Su respuesta ha llegado demasiado tarde y la solicitud se ha rechazado. Para abrir {channel}, siga otra vez el enlace de la invitación.",
            UnknownLink = "Este enlace no funciona, o ya no funciona. No se ha cambiado nada.",
        },
        ["ru"] = new()
        {
            Subject = "{channel} в Telegram: приглашение",
            Invitation = """
                Здравствуйте! У {channel} есть канал в Telegram. Там вас ждут {about}.

                Загляните и подпишитесь, если понравится: {link}

                Никого не подписывают автоматически: решаете вы сами, и выйти можно в любой момент.
                Не получать приглашений: {optout}
                """,
            About = "новости, акции и события",
            Welcome = """
                Добро пожаловать! Отсюда можно перейти в канал {channel}. Вы ещё не подписаны: откройте канал, посмотрите и нажмите «Подписаться», если понравится.

                Не получать приглашений: {optout}
                """,
            OpenChannel = "Открыть канал",
            OptedOut = "Готово: приглашений больше не будет. Если вы уже подписаны на канал, вы останетесь в нём, пока сами не выйдете.",
            ConsentQuestion = """
                Хотите получать {about} в канале {channel} в Telegram?

                Выйти можно в любой момент. Не получать приглашений: {optout}
                """,
            ConsentYes = "Да, хочу",
            ConsentNo = "Нет, спасибо",
            ConsentDeclined = "Хорошо: вы не подписаны, ничего не изменилось.",
            RequestWaiting = "Спасибо! {channel} откроется, как только заявку одобрят.",
            RequestDeclined = "Ответ пришёл слишком поздно, и заявка отклонена. Чтобы открыть {channel}, перейдите по ссылке из приглашения ещё раз.",
            UnknownLink = "Эта ссылка не работает или больше не действует. Ничего не изменилось.",
        },
        ["ar"] = new()
        {
            Subject = "دعوة إلى قناة {channel} على تيليجرام",
            Invitation = """
                مرحبًا! لدى {channel} قناة على تيليجرام، تجدون فيها {about}.

                ألقوا نظرة، واشتركوا إن أعجبتكم: {link}

                لا يُضاف أحد تلقائيًا: القرار لكم، ويمكنكم المغادرة في أي وقت.
                لإيقاف الدعوات: {optout}
                """,
            About = "الأخبار والعروض والفعاليات",
            Welcome = """
                أهلًا وسهلًا! من هنا تصلون إلى قناة {channel}. لم يتم اشتراككم بعد: افتحوا القناة وألقوا نظرة، واضغطوا على «انضمام» إن أعجبتكم.

                لإيقاف الدعوات: {optout}
                """,
            OpenChannel = "فتح القناة",
            OptedOut = "تم: لن تصلكم دعوات أخرى. إن كنتم قد انضممتم إلى قناة فستبقون فيها حتى تغادروها.",
            ConsentQuestion = """
                هل تودّون تلقّي {about} في قناة {channel} على تيليجرام؟

                يمكنكم المغادرة في أي وقت. لإيقاف الدعوات: {optout}
                """,
            ConsentYes = "نعم، من فضلكم",
            ConsentNo = "لا، شكرًا",
            ConsentDeclined = "حسنًا: لم يتم اشتراككم ولم يتغير شيء.",
            RequestWaiting = "شكرًا لكم! تُفتح قناة {channel} فور قبول طلبكم.",
            RequestDeclined = "وصل جوابكم متأخرًا وقد رُفض طلبكم. لفتح قناة {channel}، اتبعوا رابط الدعوة من جديد.",
            UnknownLink = "هذا الرابط لا يعمل أو لم يعد صالحًا. لم يتغير شيء.",
        },
    };
}
