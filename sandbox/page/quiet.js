// The line that stands in place of the input where the person who speaks cannot write, and what helps there.

import { attempt, show } from './actions.js';
import { post } from './control.js';
import { byId, el } from './dom.js';
import { botName, hasMoved, isAdmin, on, openChat, sees, state, tell } from './state.js';
import { word } from './words.js';

export function startQuiet() {
  for (const topic of ['place', 'chats', 'me', 'language', 'about']) on(topic, draw);
}

/** Why the speaker cannot write in `chat`, or null when they can. */
function silence(chat) {
  if (chat.kind === 'private') return chat.standing === 'kicked' ? 'blocked' : null;
  if (hasMoved(chat)) return 'moved';
  if (!sees(chat, state.me)) return 'outside';
  return chat.kind === 'channel' && !isAdmin(chat) ? 'readers' : null;
}

/** Whether the speaker can write in what is open. */
export const canSpeak = () => openChat() !== null && silence(openChat()) === null;

const LINES = {
  blocked: () => [word('quietBlocked', { name: botName() }), button('unblock', () => change('unblock'))],
  moved: (chat) => [word('quietMoved'), button('openIt', () => show({ chat: chat.migrated_to, thread: null }))],
  outside: (chat) => [
    word(chat.kind === 'channel' ? 'quietOutsideChannel' : 'quietOutside'),
    button('join', () => change('join', { chat_id: chat.id })),
  ],
  readers: () => [word('quietReaders')],
};

function draw() {
  const chat = openChat();
  const why = chat && silence(chat);
  byId('composer').hidden = why !== null;
  byId('quiet').hidden = why === null;
  if (why) byId('quiet').replaceChildren(...LINES[why](chat));
}

const button = (key, act) => el('button', { type: 'button', class: 'plain', on: { click: act } }, word(key));

async function change(call, fields = {}) {
  const chat = await attempt(() => post(call, { user_id: state.me, ...fields }));
  if (!chat) return;
  state.chats.set(chat.id, chat);
  tell('chats');
}
