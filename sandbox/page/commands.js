// The commands that the bot offers to a person in a chat, as the menu shows them.

import { get } from './control.js';
import { failure } from './notice.js';
import { on, state, tell } from './state.js';

let known = [];
let asked = 0;

export function startCommands() {
  on('place', readCommands);
  on('commands-changed', readCommands);
  on('language', readCommands);
}

/** The commands of what is open, [{command, description}]. */
export const commands = () => known;

/** Those that begin with `words`, an exact one first. */
export function matching(words) {
  const start = words.toLowerCase();
  return known
    .filter(({ command }) => command.startsWith(start))
    .sort((a, b) => Number(b.command === start) - Number(a.command === start));
}

async function readCommands() {
  const mine = ++asked;
  if (!state.place || state.me === null) return;
  try {
    const answer = await get(`commands?chat_id=${state.place.chat}&user_id=${state.me}`);
    if (mine !== asked) return;
    known = answer.commands;
    tell('commands');
  } catch (error) {
    if (mine === asked) failure(error);
  }
}
