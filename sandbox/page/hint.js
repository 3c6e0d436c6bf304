// What an empty chat says to somebody who sees it for the first time.

import { say, start } from './actions.js';
import { commands } from './commands.js';
import { el } from './dom.js';
import { botName, openChat, readsComments, state, tell } from './state.js';
import { word } from './words.js';

const OFFERED = 4;

/** In the private chat: a button that sends /start, and a few of the bot's commands. */
export function emptyHint() {
  const chat = openChat();
  if (chat?.kind !== 'private') {
    const tip = { channel: 'hintChannel' }[chat?.kind] ?? 'hintGroup';
    return el('div', { class: 'hint' }, el('h3', {}, word(readsComments() ? 'noComments' : 'empty')), el('p', {}, word(tip)));
  }
  const { username } = state.bot;
  const { description } = state.about ?? {};
  const offered = commands().filter(({ command }) => command !== 'start').slice(0, OFFERED);
  return el('div', { class: 'hint' },
    el('h3', {}, description ? word('hintAbout') : word('hintTitle', { name: botName() })),
    description && el('p', { class: 'description' }, description),
    el('p', {}, word('hintText')),
    el('button', { type: 'button', class: 'main start', on: { click: () => start() } }, word('start')),
    offered.length > 0 && el('ul', {}, offered.map(({ command, description }) => el('li', {},
      el('button', { type: 'button', on: { click: () => say(`/${command}`) } }, el('b', {}, `/${command}`), ' ', description)))),
    el('p', { class: 'tip' }, el('button', { type: 'button', class: 'plain', on: { click: () => tell('fill', `@${username} `) } },
      word('hintInline', { bot: username }))));
}
