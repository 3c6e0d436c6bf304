## Дерек өз атынан айтатын сөздер.
## «Сіз» деп сөйлейді, қысқа әрі нақты. «Сан» — мақаладағы сандық дерек, «дәйексөз» — төл сөз.

language-name = Қазақша

# Күн мен ай
date-day = { $year } жылғы { $day } { $month ->
    [1] қаңтар
    [2] ақпан
    [3] наурыз
    [4] сәуір
    [5] мамыр
    [6] маусым
    [7] шілде
    [8] тамыз
    [9] қыркүйек
    [10] қазан
    [11] қараша
   *[12] желтоқсан
}
date-month = { $year } жылғы { $month ->
    [1] қаңтар
    [2] ақпан
    [3] наурыз
    [4] сәуір
    [5] мамыр
    [6] маусым
    [7] шілде
    [8] тамыз
    [9] қыркүйек
    [10] қазан
    [11] қараша
   *[12] желтоқсан
}
date-moment = { $day }.{ $month }, { $hour }:{ $minute }

# Саны
count-quotes = { $count ->
   *[other] { $count } дәйексөз
}
count-figures = { $count ->
   *[other] { $count } сан
}
count-results = { $count ->
   *[other] { $count } нәтиже
}
count-articles = { $count ->
   *[other] { $count } мақала
}

# Батырмалар
button-summary = Қысқаша
button-quotes = Дәйексөздер
button-figures = Сандар
button-text = Толық мәтін
button-article = Мақала
button-articles = Барлық мақала
button-context = Контекст
button-copy = Көшіру
button-card = Карточка
button-chart = График
button-sentence = Сөйлем
button-share = Бөлісу
button-source = Дереккөз
button-open = Дерек ботында ашу
button-quote = Дәйексөз
button-versions = Нұсқалары: { $count }
button-results = Сөздер бойынша табылғаны: { $count }
button-original = Түпнұсқа: { $language }
button-elsewhere = Басқа чатта қолданып көру
button-languages = Тіл · Язык · Language
back-results = ‹ Нәтижелерге
back-quote = ‹ Дәйексөзге
back-figures = ‹ Барлық санға
back-article = ‹ Мақалаға
button-changes = Не өзгерді
button-stale = Бұл батырма ескірген. Пәрменді қайта жіберіңіз.

# Аударма
translated-article = Бұл – мақаланың аудармасы.
translated-quote = Дәйексөз аударылған. Сөзбе-сөз нұсқасы – түпнұсқада.

# Бірнеше мақаладағы бір сөз
carried-by = { $count ->
   *[other] { $count } мақалада жарияланған
}
carried-cut = соның { $count } мақаласында кей сөздер қалып қойған
carried-without = соның { $count } мақаласында бұл сөздер жоқ
carried-lacks = Мұнда жоқ:

# /check
check-asked =
    /check пәрменінен кейін сөздерді жіберіңіз, солай айтылған-айтылмағанын тексеремін: /check «Қуатты ауыл – ел берекесінің кепілі»

    Кез келген хабарламаға /check деп жауап беруге немесе оны маған жеке чатта қайта жіберуге болады.
verdict-verbatim = Дәл осылай айтылған
verdict-shortened = Қысқартылған: кей сөздер белгісіз түсіп қалған
verdict-altered = Өзгертілген: басқаша айтылған
verdict-spliced = { $count ->
   *[other] { $count } жерден құрастырылған
}
verdict-not-a-quote = Бұл дәйексөз емес: мақаланың өз сөзі
verdict-other-speaker = Сөзі дәл, бірақ айтқан басқа адам
verdict-not-found = Табылмады: { $count ->
   *[other] { $count } мақала қаралды
}
claim-no-words = Мұнда тексеретін сөз жоқ.
claim-one-word = Бір сөзді тексеру мүмкін емес. Сөйлемді толық жіберіңіз.
claim-other-script = Мен қазақша (кирилл), орысша және ағылшынша сөздерді тексеремін.
claim-first-words = Мәтін ұзақ: алғашқы { $count } сөзі қаралды.
check-sent = Сіз жібергеніңіз:
check-true = Мақалада:
check-dropped = Сіз жіберген мәтінде жоқ сөздердің асты сызылған.
check-light = Мәнін өзгертпейтін ұсақ айырмалар:
check-speaker-unknown = Мұны кім айтқаны мақалада көрсетілмеген.
check-speaker-other = Мақалада бұл басқа адамның сөзі.
check-no-proof = Бұл ондай сөз ешқашан айтылмаған деген емес.
check-nearest = Ең жақын дәйексөздер:
check-several = Тексерілген дәйексөз: { $count }
check-more = Мәтінде тағы { $count } дәйексөз бар. Керегін белгілеп, /check деп жауап беріңіз.
check-looked-for = Сіз жібергеніңіз:
change-number = сан
change-date = күні
change-name = есім
change-negation = болымсыздық
change-tense = етістіктің шағы
change-limit = шарт
change-word = сөздер
change-moved = орны ауысқан
change-order = сөз тәртібі
change-spelling = жазылуы
change-typo = қате басылған
change-dropped = түсіп қалған
change-added = қосылған

