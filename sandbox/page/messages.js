// The messages of what is open. The newest page is read when it is opened, older ones as one scrolls up.
// The scroller runs from its end (flex column-reverse), so that it stays at the newest message by itself.

import { get } from './control.js';
import { byId, el, icon } from './dom.js';
import { emptyHint } from './hint.js';
import { makeRow, placeRow, updateRow } from './message.js';
import { failure, toast } from './notice.js';
import { isHere, on, state } from './state.js';
import { listenForTaps } from './taps.js';
import { word } from './words.js';

const PAGE = 50;
const NEAR = 900;
/** How many pages are searched for the message that a reply points to. */
const PAGES_BACK = 40;

const scroller = byId('scroller');
const list = byId('rows');
const down = byId('down');

/** message id → row, and the ids in order */
let rows = new Map();
let ids = [];
/** the lowest message id that was read, shown or not (a topic shows only its own) */
let oldest = null;
let complete = false;
let loading = null;
let gone = new Set();
let unseen = 0;
/** counts what was opened, so that an answer for what was left is dropped */
let visit = 0;

export function startMessages() {
  scroller.addEventListener('scroll', scrolled, { passive: true });
  down.addEventListener('click', toEnd);
  listenForTaps(list, keepPlace);
  on('place', () => {
    if (state.place) open();
    else empty();
  });
  on('resync', catchUp);
  on('language', drawAnew);
  on('message', (message) => {
    if (isHere(message) && !gone.has(message.message_id)) put(message);
  });
  on('deleted', ({ chatId, ids: deleted }) => {
    if (state.place?.chat === chatId) remove(deleted);
  });
  on('goto', goTo);
  on('commands', showHint);
}

function empty() {
  visit += 1;
  rows = new Map();
  ids = [];
  oldest = null;
  complete = false;
  loading = null;
  gone = new Set();
  list.replaceChildren();
  byId('hint').hidden = true;
  setUnseen(0);
}

async function open() {
  empty();
  scroller.scrollTop = 0;
  await loadOlder();
}

/** Reads a page of older messages, and more of them until the view is filled. */
function loadOlder() {
  loading ??= readOlder(visit).finally(() => {
    loading = null;
  });
  return loading;
}

async function readOlder(mine) {
  const { chat } = state.place;
  list.setAttribute('aria-busy', 'true');
  byId('older').hidden = false;
  try {
    while (!complete && roomAbove() < NEAR) {
      const before = oldest === null ? '' : `&before=${oldest}`;
      const { messages } = await get(`chats/${chat}/messages?limit=${PAGE}${before}`);
      if (mine !== visit) return;
      if (messages.length > 0) oldest = messages[0].message_id;
      complete = messages.length < PAGE;
      putOlder(messages);
    }
  } catch (error) {
    if (mine === visit) failure(error);
  } finally {
    if (mine === visit) {
      list.removeAttribute('aria-busy');
      byId('older').hidden = true;
      showHint();
    }
  }
}

function putOlder(messages) {
  const fresh = messages.filter((view) => isHere(view) && !gone.has(view.message_id));
  const older = fresh.filter((view) => ids.length === 0 || view.message_id < ids[0]);
  if (older.length > 0) {
    for (const view of older) rows.set(view.message_id, makeRow(view));
    const olderIds = older.map((view) => view.message_id);
    list.prepend(sheet(olderIds));
    ids = [...olderIds, ...ids];
    for (let at = 0; at <= older.length; at += 1) settle(at);
  }
  // What came by event while the page was read may stand among what it holds.
  fresh.filter((view) => !older.includes(view)).forEach(put);
}

/** Rows that the browser lays out and paints together. */
function sheet(rowIds) {
  return measured(el('div', { class: 'sheet' }, rowIds.map((id) => rows.get(id).node)));
}

/** Has a sheet laid out once, so that its true height is known when it is left out later. */
function measured(changed) {
  changed.classList.remove('still');
  requestAnimationFrame(() => requestAnimationFrame(() => changed.classList.add('still')));
  return changed;
}

/** Puts a row before `next`, or at the end, on a new sheet when the last one is full. */
function insert(row, next) {
  if (next) {
    next.node.before(row.node);
  } else {
    const last = list.lastElementChild;
    if (last && last.childElementCount < PAGE) last.append(row.node);
    else list.append(el('div', { class: 'sheet' }, row.node));
  }
  measured(row.node.parentElement);
}

