// What a click, or Enter, on a part of a message's text does.

import { follow, openPrivateChat, say } from './actions.js';
import { deepLink } from './links.js';
import { copy } from './notice.js';
import { state } from './state.js';
import { word } from './words.js';

/** Listens on `list`; `hold(change, node)` makes a change without moving the node on the screen. */
export function listenForTaps(list, hold) {
  list.addEventListener('click', (event) => {
    const { target } = event;
    const spoiler = target.closest('.spoiler:not(.shown)');
    if (spoiler) {
      event.preventDefault();
      reveal(spoiler);
      return;
    }
    const link = target.closest('a[href]');
    if (link) {
      if (deepLink(link.href, state.bot.username)) {
        event.preventDefault();
        follow(link.href);
      }
      return;
    }
    const tap = target.closest('.tap');
    if (tap?.dataset.command) say(tap.dataset.command);
    if (tap?.dataset.mention?.toLowerCase() === state.bot.username.toLowerCase()) openPrivateChat();
    if (tap || String(getSelection())) return;

    const quote = target.closest('blockquote.long');
    if (quote) hold(() => unfold(quote), quote);
    else if (target.closest('.body code, .body pre')) copy(target.closest('pre, code').textContent);
  });

  list.addEventListener('keydown', (event) => {
    if ((event.key === 'Enter' || event.key === ' ') && event.target.matches('.tap, .spoiler')) {
      event.preventDefault();
      event.target.click();
    }
  });
}

function reveal(spoiler) {
  spoiler.classList.add('shown');
  spoiler.removeAttribute('role');
  spoiler.removeAttribute('tabindex');
  spoiler.removeAttribute('aria-label');
  spoiler.firstElementChild.removeAttribute('aria-hidden');
}

function unfold(quote) {
  const open = quote.classList.toggle('open');
  const button = quote.querySelector(':scope > .more');
  button.setAttribute('aria-expanded', String(open));
  button.textContent = word(open ? 'less' : 'more');
}
