// Which messages each person has not seen, by their ids. The browser remembers them, and up to which message of a chat
// they were counted; what came while the page was away is counted when it is back.

import { get } from './control.js';
import { on, state, tell } from './state.js';

const KEY = 'sandbox.unread';
const SAVE_AFTER = 400;
const MOST = 500;

/** "user/chat/thread" → ids, oldest first */
let waiting = new Map();
/** chat id → the last message that was counted */
let counted = new Map();
let saving = null;

const keyOf = (userId, chatId, thread) => `${userId}/${chatId}/${thread ?? 0}`;

export function startUnread() {
  load();
  addEventListener('pagehide', save);
  // Another tab of the page has read something.
  addEventListener('storage', ({ key }) => {
    if (key !== KEY) return;
    load();
    tell('chats');
  });
  on('deleted', ({ chatId, ids }) => {
    for (const [key, list] of waiting) {
      if (key.split('/')[1] === String(chatId)) keep(key, list.filter((id) => !ids.includes(id)));
    }
  });
}

function load() {
  let stored = {};
  try {
    stored = JSON.parse(localStorage.getItem(KEY) ?? '{}');
  } catch (error) {
    console.warn('what was unread is not known any more', error);
  }
  waiting = new Map(Object.entries(stored.waiting ?? {}));
  counted = new Map(Object.entries(stored.counted ?? {}).map(([chat, id]) => [Number(chat), id]));
}

function save() {
  clearTimeout(saving);
  saving = null;
  localStorage.setItem(KEY, JSON.stringify({ waiting: Object.fromEntries(waiting), counted: Object.fromEntries(counted) }));
}

function keep(key, ids) {
  if (ids.length > 0) waiting.set(key, ids.slice(-MOST));
  else waiting.delete(key);
  saving ??= setTimeout(save, SAVE_AFTER);
}

/** A new message: unread for everybody of the chat but its author and whoever has it open. */
export function arrived(message, chat, isOpen) {
  if (message.message_id <= (counted.get(chat.id) ?? 0)) return;
  counted.set(chat.id, message.message_id);
  saving ??= setTimeout(save, SAVE_AFTER);
  if (message.service) return;
  const audience = chat.kind === 'private' ? [chat.user_id] : chat.members;
  for (const userId of audience) {
    if (userId === message.from?.id || (userId === state.me && isOpen)) continue;
    const key = keyOf(userId, chat.id, message.thread_id);
    keep(key, [...waiting.get(key) ?? [], message.message_id]);
  }
}

/** Counts what came to `chats` while the page was away. A chat whose last message is an older one was made anew. */
export async function catchUpUnread(chats) {
  await Promise.all(chats.map(async (chat) => {
    const last = chat.last?.message_id ?? 0;
    const before = counted.get(chat.id) ?? 0;
    if (last < before) forget(chat.id);
    if (last <= (counted.get(chat.id) ?? 0)) return;
    const { messages } = await get(`chats/${chat.id}/messages?limit=${Math.min(last - (counted.get(chat.id) ?? 0), MOST)}`);
    messages.forEach((message) => arrived(message, chat, false));
  }));
}

function forget(chatId) {
  counted.delete(chatId);
  for (const key of [...waiting.keys()]) if (key.split('/')[1] === String(chatId)) keep(key, []);
}

/** All of `place` has been seen. */
export function read(place) {
  for (const key of keysOf(place)) keep(key, []);
}

/** The oldest unread message of `place`, or null. */
export function firstUnread(place) {
  const ids = keysOf(place).flatMap((key) => waiting.get(key));
  return ids.length > 0 ? Math.min(...ids) : null;
}

/** How many messages of a chat, or of one of its topics, the person who speaks has not seen. */
export function unread(chat, thread = null) {
  return keysOf({ chat: chat.id, thread }).reduce((sum, key) => sum + waiting.get(key).length, 0);
}

function keysOf({ chat, thread }) {
  if (thread !== null) return [keyOf(state.me, chat, thread)].filter((key) => waiting.has(key));
  const prefix = `${state.me}/${chat}/`;
  return [...waiting.keys()].filter((key) => key.startsWith(prefix));
}
