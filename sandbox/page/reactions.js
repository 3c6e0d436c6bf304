// The reactions under a message. A click gives one's own, or takes it back.

import { react } from './deeds.js';
import { el } from './dom.js';
import { botName, state } from './state.js';
import { word } from './words.js';

/** The reactions of `view` as buttons, or null if it has none. */
export function reactionsOf(view) {
  if (!view.reactions?.length) return null;
  return el('div', { class: 'reactions', role: 'group', 'aria-label': word('reactions') }, view.reactions.map((reaction) => {
    const names = [...reaction.users.map((id) => state.people.get(id)?.name), reaction.bot ? botName() : null].filter(Boolean).join(', ');
    return el('button', {
      type: 'button', class: 'reaction', 'aria-pressed': String(reaction.users.includes(state.me)), title: names,
      'aria-label': `${reaction.emoji} ${reaction.count}: ${names}`, on: { click: () => react(view, reaction.emoji) },
    }, el('span', { class: 'emoji-sign' }, reaction.emoji), el('span', {}, String(reaction.count)));
  }));
}
