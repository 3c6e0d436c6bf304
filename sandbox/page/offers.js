// What the list over the input offers for the words in it: commands, the bot's name, the bot's inline results.

import { commands, matching } from './commands.js';
import { el } from './dom.js';
import { askInline, stopInline } from './inline.js';
import { openChat, state } from './state.js';
import { hideSuggestions, showSuggestions } from './suggest.js';
import { word } from './words.js';

/** Offers what fits `text`; `fill` puts words into the input, `send` says them, `clear` empties it. */
export function offer(text, { fill, send, clear }) {
  const { username } = state.bot;
  const command = /^\/(\w*)$/.exec(text);
  const name = /^@(\w*)$/.exec(text);
  const query = /^@(\w+)\s([^]*)$/.exec(text);
  if (query && query[1].toLowerCase() === username.toLowerCase()) {
    askInline(query[2].trim(), clear);
    return;
  }
  stopInline();
  const found = command ? matching(command[1]) : [];
  if (found.length > 0) {
    showSuggestions({ label: word('commands'), options: found.map((one) => commandOption(one, { fill, send })) });
  } else if (command?.[1] === '' && commands().length === 0) {
    showSuggestions({ label: word('commands'), options: [], note: word('noCommands') });
  } else if (name && username.toLowerCase().startsWith(name[1].toLowerCase())) {
    const go = () => fill(`@${username} `);
    showSuggestions({ label: word('inlineResults'), options: [{ node: line(`@${username}`, word('inlineHint')), choose: go, complete: go }] });
  } else {
    hideSuggestions();
  }
}

/** In a group a command is addressed, as Telegram's own apps do it. */
function commandOption({ command, description }, { fill, send }) {
  const addressed = ['group', 'supergroup'].includes(openChat().kind) ? `/${command}@${state.bot.username}` : `/${command}`;
  return { node: line(`/${command}`, description), choose: () => send(addressed), complete: () => fill(`${addressed} `) };
}

const line = (name, note) => el('div', { class: 'command' }, el('b', {}, name), ' ', el('span', {}, note));
