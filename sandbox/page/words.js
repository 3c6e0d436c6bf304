// What the page says in its own words, in three languages. A value with plural forms is an object by category.

const WORDS = {
  ru: {
    derek: 'Дерек', sandbox: 'песочница',
    chats: 'Чаты', newChat: 'Новый чат', dark: 'Тёмное оформление', back: 'К списку чатов',
    speaker: 'Кто говорит', language: 'Язык', addPerson: 'Добавить человека', name: 'Имя', username: 'Имя пользователя',
    optional: 'необязательно', add: 'Добавить', close: 'Закрыть', ok: 'Понятно', create: 'Создать',
    nobody: 'Здесь пока никого нет', nobodyHint: 'Добавьте первого человека, и он сможет написать боту.',
    members: { one: '{n} участник', few: '{n} участника', many: '{n} участников', other: '{n} участника' },
    subscribers: { one: '{n} подписчик', few: '{n} подписчика', many: '{n} подписчиков', other: '{n} подписчика' },
    unread: { one: '{n} непрочитанное', few: '{n} непрочитанных', many: '{n} непрочитанных', other: '{n} непрочитанных' },
    unreadSome: 'есть непрочитанное',
    bot: 'бот', group: 'Группа', supergroup: 'Супергруппа', channel: 'Канал',
    typing: 'печатает…', you: 'Вы', empty: 'Сообщений пока нет', loading: 'Загружаем…',
    messages: 'Сообщения', message: 'Сообщение', messagePost: 'Запись в канал', messageTopic: 'Сообщение в тему «{title}»',
    send: 'Отправить', commands: 'Команды', toBottom: 'К последним сообщениям',
    edited: 'изменено', via: 'через @{bot}', forwarded: 'Переслано от {name}', reply: 'Ответить',
    replyTo: 'Ответ: {name}', cancelReply: 'Не отвечать', toOriginal: 'К сообщению, на которое это ответ',
    noOriginal: 'Того сообщения больше нет',
    spoiler: 'Скрытый текст, показать', more: 'Показать целиком', less: 'Свернуть', copyText: 'Скопировать',
    copied: 'Скопировано', notCopied: 'Браузер не дал скопировать', opensTab: 'откроется в новой вкладке',
    today: 'Сегодня', yesterday: 'Вчера',
    gone: 'Песочница не отвечает. Подключимся сами, как только она вернётся.', connected: 'Снова на связи',
    failed: 'Не получилось: {reason}', unreachable: 'песочница не отвечает', noPressAnswer: 'Бот не ответил на нажатие',
    inlineResults: 'Ответы бота', inlineSearching: 'Бот ищет…', inlineNothing: 'Бот ничего не нашёл',
    inlineFailed: 'Бот не ответил на запрос', inlineHint: 'искать прямо в строке ввода',
    shareTo: 'В какой чат?',
    hintTitle: 'Это ваш чат с ботом {name}',
    hintText: 'Всё происходит на этом компьютере: до Telegram отсюда ничего не доходит. Начните разговор или наберите «/», чтобы увидеть команды.',
    start: 'Начать', hintInline: 'Подсказка: наберите @{bot} и слово в любом чате.',
    hintGroup: 'В группе бот видит команды, упоминания и ответы ему.', hintChannel: 'Здесь выходят записи канала. Бот отвечает на команды в них, если он администратор.',
    choosePlace: 'Выберите чат', topics: 'Темы', topicsHelp: 'по одной в строке', title: 'Название', kind: 'Вид',
    botIs: 'Бот в чате', botMember: 'участник', botAdmin: 'администратор',
  },
  kk: {
    derek: 'Дерек', sandbox: 'құмсалғыш',
    chats: 'Чаттар', newChat: 'Жаңа чат', dark: 'Қараңғы режим', back: 'Чаттар тізіміне',
    speaker: 'Кім жазады', language: 'Тіл', addPerson: 'Адам қосу', name: 'Аты', username: 'Пайдаланушы аты',
    optional: 'міндетті емес', add: 'Қосу', close: 'Жабу', ok: 'Түсінікті', create: 'Құру',
    nobody: 'Мұнда әзірге ешкім жоқ', nobodyHint: 'Алғашқы адамды қосыңыз, сонда ол ботқа жаза алады.',
    members: { other: '{n} мүше' },
    subscribers: { other: '{n} жазылушы' },
    unread: { other: '{n} оқылмаған хабарлама' },
    unreadSome: 'оқылмаған хабарлама бар',
    bot: 'бот', group: 'Топ', supergroup: 'Супертоп', channel: 'Арна',
    typing: 'жазып жатыр…', you: 'Сіз', empty: 'Әзірге хабарлама жоқ', loading: 'Жүктеліп жатыр…',
    messages: 'Хабарламалар', message: 'Хабарлама', messagePost: 'Арнаға жазба', messageTopic: '«{title}» тақырыбына хабарлама',
    send: 'Жіберу', commands: 'Командалар', toBottom: 'Соңғы хабарламаларға',
    edited: 'өзгертілді', via: '@{bot} арқылы', forwarded: 'Қайта жіберілген: {name}', reply: 'Жауап беру',
    replyTo: 'Жауап: {name}', cancelReply: 'Жауап бермеу', toOriginal: 'Жауап берілген хабарламаға өту',
    noOriginal: 'Ол хабарлама енді жоқ',
    spoiler: 'Жасырын мәтін, көрсету', more: 'Толық көрсету', less: 'Жинау', copyText: 'Көшіру',
    copied: 'Көшірілді', notCopied: 'Браузер көшіруге рұқсат бермеді', opensTab: 'жаңа қойындыда ашылады',
    today: 'Бүгін', yesterday: 'Кеше',
    gone: 'Құмсалғыш жауап бермей тұр. Ол оралғанда өзіміз қосыламыз.', connected: 'Байланыс қалпына келді',
    failed: 'Болмады: {reason}', unreachable: 'құмсалғыш жауап бермей тұр', noPressAnswer: 'Бот батырмаға жауап бермеді',
    inlineResults: 'Боттың жауаптары', inlineSearching: 'Бот іздеп жатыр…', inlineNothing: 'Бот ештеңе таппады',
    inlineFailed: 'Бот сұрауға жауап бермеді', inlineHint: 'жазып отырып іздеу',
    shareTo: 'Қай чатқа жібереміз?',
    hintTitle: 'Бұл — {name} ботымен жеке чатыңыз',
    hintText: 'Бәрі осы компьютерде өтеді: Telegram-ға ештеңе жіберілмейді. Әңгімені бастаңыз немесе командаларды көру үшін «/» теріңіз.',
    start: 'Бастау', hintInline: 'Кеңес: кез келген чатта @{bot} деп, іздейтін сөзіңізді жазыңыз.',
    hintGroup: 'Топта бот командаларды, өзіне берілген жауаптарды және аталған хабарламаларды ғана көреді.', hintChannel: 'Мұнда арнаның жазбалары шығады. Бот әкімші болса, жазбадағы командаға жауап береді.',
    choosePlace: 'Чатты таңдаңыз', topics: 'Тақырыптар', topicsHelp: 'әр жолға біреуден', title: 'Атауы', kind: 'Түрі',
    botIs: 'Боттың рөлі', botMember: 'мүше', botAdmin: 'әкімші',
  },
  en: {
    derek: 'Derek', sandbox: 'sandbox',
    chats: 'Chats', newChat: 'New chat', dark: 'Dark mode', back: 'Back to the chats',
    speaker: 'Who speaks', language: 'Language', addPerson: 'Add a person', name: 'Name', username: 'Username',
    optional: 'optional', add: 'Add', close: 'Close', ok: 'OK', create: 'Create',
    nobody: 'Nobody is here yet', nobodyHint: 'Add the first person, and they can write to the bot.',
    members: { one: '{n} member', other: '{n} members' },
    subscribers: { one: '{n} subscriber', other: '{n} subscribers' },
    unread: { one: '{n} unread message', other: '{n} unread messages' },
    unreadSome: 'unread messages',
    bot: 'bot', group: 'Group', supergroup: 'Supergroup', channel: 'Channel',
    typing: 'typing…', you: 'You', empty: 'No messages yet', loading: 'Loading…',
    messages: 'Messages', message: 'Message', messagePost: 'Post to the channel', messageTopic: 'Message to “{title}”',
    send: 'Send', commands: 'Commands', toBottom: 'To the newest messages',
    edited: 'edited', via: 'via @{bot}', forwarded: 'Forwarded from {name}', reply: 'Reply',
    replyTo: 'Reply to {name}', cancelReply: 'Do not reply', toOriginal: 'Go to the message this replies to',
    noOriginal: 'That message is gone',
    spoiler: 'Hidden text, show it', more: 'Show all', less: 'Show less', copyText: 'Copy',
    copied: 'Copied', notCopied: 'The browser did not allow copying', opensTab: 'opens in a new tab',
    today: 'Today', yesterday: 'Yesterday',
    gone: 'The sandbox does not answer. The page reconnects as soon as it is back.', connected: 'Connected again',
    failed: 'That did not work: {reason}', unreachable: 'the sandbox does not answer', noPressAnswer: 'The bot did not answer the button',
    inlineResults: 'The bot’s results', inlineSearching: 'The bot is searching…', inlineNothing: 'The bot found nothing',
    inlineFailed: 'The bot did not answer the query', inlineHint: 'search while you type',
    shareTo: 'To which chat?',
    hintTitle: 'This is your chat with {name}',
    hintText: 'All of it happens on this computer; nothing reaches Telegram. Start the conversation, or type “/” to see the commands.',
    start: 'Start', hintInline: 'Tip: type @{bot} and a word in any chat.',
    hintGroup: 'In a group the bot sees commands, mentions and replies to it.', hintChannel: 'The channel’s posts appear here. The bot answers commands in them when it is an administrator.',
    choosePlace: 'Choose a chat', topics: 'Topics', topicsHelp: 'one a line', title: 'Title', kind: 'Kind',
    botIs: 'The bot is', botMember: 'a member', botAdmin: 'an administrator',
  },
};