# Мақалада жоқ нәрсе
no-quotes = Бұл мақалада ешкімнің сөзі келтірілмеген.
no-figures = Бұл мақалада сандар жоқ.
no-summary = Бұл мақаланың қысқаша мазмұны жоқ.
no-such-quote = Мұндай нөмірлі дәйексөз жоқ: мақалада { $quotes } бар.
no-articles = Әзірге мақала жоқ. Кейінірек кіріп көріңіз.

# Іздеу
nothing-fits = «{ $words }» сұрауы бойынша ештеңе табылмады.
nothing-asked = Нені іздеу керегін жазыңыз: есім, тақырып немесе сан.
nothing-try = Мысалы, мынаны жазып көріңіз:
search-instead = «{ $words }» сұрауының нәтижелері көрсетілді
also-in = Мына мақалаларда да бар:
inline-nothing = Ештеңе табылмады. Деректен сұраңыз

# /articles, /source, /lang
articles-choose = Мақаланы таңдаңыз – әрі қарай сол туралы сөйлесеміз.
source-unknown = Қайда жарияланғаны көрсетілмеген.
source-editions = Басқа тілдерде: { $languages }
source-translated = Бұл – аударма. Түпнұсқа тілі: { $language }
lang-choose = Қай тілде жауап берейін?
lang-chosen = Енді қазақша жауап беремін.

# /start және /help
start-hello = Сәлеметсіз бе! Мен Дерекпін.
start-nothing-there = Бұл сілтеме енді ашылмайды. Бірақ мен осындамын!
start-can =
    Мақалалардан дәл дәйексөздер мен сандарды тауып, қайдан алынғанын әрдайым көрсетемін. Өзімнен ештеңе қоспаймын.

    Есім, тақырып немесе сан жазыңыз – сәйкесін табамын. Кез келген басқа чатта @{ $bot } және бір сөз терсеңіз, дәйексөзді сол жерге бірден жібере аласыз.

    Барлық пәрмен: /help
start-try = Бірден байқап көріңіз, міне мақала:
help-commands = Менің қолымнан келетіні
help-more =
    Пәрменсіз де болады: не іздегеніңізді өз сөзіңізбен жазыңыз. Пәрменнен кейінгі сөздер мақаланы таңдайды: /summary сайлау

    Кез келген чатта @{ $bot } және сөз теріп, дәйексөзді немесе санды таңдаңыз – ол дереккөзімен бірге жіберіледі.

    Хабарламама пәрменмен жауап берсеңіз, сол мақала туралы айтамын.
not-now = Қазір мұны қарай алмай тұрмын. Сәлден соң қайталап көріңіз.
not-kept = Қазір мұны жазып қоя алмай тұрмын, ұмытып қалуым мүмкін.
failed-inside = Менде ақау шықты, ол жазып алынды. Қайталап көріңіз.
unknown-command = Менде /{ $name } деген пәрмен жоқ. Не істей алатыным: /help
argument-search = [сөздер]
argument-check = [сөздер]
argument-words = [сөздер]
argument-quote = [нөмір, есім немесе сөздер]
about-search = кез келген сөз бойынша дәйексөз, сан және мақала
about-check = солай айтылған-айтылмағанын тексеру
about-quote = сөзбе-сөз дәйексөз
about-stats = мақаладағы сандар
about-card = дәйексөз суретпен
about-chart = сандар суретпен
about-summary = мақала қысқаша
about-article = мақаланың тақырыбы, басы және толық мәтіні
about-articles = барлық мақала
about-source = мақала қайдан алынған
about-history = мақалада не, қашан өзгерді
about-lang = жауап тілі
about-help = не істей аламын
about-start = басынан бастау
told-refused = Жазба шықпады: Telegram оны қабылдамады.
told-given-up = Жазба шықпады: оны тәулік бойы жіберу мүмкін болмады.
told-gone = Жазба шықпады: ботты чаттан шығарып жіберген немесе бұғаттаған.
told-broken = Жазба шықпады: оны құрастыру мүмкін болмады, себебі журналда жазылған.
told-broken-file = { $file } файлында қате бар, сондықтан мақала бұрынғы күйінде қалды:
told-unsure = Жазба шықты ма, белгісіз: ол жіберіліп жатқанда бағдарлама тоқтады немесе байланыс үзілді. Чатты қарап, таңдаңыз:
told-article = Мақала:
told-chat = Чат:
told-answer = Telegram жауабы:
told-again = Қайта жіберіп жатырмын.
told-there = Жақсы, екінші рет жібермеймін.
told-settled = Бұл мәселе шешілген.
button-send-again = Қайта жіберу
button-is-there = Жазба орнында

