// What the person does: open a chat, speak, follow a link. What goes wrong is said, never thrown.

import { write } from './address.js';
import { post } from './control.js';
import { deepLink } from './links.js';
import { failure } from './notice.js';
import { me, privateChat, readsComments, sees, state, tell } from './state.js';
import { firstUnread, read } from './unread.js';
import { speak } from './words.js';

/** What `act` gives, or null when it failed, which is said. */
export async function attempt(act) {
  try {
    return await act();
  } catch (error) {
    failure(error);
    return null;
  }
}

/** Opens a chat, one of its topics, the comments of a post, or, with null, the list. */
export function show(place, { step = true } = {}) {
  state.place = place;
  state.unreadFrom = place && firstUnread(place);
  if (place) read(place);
  write({ step });
  tell('place');
}

/** Opens a place, unless it is open, and goes to one of its messages. */
export function showMessage(place, messageId) {
  if (state.place?.chat !== place.chat || state.place.thread !== place.thread) show(place);
  tell('goto', messageId);
}

export function openPrivateChat() {
  const chat = privateChat();
  if (chat && state.place?.chat !== chat.id) show({ chat: chat.id, thread: null });
}

/** Lets another person speak; what is open stays open if they see it, else their private chat takes its place. */
export function speakAs(userId) {
  state.me = userId;
  state.about = null;
  speak(me()?.language_code);
  const chat = state.place && state.chats.get(state.place.chat);
  tell('me');
  tell('language');
  if (state.place && !(chat && sees(chat, userId))) {
    const own = privateChat();
    show(own && { chat: own.id, thread: null }, { step: false });
  } else {
    show(state.place, { step: false });
  }
}

export async function changePerson(userId, changes) {
  const person = await attempt(() => post(`users/${userId}`, changes));
  if (person) heard(person);
}

/** A person as the sandbox now has them. */
export function heard(person) {
  const languageBefore = me()?.language_code;
  state.people.set(person.id, person);
  if (person.id === state.me && person.language_code !== languageBefore) {
    speak(person.language_code);
    tell('language');
  }
  tell('people');
}

// What one person sends goes out in the order in which it was sent.
let sending = Promise.resolve();

/** Does `act` after all that is being sent. */
export function inTurn(act) {
  sending = sending.then(act, act);
  return sending;
}

/** The fields that say who sends where; a comment answers the post, unless it answers something else. */
export function addressed(place, replyTo = null) {
  const fields = { user_id: state.me, chat_id: place.chat };
  if (readsComments(place)) fields.reply_to = replyTo ?? place.thread;
  else if (place.thread !== null) fields.thread_id = place.thread;
  if (replyTo !== null) fields.reply_to = replyTo;
  return fields;
}

/** Says `text` in what is open; true if it was said. */
export function say(text, { replyTo = null, quote = null } = {}) {
  const body = { ...addressed(state.place, replyTo), text };
  if (quote !== null) body.quote = quote;
  return inTurn(async () => {
    const message = await attempt(() => post('say', body));
    if (message) tell('message', message);
    return message !== null;
  });
}

/** The deep link t.me/<bot>?start=parameter, followed in the private chat. */
export async function start(parameter = null) {
  openPrivateChat();
  const body = parameter === null ? { user_id: state.me } : { user_id: state.me, parameter };
  const message = await attempt(() => post('start', body));
  if (message) tell('message', message);
}

/** Follows a link: inside the page when it leads to the bot, else in a new tab. */
export function follow(address) {
  const own = deepLink(address, state.bot.username);
  if (own === null) window.open(address, '_blank', 'noopener,noreferrer');
  else if (own.parameter === null) openPrivateChat();
  else start(own.parameter);
}
