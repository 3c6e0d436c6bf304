// One message as a row of the list. An edit changes the row in place, and only the parts that differ.

import { el, face, hue, icon } from './dom.js';
import { formatted } from './entities.js';
import { keyboard } from './keyboard.js';
import { state, tell, topicOf } from './state.js';
import { day, moment, time, word } from './words.js';

const SAME_BREATH = 5 * 60;

/** A row for `view`. */
export function makeRow(view) {
  const row = {
    node: el('article', { class: 'row', 'data-id': view.message_id, tabindex: -1 }),
    view,
    day: el('div', { class: 'day' }),
    face: el('div', { class: 'face-place' }),
    head: el('div', { class: 'head' }),
    body: el('div', { class: 'body' }),
    text: el('div', { class: 'text' }),
    stamp: el('span', { class: 'stamp' }),
    keys: el('div', { class: 'keys-place' }),
  };
  row.body.append(row.text, row.stamp);
  row.node.append(row.day,
    el('div', { class: 'line' },
      row.face,
      el('div', { class: 'block' }, el('div', { class: 'bubble' }, row.head, row.body), row.keys),
      el('button', {
        type: 'button', class: 'round answer', 'aria-label': word('reply'), title: word('reply'),
        on: { click: () => tell('reply', row.view) },
      }, icon('reply'))));
  fillText(row);
  fillStamp(row);
  fillKeys(row);
  return row;
}

/** Shows a newer version of the row's message. */
export function updateRow(row, view) {
  const before = row.view;
  row.view = view;
  const differs = (part) => JSON.stringify(part(before)) !== JSON.stringify(part(view));
  if (differs((v) => [v.text, v.entities])) fillText(row);
  if (differs((v) => v.keyboard)) fillKeys(row);
  fillStamp(row);
}

/** Sets what depends on the message before this one: the day, the name, the face. */
export function placeRow(row, previous) {
  const { view } = row;
  const own = view.from?.id === state.me;
  const newDay = !previous || day(previous.date) !== day(view.date);
  const follows = !newDay && !previous.service && previous.from?.id === view.from?.id && previous.thread_id === view.thread_id
    && previous.via_bot === view.via_bot && view.date - previous.date < SAME_BREATH && !view.forward_from;
  const chat = state.chats.get(view.chat_id);
  const named = !own && !view.service && chat?.kind !== 'private';

  row.node.classList.toggle('own', own);
  row.node.classList.toggle('follows', follows);
  row.node.classList.toggle('service', view.service === true);
  row.day.textContent = newDay ? day(view.date) : '';
  row.day.hidden = !newDay;

  const name = view.from?.name ?? chat?.title ?? '';
  row.face.hidden = !named;
  row.face.replaceChildren(named && !follows ? face(view.from?.id ?? view.chat_id, name, view.from?.is_bot ? 'bot' : 'person') : '');
  fillHead(row, named && !follows ? name : null, chat);
  row.node.setAttribute('aria-label', `${own ? word('you') : name}, ${time(view.date)}`);
}

function fillHead(row, name, chat) {
  const { view } = row;
  const parts = [];
  const topic = state.place?.thread === null && chat && topicOf(chat, view.thread_id);
  if (name) parts.push(el('b', { class: 'name', style: `--hue: ${hue(view.from?.id ?? view.chat_id)}` }, name));
  if (view.via_bot) parts.push(el('span', { class: 'via' }, word('via', { bot: view.via_bot })));
  if (topic) parts.push(el('span', { class: 'in-topic' }, topic.title));
  row.head.replaceChildren(
    ...(parts.length ? [el('p', { class: 'who' }, ...parts)] : []),
    ...(view.forward_from ? [el('p', { class: 'forward' }, word('forwarded', { name: view.forward_from }))] : []),
    ...(view.reply_to ? [quoted(view.reply_to)] : []));
}

function quoted(reply) {
  return el('button', {
    type: 'button', class: 'quoted', title: word('toOriginal'),
    on: { click: () => tell('goto', reply.message_id) },
  }, el('b', {}, reply.name), el('span', {}, reply.text));
}

function fillText(row) {
  row.text.replaceChildren(formatted(row.view.text, row.view.entities));
  // The stamp stands in the last line where there is room; a block at the end leaves none.
  const last = row.text.lastChild;
  row.node.classList.toggle('ends-in-block', last instanceof Element && last.matches('pre, blockquote'));
}

function fillStamp(row) {
  const { date, edited } = row.view;
  row.stamp.title = moment(edited ?? date);
  row.stamp.replaceChildren(edited ? `${word('edited')} ` : '', el('time', { datetime: new Date(date * 1000).toISOString() }, time(date)));
}

function fillKeys(row) {
  const focused = [...row.keys.querySelectorAll('.keys')].map((keys) => [...keys.children].indexOf(document.activeElement));
  const next = keyboard(row.view);
  row.keys.replaceChildren(...(next ? [next] : []));
  row.node.classList.toggle('with-keys', next !== null);
  // Who pages with the keyboard keeps their place on it.
  focused.forEach((column, line) => {
    const keys = column >= 0 ? row.keys.querySelectorAll('.keys')[line] : null;
    keys?.children[Math.min(column, keys.children.length - 1)].focus({ preventScroll: true });
  });
}
