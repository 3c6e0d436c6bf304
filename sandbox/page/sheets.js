// The rows of the messages, ten to a sheet. Only the sheets near the view hold rows; of the others stands the height,
// so that the page stays small however long the chat is.

import { byId, el } from './dom.js';
import { albumWith, allIds, before, indexOf, viewOf } from './feed.js';
import { makeRow, placeRow, updateRow } from './message.js';
import { anchorIn, firstBelow, hold, scroller } from './scroll.js';

const FULL = 10;
/** How far beyond the view sheets are filled, and from where on they are emptied, in pixels. */
const NEAR = 1400;
const FAR = 3600;
/** What a row is taken to be high before it was shown. */
const USUAL = 74;

const list = byId('rows');

/** {node, ids, rows}: the rows by id, or null when the sheet is empty */
let sheets = [];

export function clear() {
  sheets = [];
  list.replaceChildren();
}

/** Shows all messages of the feed anew. */
export function drawAll() {
  clear();
  prepend(allIds());
}

/** Puts older messages over the others. Sheets are counted from the newest, so that an old page breaks none of them. */
export function prepend(ids) {
  const added = [];
  for (let end = ids.length; end > 0; end -= FULL) added.unshift(sheetOf(ids.slice(Math.max(0, end - FULL), end)));
  sheets = [...added, ...sheets];
  list.prepend(...added.map(({ node }) => node));
  fill();
  if (added.length > 0) settleAlbum(indexOf(ids.at(-1)) + 1);
}

function sheetOf(ids) {
  const node = el('div', { class: 'sheet' });
  node.style.height = `${ids.length * USUAL}px`;
  return { node, ids, rows: null };
}

/** Puts a new message where it belongs. */
export function insert(id) {
  let at = sheets.findLastIndex((sheet) => sheet.ids[0] < id);
  if (at < 0 && sheets.length > 0) at = 0;
  if (at < 0 || (at === sheets.length - 1 && sheets[at].ids.length >= FULL && sheets[at].ids.at(-1) < id)) {
    const sheet = sheetOf([]);
    sheet.rows = new Map();
    sheet.node.style.height = '';
    at = sheets.push(sheet) - 1;
    list.append(sheet.node);
  }
  const sheet = sheets[at];
  const next = sheet.ids.find((other) => other > id);
  sheet.ids.splice(next === undefined ? sheet.ids.length : sheet.ids.indexOf(next), 0, id);
  if (!sheet.rows) return;
  const row = makeRow(viewOf(id));
  sheet.rows.set(id, row);
  sheet.node.insertBefore(row.node, sheet.rows.get(next)?.node ?? null);
  settleAround(id);
}

/** Shows a newer version of a message. */
export function update(id) {
  const row = rowOf(id);
  if (!row) return;
  updateRow(row, viewOf(id));
  settleAround(id);
}

export function remove(id) {
  const at = sheets.findIndex((sheet) => sheet.ids.includes(id));
  if (at < 0) return;
  const sheet = sheets[at];
  sheet.ids.splice(sheet.ids.indexOf(id), 1);
  sheet.rows?.get(id)?.node.remove();
  sheet.rows?.delete(id);
  if (sheet.ids.length === 0) {
    sheet.node.remove();
    sheets.splice(at, 1);
  }
  const next = indexOf(id);
  for (const near of [next - 1, next]) settleAlbum(near);
}

/** The row of `id`, if its sheet is filled. */
const rowOf = (id) => sheetWith(id)?.rows?.get(id);
const sheetWith = (id) => sheets.find((sheet) => sheet.ids.length > 0 && sheet.ids[0] <= id && sheet.ids.at(-1) >= id && sheet.ids.includes(id));

/** The element that shows `id`, in an album that of its first message; null when it is not known. */
export function nodeOf(id) {
  if (!viewOf(id)) return null;
  const first = albumWith(id)[0].message_id;
  const sheet = sheetWith(first);
  if (!sheet.rows) hold(() => fillSheet(sheet));
  return sheet.rows.get(first).node;
}

/** Sets what a row has from its neighbours: those around a new or changed row, and the whole of an album. */
function settleAround(id) {
  const at = indexOf(id);
  settleAlbum(at);
  settle(at + 1);
}

function settleAlbum(at) {
  const id = allIds()[at];
  if (id === undefined) return;
  for (const view of albumWith(id)) settle(indexOf(view.message_id));
}

function settle(at) {
  const id = allIds()[at];
  const row = id === undefined ? undefined : rowOf(id);
  if (row) placeRow(row, before(id), albumWith(id));
}

function fillSheet(sheet) {
  sheet.rows = new Map(sheet.ids.map((id) => [id, makeRow(viewOf(id))]));
  for (const [id, row] of sheet.rows) placeRow(row, before(id), albumWith(id));
  sheet.node.replaceChildren(...[...sheet.rows.values()].map(({ node }) => node));
  sheet.node.style.height = '';
}

function emptySheet(sheet, height) {
  sheet.node.style.height = `${height}px`;
  sheet.node.replaceChildren();
  sheet.rows = null;
}

/** Fills the sheets near the view and empties those far from it, without moving what the reader looks at. */
export function fill() {
  const late = within(NEAR).filter((sheet) => !sheet.rows);
  const kept = new Set(within(FAR));
  const past = sheets.filter((sheet) => sheet.rows && !kept.has(sheet) && !sheet.node.contains(document.activeElement));
  if (late.length === 0 && past.length === 0) return;
  const heights = past.map(({ node }) => node.getBoundingClientRect().height);
  const anchor = anchorIn([...kept].filter((sheet) => sheet.rows).map(({ node }) => node));
  hold(() => {
    past.forEach((sheet, at) => emptySheet(sheet, heights[at]));
    late.forEach(fillSheet);
  }, anchor);
  // What was higher or lower than it was taken for has brought others near.
  if (late.length > 0) fill();
}

let waiting = false;

/** Fills before the next frame, once for any number of new messages. */
export function fillSoon() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    fill();
  });
}

/** The sheets that stand no further than `margin` from the view. */
function within(margin) {
  const { top, bottom } = scroller.getBoundingClientRect();
  const first = firstBelow(list.children, top - margin);
  const from = sheets.findIndex(({ node }) => node === first);
  if (from < 0) return [];
  let to = from;
  while (to < sheets.length && sheets[to].node.getBoundingClientRect().top < bottom + margin) to += 1;
  return sheets.slice(from, to);
}
