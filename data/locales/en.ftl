## What Derek says in its own words. Short, friendly, exact.

language-name = English

# Dates
date-day = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
date-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
date-moment = { $day }/{ $month }, { $hour }:{ $minute }

# How many
count-quotes = { $count ->
    [one] { $count } quote
   *[other] { $count } quotes
}
count-figures = { $count ->
    [one] { $count } figure
   *[other] { $count } figures
}
count-results = { $count ->
    [one] { $count } result
   *[other] { $count } results
}
count-articles = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}

# Buttons
button-summary = Summary
button-quotes = Quotes
button-figures = Figures
button-text = Full text
button-article = Article
button-articles = All articles
button-context = Context
button-copy = Copy
button-card = Card
button-chart = Chart
button-sentence = Sentence
button-share = Share
button-source = Source
button-open = Open in Derek
button-quote = The quote
button-versions = Versions: { $count }
button-results = Search results: { $count }
button-original = Original: { $language }
button-elsewhere = Try it in another chat
button-languages = Language · Тіл · Язык
back-results = ‹ Results
back-quote = ‹ Quote
back-figures = ‹ All figures
back-article = ‹ Article
button-changes = What changed
button-stale = This button is out of date. Please send the command again.

# Translations
translated-article = This edition is a translation.
translated-quote = This quote is translated. The exact words are in the original.

