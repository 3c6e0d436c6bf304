// The menu of a chat: who the bot is, and where it stands there; a person's own coming and going.

import { attempt, show } from './actions.js';
import { post } from './control.js';
import { byId } from './dom.js';
import { openMenu } from './menu.js';
import { sure } from './notice.js';
import { showProfile } from './profile.js';
import { hasMoved, on, openChat, sees, state, tell } from './state.js';
import { word } from './words.js';

export function startChatMenu() {
  const button = byId('chat-menu');
  button.addEventListener('click', () => openMenu({ label: word('chatMenu'), from: button, items: items(openChat()) }));
  on('place', () => {
    button.hidden = openChat() === null;
  });
  byId('thread-info').addEventListener('click', () => showProfile(openChat()));
}

function items(chat) {
  const about = { text: word(chat.kind === 'private' ? 'botProfile' : 'chatInfo'), icon: 'info', act: () => showProfile(chat) };
  if (hasMoved(chat)) return [about];
  if (chat.kind === 'private') {
    const blocked = chat.standing === 'kicked';
    return [about, blocked
      ? item('unblock', 'check', 'unblock', { user_id: state.me })
      : { ...item('block', 'block', 'block', { user_id: state.me }), danger: true }];
  }
  const inside = chat.bot
    ? [chat.standing === 'member' && chat.kind !== 'channel' && item('botPromote', 'bot', 'invite', { chat_id: chat.id, bot: 'admin' }),
      chat.standing === 'admin' && chat.kind !== 'channel' && item('botDemote', 'bot', 'invite', { chat_id: chat.id, bot: 'member' }),
      { ...item('kick', 'block', 'kick', { chat_id: chat.id }), danger: true }]
    : [chat.kind !== 'channel' && item('invite', 'bot', 'invite', { chat_id: chat.id, bot: 'member' }),
      item('inviteAdmin', 'bot', 'invite', { chat_id: chat.id, bot: 'admin' })];
  const member = sees(chat, state.me);
  return [
    about,
    ...(member ? [null, ...inside, chat.kind === 'group' && { text: word('migrate'), icon: 'group', act: () => migrate(chat) }] : []),
    null,
    member
      ? { text: word('leave'), icon: 'leave', act: () => leave(chat), danger: true }
      : item('join', 'plus', 'join', { user_id: state.me, chat_id: chat.id }),
  ].filter((one) => one !== false);
}

function item(key, icon, call, fields, then = () => {}) {
  return { text: word(key), icon, act: () => change(call, fields, then) };
}

async function change(call, fields, then) {
  const chat = await attempt(() => post(call, fields));
  if (!chat) return;
  state.chats.set(chat.id, chat);
  tell('chats');
  then(chat);
}

async function leave(chat) {
  if (!await sure(word('leaveAsk'), word('leaveNote'), word('leave'))) return;
  change('leave', { user_id: state.me, chat_id: chat.id }, () => show(null));
}

async function migrate(chat) {
  if (!await sure(word('migrateAsk'), word('migrateNote'), word('migrateDo'))) return;
  change('migrate', { chat_id: chat.id }, (grown) => show({ chat: grown.id, thread: null }));
}
