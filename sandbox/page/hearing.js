// New messages for those who hear the page. The list itself is silent: its rows come and go as one scrolls.

import { byId, el } from './dom.js';
import { state } from './state.js';
import { word } from './words.js';

const KEPT = 5;

/** Has a screen reader say who wrote what. */
export function hear(view) {
  if (view.from?.id === state.me) return;
  const name = view.from?.name ?? state.chats.get(view.chat_id)?.title ?? '';
  const words = view.text || (view.media ? word(view.media.kind) : '');
  const heard = byId('heard');
  heard.append(el('p', {}, view.service ? words : `${name}: ${words}`));
  while (heard.childElementCount > KEPT) heard.firstElementChild.remove();
}
