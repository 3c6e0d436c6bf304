// The messages of what is open, as they come, change and go; older ones as one scrolls up; the way to one of them.

import { byId, el, icon } from './dom.js';
import * as feed from './feed.js';
import { emptyHint } from './hint.js';
import { hear } from './hearing.js';
import { listenForMenus } from './message-menu.js';
import { failure, toast } from './notice.js';
import { hold, isAtEnd, roomAbove, scroller } from './scroll.js';
import * as sheets from './sheets.js';
import { on, state } from './state.js';
import { listenForTaps } from './taps.js';
import { listenForWalks } from './walk.js';
import { word } from './words.js';

const ROOM = 900;

const list = byId('rows');
const down = byId('down');

let loading = null;
let unseen = 0;

export function startMessages() {
  scroller.addEventListener('scroll', scrolled, { passive: true });
  new ResizeObserver(() => sheets.fill()).observe(scroller);
  down.addEventListener('click', toEnd);
  listenForTaps(list, hold);
  listenForMenus(list, feed.viewOf);
  listenForWalks(list);
  on('place', open);
  on('restart', open);
  on('resync', catchUp);
  on('language', drawAnew);
  on('message', put);
  on('deleted', ({ chatId, ids }) => {
    if (state.place?.chat === chatId) remove(ids);
  });
  on('goto', goTo);
  for (const topic of ['commands', 'about']) on(topic, showHint);
}

async function open() {
  feed.forget();
  sheets.clear();
  loading = null;
  byId('hint').hidden = true;
  scroller.scrollTop = 0;
  setUnseen(0);
  if (!state.place) return;
  const mine = feed.visitNow();
  await loadOlder();
  if (mine === feed.visitNow()) showUnread();
}

/** Who comes back starts at the first message that is new to them. */
function showUnread() {
  const node = state.unreadFrom === null ? null : sheets.nodeOf(state.unreadFrom);
  if (!node || node.getBoundingClientRect().top >= scroller.getBoundingClientRect().top) return;
  node.scrollIntoView({ block: 'start' });
  sheets.fill();
}

/** Reads a page of older messages, and more of them until the view is filled. */
function loadOlder() {
  const mine = feed.visitNow();
  loading ??= readOlder(mine).finally(() => {
    if (mine === feed.visitNow()) loading = null;
  });
  return loading;
}

async function readOlder(mine) {
  list.setAttribute('aria-busy', 'true');
  byId('older').hidden = false;
  try {
    while (!feed.isComplete() && roomAbove() < ROOM) {
      const ids = await feed.readOlder();
      if (ids === null) return;
      sheets.prepend(ids);
    }
  } catch (error) {
    if (mine === feed.visitNow()) failure(error);
  } finally {
    if (mine === feed.visitNow()) {
      list.removeAttribute('aria-busy');
      byId('older').hidden = true;
      showHint();
    }
  }
}

/** Shows a new message, or a newer version of one that is shown. */
function put(view) {
  const atEnd = isAtEnd();
  const what = feed.take(view);
  if (what === 'same') return;
  hold(() => (what === 'new' ? sheets.insert(view.message_id) : sheets.update(view.message_id)));
  if (what === 'changed') return;
  sheets.fillSoon();
  if (view.from?.id === state.me) toEnd();
  else if (!atEnd) setUnseen(unseen + 1);
  hear(view);
  showHint();
}

function remove(ids) {
  hold(() => {
    for (const id of ids) if (feed.drop(id)) sheets.remove(id);
  });
  showHint();
}

function drawAnew() {
  hold(sheets.drawAll);
  setUnseen(unseen);
  showHint();
}

/**
 * After a lost connection: what is shown is brought up to date. When too much was missed, or the messages are not those
 * that were shown, they are read from the start.
 */
async function catchUp() {
  if (!state.place) return;
  try {
    const messages = await feed.readNewest();
    if (messages === null) return;
    const there = new Map(messages.map((view) => [view.message_id, view]));
    const known = feed.allIds().filter((id) => id >= (messages[0]?.message_id ?? 0));
    const shared = known.filter((id) => there.has(id));
    if (shared.length === 0 || shared.some((id) => there.get(id).date !== feed.viewOf(id).date)) {
      await open();
      return;
    }
    remove(known.filter((id) => !there.has(id)));
    messages.forEach(put);
  } catch (error) {
    failure(error);
  }
}

// ---- where the reader is ----

function scrolled() {
  sheets.fill();
  if (isAtEnd()) setUnseen(0);
  down.hidden = isAtEnd();
  if (state.place && !feed.isComplete() && !loading && roomAbove() < ROOM) loadOlder();
}

function toEnd() {
  scroller.scrollTop = 0;
  sheets.fill();
  scroller.scrollTop = 0;
  setUnseen(0);
}

function setUnseen(count) {
  unseen = count;
  down.hidden = isAtEnd();
  down.replaceChildren(icon('down'), count > 0 ? el('b', {}, String(count)) : '');
  down.setAttribute('aria-label', count > 0 ? `${word('toBottom')}, ${word('unread', { n: count })}` : word('toBottom'));
}

/** Goes to a message, reading older ones until it is there. */
async function goTo(id) {
  const mine = feed.visitNow();
  await loading;
  try {
    while (mine === feed.visitNow() && !feed.viewOf(id) && feed.isBeyond(id)) {
      const ids = await feed.readMany();
      if (ids === null) return;
      sheets.prepend(ids);
    }
  } catch (error) {
    failure(error);
    return;
  }
  if (mine !== feed.visitNow()) return;
  const node = sheets.nodeOf(id);
  if (!node) {
    toast(word('noOriginal'));
    return;
  }
  node.scrollIntoView({ block: 'center' });
  sheets.fill();
  node.scrollIntoView({ block: 'center' });
  node.classList.remove('found');
  requestAnimationFrame(() => node.classList.add('found'));
  node.focus({ preventScroll: true });
}

function showHint() {
  const none = state.place !== null && feed.isComplete() && feed.allIds().every((id) => feed.viewOf(id).service);
  byId('hint').hidden = !none;
  if (none) byId('hint').replaceChildren(emptyHint());
}
