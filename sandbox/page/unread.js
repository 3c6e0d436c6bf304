// Which messages the person who speaks has not seen: counted while the page is open, and, for what came before,
// known from the last message id seen, which the browser remembers. Another id than that, be it lower because the
// sandbox was started anew, is a message not seen.

import { state } from './state.js';

const KEY = 'sandbox.seen';
const seen = JSON.parse(localStorage.getItem(KEY) ?? '{}');
const counts = new Map();

const person = (userId, chatId) => `${userId}/${chatId}`;
const topic = (userId, chatId, thread) => `${userId}/${chatId}/${thread ?? 0}`;

/** A new message: unread for everybody of the chat but its author and whoever has it open. */
export function arrived(message, chat, isOpen) {
  if (message.service) return;
  const audience = chat.kind === 'private' ? [chat.user_id] : chat.members;
  for (const userId of audience) {
    if (userId === message.from?.id || (userId === state.me && isOpen)) continue;
    const key = topic(userId, chat.id, message.thread_id);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
}

/** All of `place` has been seen, up to `messageId`. */
export function read(place, messageId) {
  const prefix = place.thread === null ? `${person(state.me, place.chat)}/` : topic(state.me, place.chat, place.thread);
  for (const key of counts.keys()) {
    if (place.thread === null ? key.startsWith(prefix) : key === prefix) counts.delete(key);
  }
  if (messageId === undefined) return;
  seen[person(state.me, place.chat)] = messageId;
  localStorage.setItem(KEY, JSON.stringify(seen));
}

/** Unread messages of a chat, or of one of its topics; `many` is false when only "some" is known. */
export function unread(chat, thread = null) {
  if (thread !== null) {
    const count = counts.get(topic(state.me, chat.id, thread)) ?? 0;
    return { some: count > 0, count };
  }
  let count = 0;
  for (const [key, value] of counts) if (key.startsWith(`${person(state.me, chat.id)}/`)) count += value;
  const last = chat.last;
  const missed = last !== null && !last.service && last.from?.id !== state.me
    && last.message_id !== seen[person(state.me, chat.id)];
  return { some: count > 0 || missed, count };
}
