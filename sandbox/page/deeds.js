// What a person does to a message that is there: react, pin, forward, delete; and which of it they may do.

import { attempt, inTurn, showMessage } from './actions.js';
import { post } from './control.js';
import { sure } from './notice.js';
import { choosePlace } from './places.js';
import { isAdmin, state, tell } from './state.js';
import { word } from './words.js';

const isOwn = (view) => view.from?.id === state.me;

/** Whether the speaker may change the text of `view`: an own message, or a post of people in a channel they run. */
export function mayEdit(view) {
  const chat = state.chats.get(view.chat_id);
  const own = isOwn(view) || (chat?.kind === 'channel' && view.from === null && !view.by_bot && isAdmin(chat));
  return own && !view.service && !view.forward_from && !view.via_bot;
}

export function mayDelete(view) {
  const chat = state.chats.get(view.chat_id);
  return isOwn(view) || (chat !== undefined && isAdmin(chat));
}

export const mayPin = (view) => !view.service && isAdmin(state.chats.get(view.chat_id));

/** The emoji with which the speaker reacted to `view`, or undefined. */
export const myReaction = (view) => view.reactions?.find(({ users }) => users.includes(state.me))?.emoji;

/** Reacts with `emoji`, or takes that reaction away. */
export async function react(view, emoji) {
  const body = { ...target(view), emoji: myReaction(view) === emoji ? null : emoji };
  const message = await attempt(() => post('react', body));
  if (message) tell('message', message);
}

export async function setPinned(view, pinned) {
  const chat = await attempt(() => post(pinned ? 'pin' : 'unpin', target(view)));
  if (!chat) return;
  state.chats.set(chat.id, chat);
  tell('chats');
}

export async function edit(view, text) {
  const message = await attempt(() => post('edit', { ...target(view), text }));
  if (message) tell('message', message);
  return message !== null;
}

/** Deletes a message once that is confirmed. */
export async function remove(view) {
  if (!await sure(word('deleteAsk'), word('deleteNote'), word('delete'), { danger: true })) return;
  const body = { user_id: state.me, chat_id: view.chat_id, message_ids: [view.message_id] };
  if (await attempt(() => post('delete', body))) tell('deleted', { chatId: view.chat_id, ids: [view.message_id] });
}

/** Asks where to, and forwards a message there. */
export async function forward(view) {
  const place = await choosePlace(word('forwardTo'));
  if (place === null) return;
  const body = { user_id: state.me, from_chat_id: view.chat_id, message_id: view.message_id, chat_id: place.chat };
  if (place.thread !== null) body.thread_id = place.thread;
  const message = await inTurn(() => attempt(() => post('forward', body)));
  if (!message) return;
  tell('message', message);
  showMessage(place, message.message_id);
}

const target = (view) => ({ user_id: state.me, chat_id: view.chat_id, message_id: view.message_id });
