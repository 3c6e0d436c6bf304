// What the page knows, and who wants to hear when it changes. Views read it; only actions and events change it.

export const state = {
  /** {id, username, name}; null until the first answer */
  bot: null,
  /** user id → user */
  people: new Map(),
  /** chat id → chat, in the order in which the sandbox tells them */
  chats: new Map(),
  /** the id of the person who speaks */
  me: null,
  /** what is open: {chat, thread}; thread is null for all of a chat; null when the list is shown */
  place: null,
};

const listeners = new Map();

/**
 * Calls `listener` when `topic` is told. Topics: people, chats, me, place, message, deleted, typing, commands-changed (at the bot), commands (read),
 * language, resync, fill, reply, goto.
 */
export function on(topic, listener) {
  if (!listeners.has(topic)) listeners.set(topic, []);
  listeners.get(topic).push(listener);
}

export function tell(topic, detail) {
  for (const listener of listeners.get(topic) ?? []) listener(detail);
}

export const me = () => state.people.get(state.me) ?? null;
export const openChat = () => (state.place ? state.chats.get(state.place.chat) ?? null : null);

/** Whether `userId` would have this chat in their list. */
export function sees(chat, userId) {
  return chat.kind === 'private' ? chat.user_id === userId : chat.members.includes(userId);
}

export const myChats = () => [...state.chats.values()].filter((chat) => sees(chat, state.me));
export const privateChat = () => myChats().find((chat) => chat.kind === 'private') ?? null;

/** The name under which the person who speaks has this chat. */
export const titleOf = (chat) => (chat.kind === 'private' ? state.bot.name : chat.title);

export const topicOf = (chat, thread) => chat.topics?.find((topic) => topic.thread_id === thread) ?? null;

/** Whether a message belongs to what is open. */
export function isHere(message, place = state.place) {
  return place !== null && message.chat_id === place.chat
    && (place.thread === null || message.thread_id === place.thread);
}
