// A small menu at a point or under a button: arrows walk through it, Enter chooses, Escape or a click elsewhere closes.

import { el, icon } from './dom.js';

const EDGE = 8;

let open = null;

/**
 * Opens a menu. `items` are {text, icon, act, danger?} or null for a line between; `head` is a node with buttons over
 * them. `at` is the point {x, y} that was clicked, `from` what was focused; without a point the menu stands at it.
 */
export function openMenu({ label, at = null, from, head = null, items }) {
  open?.hidePopover();
  const before = document.activeElement;
  // Not a popover that the browser closes: that would take the end of the long press that opened it for a click elsewhere.
  const elsewhere = ({ target }) => {
    if (!node.contains(target)) node.hidePopover();
  };
  const choose = (act) => {
    node.hidePopover();
    act();
  };
  const node = el('div', { class: 'menu', role: 'menu', 'aria-label': label, popover: 'manual', tabindex: -1, on: {
    keydown: (event) => walk(node, event),
    toggle: ({ newState }) => {
      if (newState !== 'closed') return;
      document.removeEventListener('pointerdown', elsewhere, { capture: true });
      const held = node.contains(document.activeElement) || document.activeElement === document.body;
      node.remove();
      if (open === node) open = null;
      if (held) (from?.isConnected ? from : before)?.focus?.({ preventScroll: true });
    },
    contextmenu: (event) => event.preventDefault(),
  } },
  head && el('div', { class: 'menu-head', on: { click: () => node.hidePopover() } }, head),
  items.map((item) => (item === null ? el('hr') : el('button', {
    type: 'button', role: 'menuitem', tabindex: -1, class: item.danger ? 'danger' : null, on: { click: () => choose(item.act) },
  }, icon(item.icon), el('span', {}, item.text)))));
  document.body.append(node);
  open = node;
  document.addEventListener('pointerdown', elsewhere, { capture: true });
  node.showPopover();
  place(node, at, from);
  buttons(node).find((button) => button.getAttribute('role') === 'menuitem')?.focus({ preventScroll: true });
}

const buttons = (node) => [...node.querySelectorAll('button')];

/** Puts the menu where it is wholly seen. */
function place(node, at, from) {
  const { width, height } = node.getBoundingClientRect();
  const box = from.getBoundingClientRect();
  const point = at ?? { x: Math.min(box.left, box.right - width), y: box.bottom + 4 };
  let { y } = point;
  if (y + height > innerHeight - EDGE) y = at ? point.y - height : box.top - height - 4;
  const within = (value, size, most) => Math.max(EDGE, Math.min(value, most - size - EDGE));
  node.style.left = `${within(point.x, width, innerWidth)}px`;
  node.style.top = `${within(y, height, innerHeight)}px`;
}

function walk(node, event) {
  const all = buttons(node);
  const here = all.indexOf(document.activeElement);
  const to = {
    ArrowDown: here + 1, ArrowRight: here + 1, ArrowUp: here - 1, ArrowLeft: here - 1, Home: 0, End: all.length - 1,
  }[event.key];
  if (event.key === 'Tab' || event.key === 'Escape') node.hidePopover();
  if (to === undefined) return;
  event.preventDefault();
  all[(to + all.length) % all.length].focus();
}
