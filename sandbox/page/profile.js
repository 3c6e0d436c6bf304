// What there is to know about the bot, or about a chat and who is in it.

import { say, show } from './actions.js';
import { commands } from './commands.js';
import { el, face } from './dom.js';
import { dialog } from './notice.js';
import { botName, openChat, state, tell, titleOf } from './state.js';
import { word } from './words.js';

export async function showProfile(chat) {
  const place = await dialog(word(chat.kind === 'private' ? 'botProfile' : 'chatInfo'), (close) => el('div', { class: 'profile' },
    el('div', { class: 'profile-head' },
      face(chat.id, titleOf(chat), chat.kind === 'private' ? 'bot' : chat.kind),
      el('div', {}, el('h3', {}, titleOf(chat)), el('p', { class: 'note' }, chat.kind === 'private' ? word('bot') : word(chat.kind)))),
    ...(chat.kind === 'private' ? bot(close) : group(chat, close))));
  if (place) show(place);
}

function bot(close) {
  const { short_description: short, description } = state.about ?? {};
  const list = commands();
  return [
    fact('username', `@${state.bot.username}`),
    short && fact('shortDescription', short),
    description && fact('description', description),
    fact('id', String(state.bot.id)),
    list.length > 0 && el('div', { class: 'fact' }, el('small', {}, word('commands')),
      el('ul', { class: 'command-list' }, list.map(({ command, description: words }) => el('li', {},
        el('button', { type: 'button', class: 'command', on: { click: () => {
          close();
          if (openChat()) say(`/${command}`);
        } } }, el('b', {}, `/${command}`), ' ', el('span', {}, words)))))),
    el('button', { type: 'button', class: 'second', on: { click: () => {
      close();
      tell('fill', `@${state.bot.username} `);
    } } }, word('inlineTry')),
  ].filter(Boolean);
}

function group(chat, close) {
  const linked = state.chats.get(chat.linked);
  const people = chat.members.map((id) => state.people.get(id)).filter(Boolean);
  return [
    chat.username && fact('username', `@${chat.username}`),
    fact('id', String(chat.id)),
    linked && el('div', { class: 'fact' }, el('small', {}, word(chat.kind === 'channel' ? 'discussion' : 'channel')),
      el('button', { type: 'button', class: 'plain', on: { click: () => close({ chat: linked.id, thread: null }) } }, linked.title)),
    el('div', { class: 'fact' }, el('small', {}, word(chat.kind === 'channel' ? 'subscribers' : 'members', { n: people.length })),
      el('ul', { class: 'people' },
        chat.bot && person(state.bot.id, botName(), chat.standing === 'admin' || chat.kind === 'channel' ? word('botAdmin') : word('bot'), 'bot'),
        people.map(({ id, name }) => person(id, name, chat.admins?.includes(id) ? word('admin') : '')))),
  ].filter(Boolean);
}

const fact = (key, text) => el('div', { class: 'fact' }, el('small', {}, word(key)), el('p', {}, text));
const person = (id, name, note, kind) => el('li', {}, face(id, name, kind), el('span', {}, name, note && el('small', {}, note)));
