// Keeps the state as the sandbox has it: read whole on every connection, then changed by events.

import { heard, show } from './actions.js';
import { get } from './control.js';
import { failure } from './notice.js';
import { hasMoved, isHere, state, tell } from './state.js';
import { arrived, catchUpUnread, read } from './unread.js';
import { nameThePage } from './words.js';

/** the number of the latest event that is known */
let latest = 0;

/** Reads everything anew; true when the sandbox was started anew since it was read last. */
export async function readState() {
  const { bot, users, chats, event = 0 } = await get('state');
  state.bot = bot;
  nameThePage(bot.name);
  state.people = new Map(users.map((user) => [user.id, user]));
  state.chats = new Map(chats.map((chat) => [chat.id, chat]));
  const restarted = event < latest;
  latest = event;
  await catchUpUnread(chats);
  return restarted;
}

const EVENTS = {
  message({ message }) {
    const chat = state.chats.get(message.chat_id);
    if (chat) {
      const isOpen = isHere(message) && !document.hidden;
      if (chat.last === null || chat.last.message_id < message.message_id) chat.last = message;
      arrived(message, chat, isOpen);
    }
    tell('message', message);
  },

  edit({ message }) {
    const chat = state.chats.get(message.chat_id);
    if (chat?.last?.message_id === message.message_id) chat.last = message;
    tell('message', message);
  },

  async delete({ chat_id: chatId, message_ids: ids }) {
    tell('deleted', { chatId, ids });
    const chat = state.chats.get(chatId);
    if (!chat || !ids.includes(chat.last?.message_id)) return;
    const { messages } = await get(`chats/${chatId}/messages?limit=1`);
    chat.last = messages.at(-1) ?? null;
    tell('chats');
  },

  chat({ chat }) {
    state.chats.set(chat.id, chat);
    tell('chats');
    // Who reads a group that becomes a supergroup goes on there.
    if (state.place?.chat === chat.id && hasMoved(chat)) {
      show({ chat: chat.migrated_to, thread: null }, { step: false });
    }
  },

  user({ user }) {
    heard(user);
  },

  typing({ chat_id: chatId }) {
    tell('typing', chatId);
  },

  commands() {
    tell('commands-changed');
  },

  bot() {
    tell('about-changed');
  },

  faults() {
    tell('faults');
  },
};

/** Takes one event of /control/events in; a kind that is not known here is left alone. */
export function apply(event) {
  latest = Math.max(latest, event.event ?? 0);
  if (!Object.hasOwn(EVENTS, event.type)) return;
  Promise.resolve(EVENTS[event.type](event)).catch(failure);
}

/** What is open has been seen, now that the page is looked at again. */
export function looked() {
  if (!state.place) return;
  read(state.place);
  tell('chats');
}
