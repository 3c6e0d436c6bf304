// Times, dates and sizes in the language of the person who speaks.

import { intl, word } from './words.js';

const DAY = 86_400_000;

const format = (unix, options) => intl('DateTimeFormat', options).format(unix * 1000);

export const time = (unix) => format(unix, { hour: '2-digit', minute: '2-digit' });
export const moment = (unix) => format(unix, { dateStyle: 'long', timeStyle: 'short' });

/** "Today", "Yesterday", or the date; the year only when it is another one. */
export function day(unix) {
  const date = new Date(unix * 1000);
  const now = new Date();
  const days = Math.round((midnight(now) - midnight(date)) / DAY);
  if (days === 0) return word('today');
  if (days === 1) return word('yesterday');
  const year = date.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' };
  return format(unix, { day: 'numeric', month: 'long', ...year });
}

/** The time for a message of today, the date for an older one: what a chat list has room for. */
export function shortMoment(unix) {
  const today = midnight(new Date(unix * 1000)).getTime() === midnight(new Date()).getTime();
  return today ? time(unix) : format(unix, { day: '2-digit', month: '2-digit' });
}

const midnight = (date) => new Date(date.getFullYear(), date.getMonth(), date.getDate());

/** A number of bytes, as 12 KB. */
export function size(bytes) {
  const at = bytes < 1000 ? 0 : bytes < 1000 * 1000 ? 1 : 2;
  const number = intl('NumberFormat', { maximumFractionDigits: at === 2 ? 1 : 0 }).format(bytes / 1000 ** at);
  return `${number} ${word(['bytes', 'kilobytes', 'megabytes'][at])}`;
}
