// The view in the page's address: #chat=<id>&topic=<thread id>&as=<user id>.

import { state } from './state.js';

const PERSON = 'sandbox.speaker';

/** What the address asks for; what it does not say is null. */
export function asked() {
  const parts = new URLSearchParams(location.hash.slice(1));
  const number = (name) => (/^-?\d+$/.test(parts.get(name) ?? '') ? Number(parts.get(name)) : null);
  return { chat: number('chat'), thread: number('topic'), me: number('as') };
}

/** The person who spoke last time in this browser. */
export const lastPerson = () => Number(localStorage.getItem(PERSON));

/** Writes the view into the address; as a new step of the history, so that "back" leads out of a chat. */
export function write({ step }) {
  const parts = new URLSearchParams();
  if (state.place) parts.set('chat', state.place.chat);
  if (state.place?.thread) parts.set('topic', state.place.thread);
  if (state.me !== null) parts.set('as', state.me);
  localStorage.setItem(PERSON, state.me);
  const hash = `#${parts}`;
  if (hash === location.hash) return;
  if (step) history.pushState(null, '', hash);
  else history.replaceState(null, '', hash);
}
