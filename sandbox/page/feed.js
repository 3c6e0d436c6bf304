// Which messages of what is open are known, in order. The newest page is read when a place is opened, older ones on
// request. It knows nothing of how they are shown.

import { get } from './control.js';
import { isHere, state } from './state.js';

const PAGE = 50;
/** The most that the sandbox gives at once. */
const LARGEST = 1000;

/** message id → view, and the ids in order */
let views = new Map();
let ids = [];
/** the lowest message id that was read, shown or not */
let oldest = null;
let complete = false;
let gone = new Set();
/** counts what was opened, so that an answer for what was left is dropped */
let visit = 0;

/** Forgets all; what is being read for the place that was left will not be taken. */
export function forget() {
  visit += 1;
  views = new Map();
  ids = [];
  oldest = null;
  complete = false;
  gone = new Set();
}

export const viewOf = (id) => views.get(id);
export const allIds = () => ids;
export const isComplete = () => complete;
/** Whether `id` is older than all that was read. */
export const isBeyond = (id) => !complete && (oldest === null || id < oldest);
export const visitNow = () => visit;

/** The message before `id`, or undefined. */
export const before = (id) => views.get(ids[indexOf(id) - 1]);

/** The messages of the album of which `id` is one, in order; itself alone when it is in none. */
export function albumWith(id) {
  const view = views.get(id);
  if (!view.album) return [view];
  let from = indexOf(id);
  while (views.get(ids[from - 1])?.album === view.album) from -= 1;
  const run = [];
  for (let at = from; views.get(ids[at])?.album === view.album; at += 1) run.push(views.get(ids[at]));
  return run;
}

/** The place of `id` in the order, or where it would stand. */
export function indexOf(id) {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ids[middle] < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Reads a page of older messages; gives those that are new here, or null when another place was opened meanwhile. */
export async function readOlder(limit = PAGE) {
  const mine = visit;
  const messages = await page({ limit, before: oldest });
  if (mine !== visit) return null;
  if (messages.length > 0) oldest = messages[0].message_id;
  complete = messages.length < limit;
  return messages.filter((view) => take(view) === 'new').map((view) => view.message_id);
}

/** Reads the newest messages again; gives all that came, or null when another place was opened meanwhile. */
export async function readNewest() {
  const mine = visit;
  const messages = await page({ limit: Math.min(ids.length + PAGE, LARGEST) });
  return mine === visit ? messages.filter((view) => isHere(view)) : null;
}

export const readMany = () => readOlder(LARGEST);

async function page({ limit, before: until = null }) {
  const { chat, thread } = state.place;
  const topic = thread === null ? '' : `&thread_id=${thread}`;
  const older = until === null ? '' : `&before=${until}`;
  return (await get(`chats/${chat}/messages?limit=${limit}${topic}${older}`)).messages;
}

/** Takes a message in; says whether it is 'new', 'changed', or, when it is known or belongs elsewhere, 'same'. */
export function take(view) {
  const id = view.message_id;
  if (!isHere(view) || gone.has(id)) return 'same';
  const known = views.get(id);
  if (known && view.version <= known.version) return 'same';
  // An edit of a message that was not read yet comes with its page.
  if (!known && oldest !== null && id < oldest) return 'same';
  views.set(id, view);
  if (known) return 'changed';
  ids.splice(indexOf(id), 0, id);
  return 'new';
}

/** Drops a message for good; says whether it was here. */
export function drop(id) {
  gone.add(id);
  if (!views.delete(id)) return false;
  ids.splice(indexOf(id), 1);
  return true;
}
