## Что Дерек говорит своими словами.
## Обращение на «вы», коротко и по делу. «Цифры» — числа из статьи, «цитаты» — прямая речь.

language-name = Русский

# Даты
date-day = { $day } { $month ->
    [1] января
    [2] февраля
    [3] марта
    [4] апреля
    [5] мая
    [6] июня
    [7] июля
    [8] августа
    [9] сентября
    [10] октября
    [11] ноября
   *[12] декабря
} { $year } года
date-month = { $month ->
    [1] январь
    [2] февраль
    [3] март
    [4] апрель
    [5] май
    [6] июнь
    [7] июль
    [8] август
    [9] сентябрь
    [10] октябрь
    [11] ноябрь
   *[12] декабрь
} { $year } года
date-moment = { $day }.{ $month }, { $hour }:{ $minute }

# Сколько чего
count-quotes = { $count ->
    [one] { $count } цитата
    [few] { $count } цитаты
   *[other] { $count } цитат
}
count-figures = { $count ->
    [one] { $count } число
    [few] { $count } числа
   *[other] { $count } чисел
}
count-results = { $count ->
    [one] { $count } результат
    [few] { $count } результата
   *[many] { $count } результатов
}
count-articles = { $count ->
    [one] { $count } статья
    [few] { $count } статьи
   *[other] { $count } статей
}

# Кнопки
button-summary = Кратко
button-quotes = Цитаты
button-figures = Цифры
button-text = Полный текст
button-article = Статья
button-articles = Все статьи
button-context = Контекст
button-copy = Копировать
button-card = Карточка
button-chart = График
button-sentence = Предложение
button-share = Поделиться
button-source = Источник
button-open = Открыть в Дереке
button-quote = Цитата
button-versions = Версии: { $count }
button-results = Найдено по словам: { $count }
button-original = Оригинал: { $language }
button-elsewhere = Попробовать в другом чате
button-languages = Язык · Тіл · Language
back-results = ‹ К результатам
back-quote = ‹ К цитате
back-figures = ‹ Ко всем цифрам
back-article = ‹ К статье
button-changes = Что изменилось
button-stale = Эта кнопка устарела. Отправьте команду ещё раз.

# Перевод
translated-article = Это перевод статьи.
translated-quote = Цитата переведена. Дословно — в оригинале.

# Одни и те же слова в нескольких статьях
carried-by = Опубликовано в { $count ->
    [one] { $count } статье
   *[other] { $count } статьях
}
carried-cut = в { $count } из них часть слов опущена
carried-without = в { $count } из них этих слов нет
carried-lacks = Здесь нет:

# /check
check-asked =
    Пришлите слова после /check, и я скажу, так ли это было сказано: /check «Сильные сёла — залог благополучия»

    Можно ответить командой /check на любое сообщение или переслать его мне в личный чат.
verdict-verbatim = Сказано именно так
verdict-shortened = Сокращено: слова пропущены без знака пропуска
verdict-altered = Изменено: сказано было иначе
verdict-spliced = { $count ->
    [one] Склеено из { $count } места
   *[other] Склеено из { $count } мест
}
verdict-not-a-quote = Это не цитата: так пишет сама статья
verdict-other-speaker = Слова те же, но сказал их другой
verdict-not-found = Не найдено: { $count ->
    [one] просмотрена { $count } статья
    [few] просмотрены { $count } статьи
   *[other] просмотрено { $count } статей
}
claim-no-words = Здесь нет слов, которые можно проверить.
claim-one-word = Одного слова для проверки мало. Пришлите фразу целиком.
claim-other-script = Я проверяю слова на русском, казахском (кириллица) и английском.
claim-first-words = Текст длинный: проверены первые слова — { $count }.
check-sent = Вы прислали:
check-true = В статье:
check-dropped = Подчёркнуто то, что у вас пропущено.
check-light = Мелкие расхождения, которые ничего не меняют:
check-speaker-unknown = Кто это сказал, в статье не названо.
check-speaker-other = В статье эти слова принадлежат другому.
check-no-proof = Это не значит, что так никогда не говорили.
check-nearest = Самые близкие цитаты:
check-several = Проверено цитат: { $count }
check-more = И ещё цитат в тексте: { $count }. Ответьте на сообщение командой /check, выделив нужную.
check-looked-for = Вы прислали:
change-number = число
change-date = дата
change-name = имя
change-negation = отрицание
change-tense = время глагола
change-limit = оговорка
change-word = слова
change-moved = переставлено
change-order = порядок слов
change-spelling = написание
change-typo = опечатка
change-dropped = пропущено
change-added = добавлено

# Чего в статье нет
no-quotes = В этой статье никого не цитируют.
no-figures = В этой статье нет цифр.
no-summary = У этой статьи нет краткого изложения.
no-such-quote = Цитаты с таким номером нет: в статье { $quotes }.
no-articles = Статей пока нет. Загляните позже.

