// Where the reader is. The scroller runs from its end (flex column-reverse), so that it stays at the newest message by
// itself, and what changes above the view moves nothing.

import { byId } from './dom.js';

export const scroller = byId('scroller');

const list = byId('rows');

export const isAtEnd = () => scroller.scrollTop > -48;
export const roomAbove = () => scroller.scrollHeight - scroller.clientHeight + scroller.scrollTop;

/** What the reader looks at: nothing when they are at the end, else the row at the top of the view. */
const lookedAt = () => (isAtEnd() ? null : anchorIn(list.children));

/** Makes a change without moving `anchor` on the screen. */
export function hold(change, anchor = lookedAt()) {
  const before = anchor?.getBoundingClientRect().top;
  change();
  if (anchor?.isConnected) {
    const moved = anchor.getBoundingClientRect().top - before;
    if (moved !== 0) scroller.scrollTop += moved;
  }
}

/** The row at the top of the view in `sheets`, which stand one under the other; null when none of them is seen. */
export function anchorIn(sheets) {
  const { top, bottom } = scroller.getBoundingClientRect();
  const sheet = firstBelow(sheets, top);
  const row = sheet && firstBelow(sheet.children, top);
  return row && row.getBoundingClientRect().top < bottom ? row : null;
}

/** The first of `nodes` that ends below `top`. */
export function firstBelow(nodes, top) {
  let low = 0;
  let high = nodes.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (nodes[middle].getBoundingClientRect().bottom > top) high = middle;
    else low = middle + 1;
  }
  return nodes[low] ?? null;
}
