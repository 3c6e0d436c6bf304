// What was begun and not sent, by person and place. The browser remembers the words; what they answer is remembered as
// long as the page is open.

import { state, tell } from './state.js';

const KEY = 'sandbox.drafts';

const NOTHING = { text: '', aim: null };

/** "person/chat/thread" → {text, aim} */
const drafts = new Map(Object.entries(stored()).map(([key, text]) => [key, { ...NOTHING, text }]));

function stored() {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}');
  } catch (error) {
    console.warn('the drafts are not known any more', error);
    return {};
  }
}

/** The name under which the speaker's draft for `place` is kept. */
export const draftKey = (place) => `${state.me}/${place.chat}/${place.thread ?? ''}`;

export const draftOf = (key) => drafts.get(key) ?? NOTHING;

export function keepDraft(key, draft) {
  const before = draftOf(key);
  if (draft.text.trim() === '' && draft.aim === null) drafts.delete(key);
  else drafts.set(key, draft);
  if (before.text === draft.text) return;
  const texts = [...drafts].filter(([, { text }]) => text.trim() !== '').map(([name, { text }]) => [name, text]);
  localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(texts)));
  if ((before.text === '') !== (draft.text === '')) tell('drafts');
}