# Поиск
nothing-fits = По запросу «{ $words }» ничего не нашлось.
nothing-asked = Напишите, что найти: имя, тему или число.
nothing-try = Попробуйте, например:
search-instead = Показаны результаты по запросу «{ $words }»
also-in = Есть также в:
inline-nothing = Ничего не нашлось. Спросить Дерека

# /articles, /source, /lang
articles-choose = Выберите статью — дальше поговорим о ней.
source-unknown = Место публикации не указано.
source-editions = Читать также: { $languages }
source-translated = Это перевод. Язык оригинала: { $language }
lang-choose = На каком языке отвечать?
lang-chosen = Буду отвечать по-русски.

# /start и /help
start-hello = Здравствуйте! Я Дерек.
start-nothing-there = Эта ссылка больше никуда не ведёт. Но я на месте!
start-can =
    Нахожу в статьях точные цитаты и цифры и всегда показываю, откуда они. От себя ничего не добавляю.

    Напишите имя, тему или число — найду подходящее. В любом другом чате наберите @{ $bot } и слово: цитату можно отправить прямо туда.

    Все команды: /help
start-try = Попробуйте сразу — вот статья:
help-commands = Что я умею
help-more =
    Можно и без команд: напишите, что ищете, своими словами. Слова после команды выбирают статью: /summary выборы

    В любом чате: @{ $bot } и слово — выберите цитату или цифру, и она отправится вместе с источником.

    Ответьте командой на моё сообщение — отвечу о той же статье.
not-now = Сейчас не могу это посмотреть. Попробуйте чуть позже.
not-kept = Сейчас не могу это записать, так что могу забыть.
failed-inside = У меня что-то сломалось, и это уже записано. Попробуйте ещё раз.
unknown-command = Команды /{ $name } у меня нет. Что я умею: /help
argument-search = [слова]
argument-check = [слова]
argument-words = [слова]
argument-quote = [номер, имя или слова]
about-search = цитаты, цифры и статьи по любым словам
about-check = проверить, так ли это было сказано
about-quote = дословная цитата
about-stats = цифры статьи
about-card = цитата картинкой
about-chart = цифры картинкой
about-summary = статья вкратце
about-article = заголовок, начало и полный текст
about-articles = все статьи
about-source = откуда статья
about-history = что и когда изменилось в статье
about-lang = язык ответов
about-help = что я умею
about-start = начать сначала
told-refused = Пост не вышел: Telegram его не принял.
told-given-up = Пост не вышел: отправить его не удавалось целые сутки.
told-gone = Пост не вышел: бота удалили из чата или заблокировали.
told-broken = Пост не вышел: его не удалось составить, причина записана в журнале.
told-broken-file = В файле { $file } ошибки, поэтому статья осталась прежней:
told-unsure = Неизвестно, вышел ли пост: программа остановилась или связь оборвалась, когда он отправлялся. Загляните в чат и выберите:
told-article = Статья:
told-chat = Чат:
told-answer = Ответ Telegram:
told-again = Отправляю ещё раз.
told-there = Хорошо, второй раз не отправлю.
told-settled = Это уже решено.
button-send-again = Отправить ещё раз
button-is-there = Пост на месте

# What changed in an article
history-revision = Редакция { $number } из { $count }
history-first = Такой статья вышла впервые.
history-withdrawn = Эта версия статьи отозвана.
history-structure = Текст остался прежним: изменились только цитаты, цифры или другие сведения о нём.
history-more = И это не всё: остальное — в полном тексте.
corrected-at = Исправлено { $when }
post-overtaken = Этот пост устарел: статья исправлена, а сам пост изменить уже нельзя.
withdrawn-at = Отозвано { $when }

# Following
argument-follow = [имя, тема или слова]
argument-zone = [часовой пояс]
about-follow = сообщать о новом: всё, спикер, тема или слова
about-following = подписки и время сообщений
about-unfollow = убрать подписку
about-zone = часовой пояс чата
follow-all = Все статьи
follow-speaker = { $name } — цитаты
follow-topic = Тема «{ $topic }»
follow-words = Слова «{ $words }»
# What somebody may type for everything, with commas between.
follow-all-typed = всё, все, все статьи
follow-choose =
    О чём сообщать? Нажмите кнопку или напишите, например:
    /follow Токаев
    /follow выборы акимов -Россия

    Минус перед словом значит «без этого слова».