# What changed in an article
history-revision = { $number }-редакция (барлығы { $count })
history-first = Мақала алғаш осылай шықты.
history-withdrawn = Мақаланың бұл нұсқасы қайтарып алынды.
history-structure = Мәтін өзгерген жоқ: тек дәйексөздер, сандар не ол туралы өзге мәліметтер өзгерді.
history-more = Мұнымен бітпейді: қалғаны толық мәтінде.
corrected-at = Түзетілді: { $when }
post-overtaken = Бұл жазба ескірді: мақала түзетілді, ал жазбаның өзін енді өзгерту мүмкін емес.
withdrawn-at = Қайтарып алынды: { $when }

# Following
argument-follow = [есім, тақырып немесе сөздер]
argument-zone = [уақыт белдеуі]
about-follow = жаңалықты хабарлау: бәрі, спикер, тақырып немесе сөздер
about-following = жазылымдар мен хабарлау уақыты
about-unfollow = жазылымды алып тастау
about-zone = чаттың уақыт белдеуі
follow-all = Барлық мақала
follow-speaker = { $name } — дәйексөздер
follow-topic = «{ $topic }» тақырыбы
follow-words = «{ $words }» сөздері
# What somebody may type for everything, with commas between.
follow-all-typed = барлығы, бәрі, барлық мақала
follow-choose =
    Не туралы хабарлайын? Түймені басыңыз немесе жазыңыз, мысалы:
    /follow Тоқаев
    /follow ауыл әкімдері -Ресей

    Сөздің алдындағы минус «бұл сөзсіз» дегенді білдіреді.
follow-what = Не туралы хабарлау керегін түсінбедім. 12 сөзге дейін жазыңыз, мысалы: /follow ауыл әкімдері
follow-done = Дайын! Жазылым: { $what }.
follow-already = Мұндай жазылым бар: { $what }.
follow-too-many = Мұнда { $count } жазылым бар, одан артық болмайды. Керек емесін алып тастаңыз.
unfollow-done = Жазылым алып тасталды: { $what }.
unfollow-all = Жазылымдардың бәрі алып тасталды.
unfollow-nothing = Мұндай жазылым табылмады.
following-title = Жазылымдар
following-nothing = Әзірге жазылым жоқ. Не туралы хабарлайын?
when-title = Хабарлау уақыты
when-at-once = Бірден хабарлаймын.
when-not-at-night = Бірден хабарлаймын, тек { $from }–{ $to } аралығында мазаламаймын.
when-digest = Топтама жіберемін: { $days }, { $hour }.
when-silent = Дыбыссыз.
when-zone = Уақыт белдеуі: { $zone }.
days-all = күн сайын
days-work = жұмыс күндері
# Monday first, a space between.
days-short = дс сс ср бс жм сб жс
zone-now = Уақыт белдеуі: { $zone }, онда қазір { $time }.
zone-choose = Басқасын таңдаңыз немесе жазыңыз, мысалы: /zone Europe/Paris
zone-unknown = «{ $zone }» деген уақыт белдеуін білмеймін.
administrators-only = Топта мұны тек әкімшілер өзгерте алады.
button-at-once = Бірден
button-digest = Топтамамен
button-no-rest = Кез келген уақытта
button-loud = Дыбыспен
button-silent = Дыбыссыз
button-zone = Уақыт белдеуі: { $zone }
button-when = Хабарлау уақыты
button-following = Жазылымдар
button-unfollow-all = Бәрін алып тастау
back-following = ‹ Жазылымдарға
back-when = ‹ Хабарлау уақыты
digest-title = Жазылымдар бойынша жаңалық
digest-quote = «{ $words }»
digest-translated = аударма

