// What the page knows, and who wants to hear when it changes. Views read it; only actions and events change it.

export const state = {
  /** {id, username, name}; null until the first answer */
  bot: null,
  /** what the bot says of itself in the speaker's language: {name, description, short_description}; null until read */
  about: null,
  /** user id → user */
  people: new Map(),
  /** chat id → chat, in the order in which the sandbox tells them */
  chats: new Map(),
  /** the id of the person who speaks */
  me: null,
  /** what is open: {chat, thread}; thread is a topic's id, the id of a post whose comments are read, or null for all
   *  of a chat; the whole is null when the list is shown */
  place: null,
  /** the first message that was unread when the place was opened, or null */
  unreadFrom: null,
};

const listeners = new Map();

/**
 * Calls `listener` when `topic` is told. Topics: people, chats, me, place, message, deleted, typing, commands-changed
 * (at the bot), commands (read), about-changed (at the bot), about (read), faults, drafts, language, resync, restart,
 * and what one view asks of another: fill, reply, quote, edit, goto, files.
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

/** Whether `userId` is in this chat. */
export function sees(chat, userId) {
  return chat.kind === 'private' ? chat.user_id === userId : chat.members.includes(userId);
}

/** The chats in the speaker's list. A group that became a supergroup is there as that. */
export const myChats = () => [...state.chats.values()]
  .filter((chat) => sees(chat, state.me) && !hasMoved(chat));
export const privateChat = () => myChats().find((chat) => chat.kind === 'private') ?? null;

export const botName = () => state.about?.name ?? state.bot.name;

/** The name under which the person who speaks has this chat. */
export const titleOf = (chat) => (chat.kind === 'private' ? botName() : chat.title);

export const topicOf = (chat, thread) => chat.topics?.find((topic) => topic.thread_id === thread) ?? null;

/** Whether the comments of one post are open, rather than a chat or a topic. */
export const readsComments = (place = state.place) => place !== null && place.thread !== null
  && state.chats.has(place.chat) && topicOf(state.chats.get(place.chat), place.thread) === null;

/** Whether the chat is a group that goes on as a supergroup. */
export const hasMoved = (chat) => state.chats.has(chat.migrated_to);

/** Whether the person who speaks may pin, and delete what others wrote. */
export const isAdmin = (chat) => chat.kind === 'private' || (chat.admins.includes(state.me) && !hasMoved(chat));

/** Whether a message belongs to what is open. */
export function isHere(message, place = state.place) {
  return place !== null && message.chat_id === place.chat
    && (place.thread === null || message.thread_id === place.thread || message.message_id === place.thread);
}