/** Shows a new message, or a newer version of one that is shown. */
function put(view) {
  const row = rows.get(view.message_id);
  if (row) {
    if (view.version > row.view.version) {
      keepPlace(null, () => {
        measured(row.node.parentElement);
        updateRow(row, view);
      });
      settle(ids.indexOf(view.message_id));
    }
    return;
  }
  // An edit of a message that was not read yet comes with its page.
  if (oldest !== null && view.message_id < oldest) return;
  const atEnd = isAtEnd();
  const fresh = makeRow(view);
  let at = ids.length;
  while (at > 0 && ids[at - 1] > view.message_id) at -= 1;
  keepPlace(null, () => {
    insert(fresh, rows.get(ids[at]));
    ids.splice(at, 0, view.message_id);
    rows.set(view.message_id, fresh);
    settle(at);
    settle(at + 1);
  });
  if (view.from?.id === state.me) toEnd();
  else if (!atEnd) setUnseen(unseen + 1);
  showHint();
}

function remove(deleted) {
  keepPlace(null, () => {
    for (const id of deleted) {
      gone.add(id);
      const at = ids.indexOf(id);
      if (at < 0) continue;
      const { node } = rows.get(id);
      const { parentElement } = node;
      node.remove();
      if (parentElement.childElementCount === 0) parentElement.remove();
      rows.delete(id);
      ids.splice(at, 1);
      settle(at);
    }
  });
  showHint();
}

function settle(at) {
  if (at < ids.length) placeRow(rows.get(ids[at]), rows.get(ids[at - 1])?.view);
}

function drawAnew() {
  const views = ids.map((id) => rows.get(id).view);
  rows = new Map(views.map((view) => [view.message_id, makeRow(view)]));
  list.replaceChildren();
  for (let at = 0; at < ids.length; at += PAGE) list.append(sheet(ids.slice(at, at + PAGE)));
  ids.forEach((_, at) => settle(at));
  showHint();
}

/**
 * After a lost connection: what is shown is brought up to date. When too much was missed, or the messages are not
 * those that were shown (the sandbox was started anew), they are read again.
 */
async function catchUp() {
  if (!state.place) return;
  const mine = visit;
  try {
    const { messages } = await get(`chats/${state.place.chat}/messages?limit=${PAGE}`);
    if (mine !== visit) return;
    const there = new Map(messages.map((view) => [view.message_id, view]));
    const overlap = ids.filter((id) => id >= (messages[0]?.message_id ?? 0));
    const same = overlap.every((id) => isSame(rows.get(id).view, there.get(id)));
    if (overlap.length > 0 && same) messages.filter((view) => isHere(view)).forEach(put);
    else await open();
  } catch (error) {
    failure(error);
  }
}

const isSame = (shown, now) => now !== undefined && shown.date === now.date && shown.version <= now.version;

// ---- where the reader is ----

const isAtEnd = () => scroller.scrollTop > -48;
const roomAbove = () => scroller.scrollHeight - scroller.clientHeight + scroller.scrollTop;

/**
 * Makes a change without moving `anchor`, or, with null, what the reader looks at: the end of the list when they are
 * there, else the row at the top of the view.
 */
function keepPlace(anchor, change) {
  const fixed = anchor ?? (isAtEnd() ? null : firstVisible());
  const before = fixed?.getBoundingClientRect().top;
  change();
  if (fixed?.isConnected) scroller.scrollTop += fixed.getBoundingClientRect().top - before;
}

/** The row at the top of the view; only the sheet that is seen is measured. */
function firstVisible() {
  const { top } = scroller.getBoundingClientRect();
  const seen = firstBelow(list.children, top);
  return seen ? firstBelow(seen.children, top) : null;
}

/** The first of `nodes`, which stand one under the other, that ends below `top`. */
function firstBelow(nodes, top) {
  let low = 0;
  let high = nodes.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (nodes[middle].getBoundingClientRect().bottom > top) high = middle;
    else low = middle + 1;
  }
  return nodes[low] ?? null;
}

function scrolled() {
  if (isAtEnd()) setUnseen(0);
  down.hidden = isAtEnd();
  if (state.place && !complete && !loading && roomAbove() < NEAR) loadOlder();
}

function toEnd() {
  scroller.scrollTop = 0;
  setUnseen(0);
}

function setUnseen(count) {
  unseen = count;
  down.hidden = isAtEnd();
  down.replaceChildren(icon('down'), count > 0 ? el('b', {}, String(count)) : '');
}

/** Goes to a message, reading older ones until it is there. */
async function goTo(id) {
  const mine = visit;
  for (let pages = 0; !rows.has(id) && !complete && oldest > id && pages < PAGES_BACK; pages += 1) {
    scroller.scrollTop = -scroller.scrollHeight;
    await loadOlder();
    if (mine !== visit) return;
  }
  const row = rows.get(id);
  if (!row) {
    toast(word('noOriginal'));
    return;
  }
  row.node.scrollIntoView({ block: 'center' });
  row.node.classList.remove('found');
  requestAnimationFrame(() => row.node.classList.add('found'));
}

function showHint() {
  const none = complete && state.place !== null && ids.every((id) => rows.get(id).view.service);
  byId('hint').hidden = !none;
  if (none) byId('hint').replaceChildren(emptyHint());
}