/** The languages with their own names, as they are offered. */
export const LANGUAGES = { ru: 'Русский', kk: 'Қазақша', en: 'English' };

let language = 'en';

/** Speaks the language of a language_code from here on: kk-KZ is kk; what the page cannot speak is English. */
export function speak(code) {
  language = languageOf(code) ?? 'en';
  document.documentElement.lang = language;
  for (const node of document.querySelectorAll('[data-word]')) node.textContent = word(node.dataset.word);
  for (const node of document.querySelectorAll('[data-word-label]')) {
    node.setAttribute('aria-label', word(node.dataset.wordLabel));
    if (node.matches('button')) node.title = word(node.dataset.wordLabel);
  }
  document.title = `${word('derek')} · ${word('sandbox')}`;
}

/** The language that the page speaks for a language_code, or null. */
export function languageOf(code) {
  const short = (code ?? '').toLowerCase().split(/[-_]/)[0];
  return Object.hasOwn(WORDS, short) ? short : null;
}

/** The words of `key`, with {name} replaced by `values.name`; `values.n` chooses the plural form. */
export function word(key, values = {}) {
  const entry = WORDS[language][key];
  const text = typeof entry === 'string' ? entry : entry[new Intl.PluralRules(language).select(values.n)] ?? entry.other;
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

export const time = (unix) => format(unix, { hour: '2-digit', minute: '2-digit' });
export const moment = (unix) => format(unix, { dateStyle: 'long', timeStyle: 'short' });

/** "Today", "Yesterday", or the date; the year only when it is another one. */
export function day(unix) {
  const date = new Date(unix * 1000);
  const now = new Date();
  const midnight = (of) => new Date(of.getFullYear(), of.getMonth(), of.getDate());
  const days = Math.round((midnight(now) - midnight(date)) / 86_400_000);
  if (days === 0) return word('today');
  if (days === 1) return word('yesterday');
  const year = date.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' };
  return format(unix, { day: 'numeric', month: 'long', ...year });
}

/** The time for a message of today, the date for an older one: what a chat list has room for. */
export function shortMoment(unix) {
  return day(unix) === word('today') ? time(unix) : format(unix, { day: '2-digit', month: '2-digit' });
}

function format(unix, options) {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, options).format(unix * 1000);
}
