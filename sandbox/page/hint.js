// What an empty chat says to somebody who sees it for the first time.

import { say, start } from './actions.js';
import { commands } from './commands.js';
import { el } from './dom.js';
import { openChat, state, tell } from './state.js';
import { word } from './words.js';

const OFFERED = 4;

/** In the private chat: a button that sends /start, and a few of the bot's commands. */
export function emptyHint() {
  const chat = openChat();
  if (chat?.kind !== 'private') {
    const tip = { channel: 'hintChannel' }[chat?.kind] ?? 'hintGroup';
    return el('div', { class: 'hint' }, el('h3', {}, word('empty')), el('p', {}, word(tip)));
  }
  const { name, username } = state.bot;
  const offered = commands().filter(({ command }) => command !== 'start').slice(0, OFFERED);
  return el('div', { class: 'hint' },
    el('h3', {}, word('hintTitle', { name })),
    el('p', {}, word('hintText')),
    el('button', { type: 'button', class: 'main', on: { click: () => start() } }, word('start')),
    offered.length > 0 && el('ul', {}, offered.map(({ command, description }) => el('li', {},
      el('button', { type: 'button', on: { click: () => say(`/${command}`) } }, el('b', {}, `/${command}`), ' ', description)))),
    el('p', { class: 'tip' }, el('button', { type: 'button', class: 'plain', on: { click: () => tell('fill', `@${username} `) } },
      word('hintInline', { bot: username }))));
}
