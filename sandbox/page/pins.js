// The pinned message over a chat. A click goes to it, and on to the one pinned before it.

import { get } from './control.js';
import { byId, el, icon } from './dom.js';
import { setPinned } from './deeds.js';
import { viewOf } from './feed.js';
import { failure } from './notice.js';
import { isAdmin, on, openChat, state, tell } from './state.js';
import { word } from './words.js';

const bar = byId('pins');

/** which of the pinned ones is shown, counted from the newest, and in which chat */
let at = 0;
let chatShown = null;
/** "chat/id" → a pinned message that is not among those that are shown */
const read = new Map();

export function startPins() {
  for (const topic of ['place', 'chats', 'me', 'language']) on(topic, draw);
  on('message', (view) => {
    const key = `${view.chat_id}/${view.message_id}`;
    if (read.has(key)) read.set(key, view);
    if (view.pinned) draw();
  });
}

function draw() {
  const chat = openChat();
  if (chat?.id !== chatShown) at = 0;
  chatShown = chat?.id ?? null;
  const pinned = state.place?.thread === null ? chat?.pinned ?? [] : [];
  bar.hidden = pinned.length === 0;
  if (pinned.length === 0) return;
  at %= pinned.length;
  const id = pinned[pinned.length - 1 - at];
  const view = viewOf(id) ?? read.get(`${chat.id}/${id}`);
  if (!view) find(chat.id, id);
  const words = view ? view.text || word(view.media?.kind ?? 'message') : '…';
  const label = word('unpin');
  bar.replaceChildren(
    el('button', { type: 'button', class: 'pinned', on: { click: () => {
      tell('goto', id);
      at = (at + 1) % pinned.length;
      draw();
    } } },
    el('b', {}, pinned.length > 1 ? `${word('pinnedMessage')} ${at + 1}/${pinned.length}` : word('pinnedMessage')),
    el('span', {}, words)),
    isAdmin(chat) && view ? el('button', { type: 'button', class: 'round', 'aria-label': label, title: label, on: { click: () => setPinned(view, false) } }, icon('close')) : '');
}

/** Reads a pinned message that lies further back than what was read. */
async function find(chatId, id) {
  const key = `${chatId}/${id}`;
  if (read.has(key)) return;
  read.set(key, null);
  try {
    const { messages } = await get(`chats/${chatId}/messages?limit=1&before=${id + 1}`);
    read.set(key, messages[0]?.message_id === id ? messages[0] : null);
    draw();
  } catch (error) {
    read.delete(key);
    failure(error);
  }
}
