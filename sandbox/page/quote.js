// Quoting a part of a message: the part that is selected, or one that is chosen in a dialog, by keyboard and finger too.

import { el } from './dom.js';
import { dialog, toast } from './notice.js';
import { tell } from './state.js';
import { word } from './words.js';

/** The selected part of the message shown at `node`, if all of it stands in the text of `view`; else null. */
export function selectedIn(node, view) {
  const selection = getSelection();
  if (selection.isCollapsed || selection.rangeCount === 0) return null;
  if (!node.contains(selection.anchorNode) || !node.contains(selection.focusNode)) return null;
  const words = String(selection).trim();
  return words !== '' && view.text.includes(words) ? words : null;
}

/** Shows the text of `view` to choose a part from. */
export async function askQuote(view) {
  const part = await dialog(word('quotePart'), (close) => {
    const text = el('textarea', { class: 'quotable', readonly: true, rows: 8, autofocus: true, 'aria-label': word('message') });
    text.value = view.text;
    const take = () => {
      const chosen = text.value.slice(text.selectionStart, text.selectionEnd).trim();
      if (chosen) close(chosen);
      else toast(word('quoteNothing'));
    };
    return el('div', { class: 'fields' },
      el('p', { class: 'note' }, word('quoteHelp')), text,
      el('button', { type: 'button', class: 'main', on: { click: take } }, word('quoteTake')));
  });
  if (part !== null) tell('quote', { view, quote: part });
}
