// One message as a row of the list. An edit changes the row in place, and only the parts that differ.

import { show } from './actions.js';
import { el, face, icon } from './dom.js';
import { formatted } from './entities.js';
import { day, moment, time } from './format.js';
import { keyboard } from './keyboard.js';
import { albumOf, mediaOf, sizeOf } from './media.js';
import { authorOf, headOf } from './message-head.js';
import { reactionsOf } from './reactions.js';
import { serviceLine } from './service.js';
import { state } from './state.js';
import { word } from './words.js';

const SAME_BREATH = 5 * 60;

/** A row for `view`. */
export function makeRow(view) {
  const node = blank().cloneNode(true);
  const [dayMark, fresh, line] = node.children;
  const [facePlace, block] = line.children;
  const [bubble, keys] = block.children;
  const [head, media, body, foot] = bubble.children;
  const [text, stamp] = body.children;
  fresh.textContent = word('unreadFrom');
  node.dataset.id = view.message_id;
  const row = { node, view, day: dayMark, fresh, face: facePlace, head, media, text, stamp, foot, keys };
  fillText(row, view);
  fillStamp(row);
  fillUnder(row);
  fillKeys(row);
  return row;
}

/** language → a row without a message; copying one is much faster than making it */
const blanks = new Map();

function blank() {
  const { lang } = document.documentElement;
  if (!blanks.has(lang)) blanks.set(lang, makeBlank());
  return blanks.get(lang);
}

function makeBlank() {
  const part = (name, ...children) => el('div', { class: name }, ...children);
  const act = (name, attributes, label) => el('button', { type: 'button', tabindex: -1, 'aria-label': word(label), title: word(label), ...attributes }, icon(name));
  return el('article', { class: 'row', tabindex: -1 },
    part('day'), part('fresh'),
    part('line',
      part('face-place'),
      part('block',
        part('bubble', part('head'), part('media'), part('body', part('text'), el('span', { class: 'stamp' })), part('under')),
        part('keys-place')),
      part('beside',
        act('reply', { class: 'round answer' }, 'reply'),
        act('more', { class: 'round acts', 'aria-haspopup': 'menu' }, 'messageMenu'))));
}

/** Shows a newer version of the row's message. */
export function updateRow(row, view) {
  const before = row.view;
  row.view = view;
  const differs = (part) => JSON.stringify(part(before)) !== JSON.stringify(part(view));
  if (differs((v) => [v.text, v.entities, v.about])) fillText(row, view);
  if (differs((v) => v.keyboard)) fillKeys(row);
  if (differs((v) => [v.reactions, v.comments])) fillUnder(row);
  fillStamp(row);
}

/**
 * Sets what depends on the messages around this one: the day, the name, the face, and of an album, `album` in order,
 * that its first row shows all.
 */
export function placeRow(row, previous, album) {
  const { view } = row;
  const own = view.from?.id === state.me;
  const newDay = !previous || day(previous.date) !== day(view.date);
  const follows = !newDay && !previous.service && !view.service && previous.from?.id === view.from?.id && previous.thread_id === view.thread_id
    && previous.via_bot === view.via_bot && view.date - previous.date < SAME_BREATH && !view.forward_from
    && state.unreadFrom !== view.message_id;
  const chat = state.chats.get(view.chat_id);
  const named = !own && !view.service && chat?.kind !== 'private';
  const { classList } = row.node;

  classList.toggle('own', own);
  classList.toggle('follows', follows);
  classList.toggle('service', view.service === true);
  row.node.hidden = album.length > 1 && album[0] !== view;
  row.day.textContent = newDay ? day(view.date) : '';
  row.day.hidden = !newDay;
  row.fresh.hidden = state.unreadFrom !== view.message_id;

  const { id, name, kind } = authorOf(view);
  row.face.hidden = !named;
  row.face.replaceChildren(named && !follows ? face(id, name, kind) : '');
  row.head.replaceChildren(...headOf(view, named && !follows ? name : null));
  row.node.setAttribute('aria-label', `${own ? word('you') : name}, ${time(view.date)}`);
  fillMedia(row, album);
}

function fillMedia(row, album) {
  // The first row of an album shows all of it.
  const shown = row.node.hidden ? [] : album;
  const sign = JSON.stringify(shown.map((view) => [view.message_id, view.media]));
  const above = row.view.caption_above === true;
  row.node.classList.toggle('with-media', row.view.media != null);
  row.node.classList.toggle('with-photo', row.view.media?.kind === 'photo');
  row.node.classList.toggle('caption-above', above);
  if (album.length > 1) fillText(row, album.find((view) => view.text) ?? row.view);
  if (row.mediaSign === sign) return;
  row.mediaSign = sign;
  if (row.view.media?.kind === 'photo' && album.length === 1) {
    const { wide, shape } = sizeOf(row.view.media);
    row.node.style.setProperty('--wide', wide);
    row.node.style.setProperty('--shape', shape);
  }
  row.media.replaceChildren(...(row.view.media && shown.length > 0 ? [album.length > 1 ? albumOf(album) : mediaOf(row.view)] : []));
}

/** Shows the text of `view`, in an album that of the message which has one. */
function fillText(row, view) {
  if (row.view.service) row.text.replaceChildren(...serviceLine(view));
  else row.text.replaceChildren(formatted(view.text, view.entities));
  // The stamp stands in the last line where there is room; a block at the end leaves none.
  const last = row.text.lastChild;
  row.node.classList.toggle('ends-in-block', last instanceof Element && last.matches('pre, blockquote'));
  row.node.classList.toggle('wordless', view.text === '');
}

function fillStamp(row) {
  const { date, edited, pinned } = row.view;
  row.stamp.title = edited ? `${moment(date)}, ${word('edited')}: ${moment(edited)}` : moment(date);
  row.stamp.replaceChildren(
    ...(pinned ? [icon('pin'), el('span', { class: 'hearable' }, `${word('pinned')} `)] : []),
    edited ? `${word('edited')} ` : '',
    el('time', { datetime: new Date(date * 1000).toISOString() }, time(date)));
}

/** Reactions, and at a post the way to its comments. */
function fillUnder(row) {
  const { comments, chat_id: chatId, automatic_forward: copied } = row.view;
  const reactions = reactionsOf(row.view);
  // The copy of a post in its group is where the comments are.
  const leads = comments && !(copied && comments.chat_id === chatId);
  row.foot.replaceChildren(...[
    reactions,
    leads && el('button', {
      type: 'button', class: 'comments', on: { click: () => show({ chat: comments.chat_id, thread: comments.message_id }) },
    }, icon('comment'), el('span', {}, comments.count > 0 ? word('comments', { n: comments.count }) : word('comment')), icon('right')),
  ].filter(Boolean));
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
