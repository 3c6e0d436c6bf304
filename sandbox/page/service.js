// What Telegram itself says in a chat: somebody came, something was pinned, a group became a supergroup.

import { show } from './actions.js';
import { el } from './dom.js';
import { state, tell } from './state.js';
import { word } from './words.js';

const LINES = {
  topic_created: ({ title }) => [word('topicCreated', { title })],
  joined: ({ name }) => [word('joined', { name })],
  left: ({ name }) => [word('left', { name })],
  pinned: ({ message_id: id, text }) => [
    `${word('pinnedNow')} `,
    el('button', { type: 'button', class: 'plain', on: { click: () => tell('goto', id) } }, text || word('message')),
  ],
  migrated_to: ({ chat_id: chat }) => moved('migratedTo', chat),
  migrated_from: ({ chat_id: chat }) => moved('migratedFrom', chat),
};

/** The words of a service message; without `about` the plain line that came. */
export function serviceLine({ about, text }) {
  return Object.hasOwn(LINES, about?.kind ?? '') ? LINES[about.kind](about) : [text];
}

function moved(key, chat) {
  if (!state.chats.has(chat)) return [word(key)];
  return [`${word(key)} `, el('button', { type: 'button', class: 'plain', on: { click: () => show({ chat, thread: null }) } }, word('openIt'))];
}