follow-what = Не понял, о чём сообщать. Напишите до 12 слов, например: /follow выборы акимов
follow-done = Готово! Подписка: { $what }.
follow-already = Такая подписка уже есть: { $what }.
follow-too-many = Здесь уже { $count } подписок, больше нельзя. Уберите лишние.
unfollow-done = Подписки больше нет: { $what }.
unfollow-all = Подписок больше нет.
unfollow-nothing = Такой подписки не нашлось.
following-title = Подписки
following-nothing = Подписок пока нет. О чём сообщать?
when-title = Когда сообщать
when-at-once = Сообщаю сразу.
when-not-at-night = Сообщаю сразу, но не с { $from } до { $to }.
when-digest = Присылаю подборку в { $hour }, { $days }.
when-silent = Без звука.
when-zone = Часовой пояс: { $zone }.
days-all = каждый день
days-work = по будням
# Monday first, a space between.
days-short = пн вт ср чт пт сб вс
zone-now = Часовой пояс: { $zone }, сейчас там { $time }.
zone-choose = Выберите другой или напишите, например: /zone Europe/Paris
zone-unknown = Не знаю часового пояса «{ $zone }».
administrators-only = В группе это могут менять только администраторы.
button-at-once = Сразу
button-digest = Подборкой
button-no-rest = В любое время
button-loud = Со звуком
button-silent = Без звука
button-zone = Часовой пояс: { $zone }
button-when = Когда сообщать
button-following = Подписки
button-unfollow-all = Убрать все подписки
back-following = ‹ К подпискам
back-when = ‹ Когда сообщать
digest-title = Новое по подпискам
digest-quote = «{ $words }»
digest-translated = перевод

# Times as editors type them. A space stands between words that mean the same; * ends the beginning of a word; a comma stands between days and months.
moment-today = сегодня
moment-tomorrow = завтра
moment-after-tomorrow = послезавтра
moment-weekdays = понедельник* пн, вторник* вт, сред* ср, четверг* чт, пятниц* пт, суббот* сб, воскресень* вс
moment-months = январ* янв, феврал* фев, март* мар, апрел* апр, май мая мае, июн*, июл*, август* авг, сентябр* сен сент, октябр* окт, ноябр* ноя, декабр* дек
moment-minute = минут* мин
moment-half-hour = полчаса
moment-hour = час часа часов часик ч
moment-day = день дня дней сутки суток
moment-within = через
moment-at = в во к
moment-morning = утра
moment-afternoon = дня вечера
moment-filler = на час часа часов ч ровно года г

# Channels
argument-post = [@канал] [слова]
about-post = показать пост для канала и выпустить его
about-scheduled = посты, которые ждут своего времени
about-channels = каналы и правила для них
about-audit = что делали редакторы
editors-only = Это могут только редакторы.
button-check = Проверить цитату
channels-title = Каналы
channels-none = Каналов пока нет. Сделайте меня администратором канала с правом публиковать сообщения.
channel-unknown = Такого канала у меня нет. Есть эти:
channel-setup = Что делать с новыми статьями?
channel-offer = Теперь я могу публиковать в канале «{ $channel }». Что делать с новыми статьями?
channel-closed = нет права публиковать
channel-closed-why = Сейчас у меня нет права публиковать здесь.
rule-none = Публиковать вручную
rule-propose = Предлагать редакторам
rule-post = Публиковать сразу
button-pin = Закрепить
button-post-in = Опубликовать: { $channel }
button-post-at = Позже…
button-drop = Не публиковать
button-other-channel = Другой канал
button-move = Перенести
button-now = Сейчас
button-cancel = Отменить
back-channels = ‹ К каналам
back-draft = ‹ К посту
back-scheduled = ‹ Ко всем
post-when = Когда опубликовать в канале «{ $channel }»? Выберите или ответьте на это сообщение, например: завтра 9:00, 28.11 14:30, через 2 часа.
post-gone = Этой статьи больше нет.
post-on-its-way = Публикую в канале «{ $channel }».
post-planned = Выйдет { $when } в канале «{ $channel }».
post-dropped = Хорошо, не публикую.
post-settled = Этот пост уже вышел или отменён.
post-cancelled = Отменил: в канале «{ $channel }» этот пост не выйдет.
scheduled-title = Ждут своего времени
scheduled-none = Ничего не запланировано. Новый пост: /post
moment-unknown = Не понял, когда. Напишите, например: завтра 9:00, 28.11 14:30 или через 2 часа.
moment-past = Это время уже прошло.
moment-no-such = Такого дня или часа нет.
moment-too-far = Это слишком далеко: планирую не больше чем на год.
audit-title = Что делали редакторы
audit-none = Редакторы пока ничего не делали.
audit-added = сделал меня администратором
audit-removed = лишил меня права публиковать
audit-set = изменил правила: { $what }
audit-posted = опубликовал: { $what }
audit-planned = запланировал на { $when }: { $what }
audit-moved = перенёс на { $when }: { $what }
audit-cancelled = отменил: { $what }
audit-again = отправил ещё раз: { $what }
audit-there = нашёл на месте: { $what }
audit-unknown = запись не читается

# Pictures
picture-later = Картинки сейчас рисуют многие. Попробуйте через минуту.
picture-whole-quote = Цитата целиком — в сообщении
picture-other-figures = Остальные цифры — в сообщении
theme-light = Светлая
theme-dark = Тёмная
theme-brand = Фирменная
post-card-before = Перед текстом в канале встанет карточка.
picture-translated = перевод
