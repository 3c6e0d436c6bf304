// Keeps the state as the sandbox has it: read whole on every connection, then changed by events.

import { heard } from './actions.js';
import { get } from './control.js';
import { isHere, state, tell } from './state.js';
import { arrived, read } from './unread.js';

/** Reads everything anew. */
export async function readState() {
  const { bot, users, chats } = await get('state');
  state.bot = bot;
  state.people = new Map(users.map((user) => [user.id, user]));
  state.chats = new Map(chats.map((chat) => [chat.id, chat]));
}

const EVENTS = {
  message({ message }) {
    const chat = state.chats.get(message.chat_id);
    if (chat) {
      const isOpen = isHere(message) && !document.hidden;
      if (chat.last === null || chat.last.message_id < message.message_id) {
        chat.last = message;
        arrived(message, chat, isOpen);
        if (isOpen) read(state.place, message.message_id);
      }
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
    if (state.place?.chat === chatId && !document.hidden) read(state.place, chat.last?.message_id);
    tell('chats');
  },

  chat({ chat }) {
    state.chats.set(chat.id, chat);
    tell('chats');
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
};

/** Takes one event of /control/events in; a kind that is not known here is left alone. */
export function apply(event) {
  if (Object.hasOwn(EVENTS, event.type)) Promise.resolve(EVENTS[event.type](event)).catch((error) => console.warn(event, error));
}
