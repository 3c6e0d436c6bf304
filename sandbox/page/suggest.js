// The list over the input: commands or inline results. The input keeps the focus; arrows move, Enter chooses.

import { byId, el } from './dom.js';

const NEAR = 160;

const panel = byId('suggest');
const input = byId('text');
const list = el('ul', { role: 'listbox', id: 'suggest-list' });
let items = [];
let active = -1;
let nearEnd = null;

input.setAttribute('aria-controls', 'suggest-list');
panel.addEventListener('scroll', () => {
  if (panel.scrollTop + panel.clientHeight > panel.scrollHeight - NEAR) nearEnd?.();
}, { passive: true });
// A click in the panel does not take the focus from the input.
panel.addEventListener('pointerdown', (event) => event.preventDefault());

export const isOpen = () => !panel.hidden;

/**
 * Shows `options`, each {node, choose, complete?}: `choose` for Enter and click, `complete` for Tab. `head` is a node
 * over them, `note` words when there are none, `more` is called when one scrolls near the end.
 */
export function showSuggestions({ label, options, head = null, note = null, busy = false, more = null }) {
  items = [];
  active = -1;
  nearEnd = more;
  list.replaceChildren();
  list.setAttribute('aria-label', label);
  list.setAttribute('aria-busy', String(busy));
  panel.replaceChildren(...[head, note && el('p', { class: 'suggest-note' }, busy && el('span', { class: 'spinner' }), note), list].filter(Boolean));
  panel.classList.toggle('busy', busy);
  addSuggestions(options);
  panel.hidden = false;
  panel.scrollTop = 0;
  input.setAttribute('aria-expanded', 'true');
  if (items.length > 0) activate(0);
  else input.removeAttribute('aria-activedescendant');
}

/** More options at the end of what is shown. */
export function addSuggestions(options) {
  for (const option of options) {
    const at = items.length;
    const row = el('li', { role: 'option', id: `suggest-${at}`, 'aria-selected': 'false', on: {
      click: () => option.choose(),
      // A list that moves under a resting pointer reports a move of nothing.
      pointermove: ({ movementX, movementY }) => (movementX || movementY) && activate(at, { scroll: false }),
    } }, option.node);
    items.push({ ...option, row });
    list.append(row);
  }
}

/** While a newer answer is awaited, the shown one stays but cannot be chosen with Enter. */
export function setBusy(busy) {
  panel.classList.toggle('busy', busy);
  list.setAttribute('aria-busy', String(busy));
}

export function hideSuggestions() {
  panel.hidden = true;
  nearEnd = null;
  items = [];
  input.setAttribute('aria-expanded', 'false');
  input.removeAttribute('aria-activedescendant');
}

/** Takes a key if it is for the list. */
export function suggestionKey(event) {
  if (panel.hidden) return false;
  const busy = panel.classList.contains('busy');
  switch (event.key) {
    case 'ArrowDown':
    case 'ArrowUp':
      if (items.length === 0) return false;
      activate((active + (event.key === 'ArrowDown' ? 1 : items.length - 1)) % items.length);
      return true;
    case 'Enter':
      if (event.shiftKey || event.isComposing) return false;
      if (busy) return true;
      if (active < 0) return false;
      items[active].choose();
      return true;
    case 'Tab':
      if (event.shiftKey || active < 0 || !items[active].complete) return false;
      items[active].complete();
      return true;
    case 'Escape':
      hideSuggestions();
      return true;
    default:
      return false;
  }
}

function activate(at, { scroll = true } = {}) {
  if (at === active) return;
  items[active]?.row.setAttribute('aria-selected', 'false');
  active = at;
  const { row } = items[at];
  row.setAttribute('aria-selected', 'true');
  input.setAttribute('aria-activedescendant', row.id);
  if (scroll) row.scrollIntoView({ block: 'nearest' });
  if (at > items.length - 3) nearEnd?.();
}
