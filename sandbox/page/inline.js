// Inline queries: what the bot offers while one types "@bot words". The answer of an older query never replaces
// that of a newer one.

import { addressed, attempt, start } from './actions.js';
import { post } from './control.js';
import { el, hue } from './dom.js';
import { failure } from './notice.js';
import { state, tell } from './state.js';
import { addSuggestions, isOpen, setBusy, showSuggestions } from './suggest.js';
import { word } from './words.js';

const PAUSE = 180;

let newest = 0;
let timer;
let asking = null;

/** Asks the bot for `query` once the typing pauses; `chosen` is called when a result was chosen. */
export function askInline(query, chosen) {
  stopInline();
  const mine = newest;
  if (isOpen()) setBusy(true);
  else showSuggestions({ label: word('inlineResults'), options: [], note: word('inlineSearching'), busy: true });
  timer = setTimeout(() => search(mine, query, chosen), PAUSE);
}

/** Drops what was asked; its answer will not be shown. */
export function stopInline() {
  newest += 1;
  clearTimeout(timer);
  asking?.abort();
  asking = null;
}

async function search(mine, query, chosen) {
  asking = new AbortController();
  const ask = (offset) => post('inline', { user_id: state.me, chat_id: state.place.chat, query, offset }, asking.signal);
  let answer;
  try {
    answer = await ask('');
  } catch (error) {
    if (mine !== newest) return;
    showSuggestions({ label: word('inlineResults'), options: [], note: word('inlineFailed') });
    failure(error);
    return;
  }
  if (mine !== newest) return;

  const option = (from) => (result) => ({ node: card(result), choose: () => choose(from.query_id, result, { query, chosen }) });
  let next = answer.next_offset;
  let reading = false;
  const more = async () => {
    if (!next || reading) return;
    reading = true;
    try {
      const page = await ask(next);
      if (mine !== newest) return;
      next = page.results.length > 0 ? page.next_offset : '';
      addSuggestions(page.results.map(option(page)));
    } catch (error) {
      if (mine === newest) failure(error);
      next = '';
    } finally {
      reading = false;
    }
  };

  showSuggestions({
    label: word('inlineResults'),
    options: answer.results.map(option(answer)),
    head: answer.button && headButton(answer.button, chosen),
    note: answer.results.length === 0 ? word('inlineNothing') : null,
    more,
  });
}

function headButton({ text, start_parameter: parameter }, chosen) {
  return el('button', { type: 'button', class: 'suggest-head', on: { click: () => {
    chosen();
    start(parameter);
  } } }, text);
}

async function choose(queryId, result, { query, chosen }) {
  const { place } = state;
  chosen();
  const message = await attempt(() => post('choose', { ...addressed(place), query_id: queryId, result_id: result.id }));
  if (message) tell('message', message);
  // An old answer cannot be chosen any more; asking again gives a fresh one.
  else if (state.place === place) tell('fill', `@${state.bot.username} ${query}`);
}

function card({ title, description, thumbnail_url: picture }) {
  const name = title || description || '';
  return el('div', { class: 'result' },
    picture
      ? el('img', { src: picture, alt: '', loading: 'lazy', referrerpolicy: 'no-referrer' })
      : el('span', { class: 'result-sign', style: `--hue: ${hue(name.length * 7)}`, 'aria-hidden': 'true' }, [...name.replace(/[«"“„]/g, '')][0] ?? '·'),
    el('div', {}, el('b', {}, name), title && description && el('p', {}, description)));
}
