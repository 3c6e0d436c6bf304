// Choosing where something goes: a chat, or a topic of it.

import { el, face } from './dom.js';
import { dialog } from './notice.js';
import { myChats, titleOf } from './state.js';

/** Asks for a place {chat, thread}; null when none was chosen. */
export function choosePlace(title) {
  return dialog(title, (close) => {
    const choice = (place, ...parts) => el('li', {}, el('button', { type: 'button', on: { click: () => close(place) } }, ...parts));
    return el('ul', { class: 'choices' }, myChats().flatMap((chat) => [
      choice({ chat: chat.id, thread: null },
        face(chat.id, titleOf(chat), chat.kind === 'private' ? 'bot' : chat.kind), el('span', {}, titleOf(chat))),
      ...(chat.topics ?? []).map((topic) => choice({ chat: chat.id, thread: topic.thread_id },
        el('span', { class: 'topic-sign', 'aria-hidden': 'true' }, '#'), el('span', {}, topic.title))),
    ]));
  });
}
