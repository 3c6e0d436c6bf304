// What the page says in its own words, in the language of the person who speaks; dates, times and sizes too.

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

/** A number of bytes, as 12 KB. */
export function size(bytes) {
  const at = bytes < 1000 ? 0 : bytes < 1000 * 1000 ? 1 : 2;
  const number = new Intl.NumberFormat(locale(), { maximumFractionDigits: at === 2 ? 1 : 0 }).format(bytes / 1000 ** at);
  return `${number} ${word(['bytes', 'kilobytes', 'megabytes'][at])}`;
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
  return new Intl.DateTimeFormat(locale(), options).format(unix * 1000);
}

const locale = () => (language === 'en' ? 'en-GB' : language);