# Times as editors type them. A space stands between words that mean the same; * ends the beginning of a word; a comma stands between days and months.
moment-today = бүгін
moment-tomorrow = ертең
moment-after-tomorrow = бүрсігүні арғы
moment-weekdays = дүйсенбі* дс, сейсенбі* сс, сәрсенбі* ср, бейсенбі* бс, жұма* жм, сенбі* сб, жексенбі* жс
moment-months = қаңтар* қаң, ақпан* ақп, наурыз* нау, сәуір* сәу, мамыр* мам, маусым* мау, шілде* шіл, тамыз* там, қыркүйек* қыр, қазан* қаз, қараша* қар, желтоқсан* жел
moment-minute = минут* мин
moment-half-hour = жарты
moment-hour = сағат*
moment-day = күн* тәулік*
moment-within = кейін соң
moment-at = сағат
moment-morning = таңғы
moment-afternoon = кешкі
moment-filler = күні күн дәл жылы жылғы сағаттан

# Channels
argument-post = [@арна] [сөздер]
about-post = арнаға арналған жазбаны көрсету және шығару
about-scheduled = уақытын күтіп тұрған жазбалар
about-channels = арналар мен олардың ережелері
about-audit = редакторлардың әрекеттері
editors-only = Мұны тек редакторлар істей алады.
button-check = Дәйексөзді тексеру
channels-title = Арналар
channels-none = Әзірге арна жоқ. Мені арнаға жазба шығару құқығымен әкімші етіп тағайындаңыз.
channel-unknown = Менде мұндай арна жоқ. Барлары мынау:
channel-setup = Жаңа мақалаларды қайтейін?
channel-offer = Енді «{ $channel }» арнасында жазба шығара аламын. Жаңа мақалаларды қайтейін?
channel-closed = жазба шығару құқығы жоқ
channel-closed-why = Қазір менде мұнда жазба шығару құқығы жоқ.
rule-none = Қолмен шығару
rule-propose = Редакторларға ұсыну
rule-post = Бірден шығару
button-pin = Бекіту
button-post-in = Шығару: { $channel }
button-post-at = Кейін…
button-drop = Шығармау
button-other-channel = Басқа арна
button-move = Ауыстыру
button-now = Қазір
button-cancel = Болдырмау
back-channels = ‹ Арналарға
back-draft = ‹ Жазбаға
back-scheduled = ‹ Барлығына
post-when = «{ $channel }» арнасында қашан шығарайын? Таңдаңыз немесе осы хабарға жауап жазыңыз, мысалы: ертең 9:00, 28.11 14:30, 2 сағаттан кейін.
post-gone = Бұл мақала енді жоқ.
post-on-its-way = «{ $channel }» арнасында шығарып жатырмын.
post-planned = «{ $channel }» арнасында шығатын уақыты: { $when }.
post-dropped = Жақсы, шығармаймын.
post-settled = Бұл жазба шығып кеткен немесе тоқтатылған.
post-cancelled = Тоқтаттым: бұл жазба «{ $channel }» арнасында шықпайды.
scheduled-title = Уақытын күтіп тұр
scheduled-none = Ештеңе жоспарланбаған. Жаңа жазба: /post
moment-unknown = Қашан екенін түсінбедім. Мысалы, былай жазыңыз: ертең 9:00, 28.11 14:30 немесе 2 сағаттан кейін.
moment-past = Бұл уақыт өтіп кетті.
moment-no-such = Мұндай күн не сағат жоқ.
moment-too-far = Бұл тым алыс: бір жылдан артыққа жоспарламаймын.
audit-title = Редакторлардың әрекеттері
audit-none = Редакторлар әзірге ештеңе істеген жоқ.
audit-added = мені әкімші етті
audit-removed = жазба шығару құқығымды алып тастады
audit-set = ережені өзгертті: { $what }
audit-posted = шығарды: { $what }
audit-planned = { $when } уақытына жоспарлады: { $what }
audit-moved = { $when } уақытына ауыстырды: { $what }
audit-cancelled = тоқтатты: { $what }
audit-again = қайта жіберді: { $what }
audit-there = орнында деп тапты: { $what }
audit-unknown = жазба оқылмайды

# Pictures
picture-later = Қазір сурет салдырып жатқандар көп. Бір минуттан кейін қайталап көріңіз.
picture-whole-quote = Дәйексөз толығымен — хабарламада
picture-other-figures = Қалған сандар — хабарламада
theme-light = Ашық
theme-dark = Қараңғы
theme-brand = Фирмалық
post-card-before = Арнада мәтіннің алдында карточка тұрады.
picture-translated = аударма