# The same words in several articles
carried-by = Carried by { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
carried-cut = in { $count } of them words are missing
carried-without = in { $count } of them these words are missing
carried-lacks = Missing here:

# /check
check-asked =
    Send me words after /check, and I will say whether they were said like that: /check “Strong villages are the key…”

    You can also reply to any message with /check, or just forward it to me in private.
verdict-verbatim = Said exactly like this
verdict-shortened = Shortened: words were left out without a sign
verdict-altered = Altered: it was said differently
verdict-spliced = Spliced together from { $count } places
verdict-not-a-quote = Not a quote: these are the article’s own words
verdict-other-speaker = The words are right, the speaker is not
verdict-not-found = Not found in { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
claim-no-words = There are no words here that could be checked.
claim-one-word = One word is too little to be checked. Send the whole phrase.
claim-other-script = I check words in English, Kazakh (Cyrillic) and Russian.
claim-first-words = It is long: I looked at the first { $count } words.
check-sent = You sent:
check-true = In the article:
check-dropped = Underlined: left out of what you sent.
check-light = Small differences that change nothing:
check-speaker-unknown = The article does not name who said it.
check-speaker-other = In the article somebody else says this.
check-no-proof = That does not mean it was never said.
check-nearest = The nearest quotes:
check-several = Quotes checked: { $count }
check-more = More quotes in the text: { $count }. Pick one out and reply to it with /check.
check-looked-for = You sent:
change-number = number
change-date = date
change-name = name
change-negation = negation
change-tense = tense
change-limit = condition
change-word = words
change-moved = moved
change-order = word order
change-spelling = spelling
change-typo = typo
change-dropped = left out
change-added = added

# What an article lacks
no-quotes = Nobody is quoted in this article.
no-figures = There are no figures in this article.
no-summary = This article has no summary.
no-such-quote = There is no quote with that number: the article has { $quotes }.
no-articles = There are no articles yet. Please come back later.

# Search
nothing-fits = Nothing fits “{ $words }”.
nothing-asked = Write what you are looking for: a name, a subject or a number.
nothing-try = You could try:
search-instead = Showing results for “{ $words }”
also-in = Also in:
inline-nothing = Nothing found. Ask Derek

# /articles, /source, /lang
articles-choose = Choose an article, and we will talk about that one.
source-unknown = The place of publication is not given.
source-editions = Also in: { $languages }
source-translated = This is a translation. Original language: { $language }
lang-choose = Which language shall I answer in?
lang-chosen = I will answer in English.

# /start and /help
start-hello = Hello! I’m Derek.
start-nothing-there = That link no longer leads anywhere. But I’m here!
start-can =
    I find exact quotes and figures in news articles and always show where they come from. I add nothing of my own.

    Write a name, a subject or a number, and I will find what fits. In any other chat, type @{ $bot } and a word to drop a quote right in.

    All commands: /help
start-try = Try it at once with this article:
help-commands = What I can do
help-more =
    No command needed: just write what you are looking for. Words after a command choose the article: /summary election

    In any chat, type @{ $bot } and a word, then pick a quote or a figure: it is sent with its source.

    Reply to a message of mine with a command, and I will answer about the same article.
not-now = I can’t look that up right now. Please try again in a while.
not-kept = I can’t note this down right now, so I may forget it.
failed-inside = Something broke on my side, and it has been noted. Please try again.
unknown-command = I don’t know /{ $name }. Here is what I can do: /help
argument-search = [words]
argument-check = [words]
argument-words = [words]
argument-quote = [number, name or words]
about-search = quotes, figures and articles for any words
about-check = whether a quote was really said like that
about-quote = a quote, word for word
about-stats = the figures of an article
about-card = a quote as a picture
about-chart = the figures as a picture
about-summary = an article in brief
about-article = title, lead and full text
about-articles = all articles
about-source = where an article comes from
about-history = what changed in an article and when
about-lang = the language I answer in
about-help = what I can do
about-start = start again
told-refused = The post is not out: Telegram refused it.
told-given-up = The post is not out: for a whole day it could not be sent.
told-gone = The post is not out: the bot was removed from the chat or blocked.
told-broken = The post is not out: it could not be put together; the log says why.
told-broken-file = The file { $file } has mistakes, so the article stays as it was:
told-unsure = The post may be out: the program stopped or the connection broke while it was being sent. Have a look at the chat and choose:
told-article = Article:
told-chat = Chat:
told-answer = Telegram’s answer:
told-again = Sending it again.
told-there = Good, it won’t be sent twice.
told-settled = That is settled already.
button-send-again = Send again
button-is-there = It is there

# What changed in an article
history-revision = Revision { $number } of { $count }
history-first = This is how the article first came.
history-withdrawn = This edition was withdrawn.
history-structure = The text stayed as it was: only quotes, figures or other details around it changed.
history-more = And more: the rest is in the full text.
corrected-at = Corrected { $when }
post-overtaken = This post is out of date: the article was corrected, and the post can’t be edited any more.
withdrawn-at = Withdrawn { $when }

# Following
argument-follow = [name, topic or words]
argument-zone = [time zone]
about-follow = be told of what is new: everything, a speaker, a topic or words
about-following = what you follow, and when you are told
about-unfollow = stop following something
about-zone = the chat’s time zone
follow-all = All articles
follow-speaker = { $name } — quotes
follow-topic = Topic “{ $topic }”
follow-words = Words “{ $words }”
# What somebody may type for everything, with commas between.
follow-all-typed = all, everything, all articles
follow-choose =
    What would you like to follow? Press a button or write, for example:
    /follow Tokayev
    /follow rural akims -election

    A minus before a word means “without this word”.
follow-what = I could not tell what to follow. Write up to 12 words, for example: /follow rural akims
follow-done = Done! Following: { $what }.
follow-already = Already followed: { $what }.
follow-too-many = This chat follows { $count } things already, and that is the most. Drop some first.
unfollow-done = No longer followed: { $what }.
unfollow-all = Nothing is followed any more.
unfollow-nothing = Nothing like that is followed.
following-title = Following
following-nothing = Nothing is followed yet. What would you like to follow?
when-title = When to tell
when-at-once = I tell at once.
when-not-at-night = I tell at once, but not between { $from } and { $to }.
when-digest = I send a digest at { $hour }, { $days }.
when-silent = Without a sound.
when-zone = Time zone: { $zone }.
days-all = every day
days-work = on weekdays
# Monday first, a space between.
days-short = Mon Tue Wed Thu Fri Sat Sun
zone-now = Time zone: { $zone }, where it is { $time } now.
zone-choose = Choose another one or write it, for example: /zone Europe/Paris
zone-unknown = I don’t know the time zone “{ $zone }”.
administrators-only = In a group only administrators can change this.
button-at-once = At once
button-digest = As a digest
button-no-rest = At any time
button-loud = With a sound
button-silent = Without a sound
button-zone = Time zone: { $zone }
button-when = When to tell
button-following = Following
button-unfollow-all = Drop all
back-following = ‹ Following
back-when = ‹ When to tell
digest-title = New in what you follow
digest-quote = “{ $words }”
digest-translated = translated

# Times as editors type them. A space stands between words that mean the same; * ends the beginning of a word; a comma stands between days and months.
moment-today = today
moment-tomorrow = tomorrow
moment-after-tomorrow = overmorrow
moment-weekdays = monday mon, tuesday tue tues, wednesday wed, thursday thu thur thurs, friday fri, saturday sat, sunday sun
moment-months = january jan, february feb, march mar, april apr, may, june jun, july jul, august aug, september sep sept, october oct, november nov, december dec
moment-minute = minute minutes min mins
moment-half-hour = half-hour
moment-hour = hour hours
moment-day = day days
moment-within = in
moment-at = at
moment-morning = am
moment-afternoon = pm
moment-filler = on the a an next o'clock

# Channels
argument-post = [@channel] [words]
about-post = show a post for a channel, and publish it
about-scheduled = posts that wait for their time
about-channels = channels and their rules
about-audit = what editors did
editors-only = Only editors can do this.
button-check = Check a quote
channels-title = Channels
channels-none = No channels yet. Make me an administrator of a channel with the right to post messages.
channel-unknown = I don’t have that channel. There are these:
channel-setup = What should become of new articles?
channel-offer = I can post in “{ $channel }” now. What should become of new articles?
channel-closed = no right to post
channel-closed-why = I have no right to post here now.
rule-none = Post by hand
rule-propose = Propose to editors
rule-post = Post at once
button-pin = Pin
button-post-in = Post: { $channel }
button-post-at = Later…
button-drop = Don’t post
button-other-channel = Another channel
button-move = Move
button-now = Now
button-cancel = Cancel
back-channels = ‹ Channels
back-draft = ‹ The post
back-scheduled = ‹ All
post-when = When shall it stand in “{ $channel }”? Choose, or reply to this message, for example: tomorrow 9:00, 28 Nov 14:30, in 2 hours.
post-gone = That article is gone.
post-on-its-way = Posting in “{ $channel }”.
post-planned = It will come { $when } in “{ $channel }”.
post-dropped = All right, not posted.
post-settled = This post was published or cancelled already.
post-cancelled = Cancelled: it will not come in “{ $channel }”.
scheduled-title = Waiting for their time
scheduled-none = Nothing is planned. A new post: /post
moment-unknown = I could not tell when. Write, for example: tomorrow 9:00, 28 Nov 14:30 or in 2 hours.
moment-past = That time is over.
moment-no-such = There is no such day or hour.
moment-too-far = That is too far off: I plan for a year at most.
audit-title = What editors did
audit-none = Editors have not done anything yet.
audit-added = made me an administrator
audit-removed = took the right to post from me
audit-set = changed the rules: { $what }
audit-posted = posted: { $what }
audit-planned = planned for { $when }: { $what }
audit-moved = moved to { $when }: { $what }
audit-cancelled = cancelled: { $what }
audit-again = sent again: { $what }
audit-there = found in its place: { $what }
audit-unknown = the entry can’t be read

# Pictures
picture-later = Many people want pictures right now. Please try again in a minute.
picture-whole-quote = The whole quote is in the message
picture-other-figures = The other figures are in the message
theme-light = Light
theme-dark = Dark
theme-brand = Brand
post-card-before = A card will stand before the text in the channel.
picture-translated = translation
