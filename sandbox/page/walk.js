// The keyboard in the list of messages: arrows go from one to the next, Escape back to the input. Enter is the menu's.

import { byId } from './dom.js';

export function listenForWalks(list) {
  list.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      byId('text').focus();
      return;
    }
    if (!['ArrowUp', 'ArrowDown', 'Home', 'End'].includes(event.key)) return;
    const rows = [...list.querySelectorAll('article:not([hidden])')];
    const here = rows.indexOf(document.activeElement.closest('article'));
    const to = {
      ArrowUp: here < 0 ? rows.length - 1 : here - 1, ArrowDown: here + 1, Home: 0, End: rows.length - 1,
    }[event.key];
    event.preventDefault();
    rows[to]?.focus({ preventScroll: true });
    rows[to]?.scrollIntoView({ block: 'nearest' });
  });
}
