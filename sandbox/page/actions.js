// What the person does: open a chat, speak, press, follow a link. What goes wrong is said, never thrown.

import { write } from './address.js';
import { post } from './control.js';
import { deepLink } from './links.js';
import { failure } from './notice.js';
import { me, privateChat, sees, state, tell } from './state.js';
import { read } from './unread.js';
import { speak } from './words.js';

/** Opens a chat, one of its topics, or, with null, the list. */
export function show(place, { step = true } = {}) {
  state.place = place;
  if (place) read(place, state.chats.get(place.chat)?.last?.message_id);
  write({ step });
  tell('place');
}

export function openPrivateChat() {
  const chat = privateChat();
  if (chat && state.place?.chat !== chat.id) show({ chat: chat.id, thread: null });
}

/** Lets another person speak; what is open stays open if they see it, else their private chat takes its place. */
export function speakAs(userId) {
  state.me = userId;
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
  try {
    heard(await post(`users/${userId}`, changes));
  } catch (error) {
    failure(error);
  }
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

/** Says `text` in what is open; true if it was said. */
export function say(text, replyTo = null) {
  const { chat, thread } = state.place;
  const body = { user_id: state.me, chat_id: chat, text };
  if (thread !== null) body.thread_id = thread;
  if (replyTo !== null) body.reply_to = replyTo;
  sending = sending.then(async () => {
    try {
      tell('message', await post('say', body));
      return true;
    } catch (error) {
      failure(error);
      return false;
    }
  });
  return sending;
}

/** The deep link t.me/<bot>?start=parameter, followed in the private chat. */
export async function start(parameter = null) {
  openPrivateChat();
  try {
    tell('message', await post('start', parameter === null ? { user_id: state.me } : { user_id: state.me, parameter }));
  } catch (error) {
    failure(error);
  }
}

/** Follows a link: inside the page when it leads to the bot, else in a new tab. */
export function follow(address) {
  const own = deepLink(address, state.bot.username);
  if (own === null) window.open(address, '_blank', 'noopener,noreferrer');
  else if (own.parameter === null) openPrivateChat();
  else start(own.parameter);
}
