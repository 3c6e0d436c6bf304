// What the page says in its own words, in the language of the person who speaks;
// format.js has dates and sizes.

import en from './words-en.js';
import kk from './words-kk.js';
import ru from './words-ru.js';

const WORDS = { ru, kk, en };

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
  nameThePage(document.getElementById('bot-name').textContent);
}

/** The page bears the bot's name. */
export function nameThePage(bot) {
  document.getElementById('bot-name').textContent = bot;
  document.title = [bot, word('sandbox')].filter(Boolean).join(' · ');
}

/** The language that the page speaks for a language_code, or null. */
export function languageOf(code) {
  const short = (code ?? '').toLowerCase().split(/[-_]/)[0];
  return Object.hasOwn(WORDS, short) ? short : null;
}

/** The words of `key`, with {name} replaced by `values.name`; `values.n` chooses the plural form. */
export function word(key, values = {}) {
  const entry = WORDS[language][key];
  const text = typeof entry === 'string' ? entry : entry[intl('PluralRules').select(values.n)] ?? entry.other;
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** What Intl has for the language that is spoken, such as its DateTimeFormat. Making one is slow, so each is kept. */
export function intl(name, options = {}) {
  const key = `${name}/${language}/${JSON.stringify(options)}`;
  if (!made.has(key)) made.set(key, new Intl[name](language === 'en' ? 'en-GB' : language, options));
  return made.get(key);
}

const made = new Map();
