// What the words in the input are for: a reply, perhaps to a quoted part, or the edit of a message; and the line over
// the input that says so.

import { byId, el, icon } from './dom.js';
import { openChat } from './state.js';
import { word } from './words.js';

const bar = byId('replying');

/** {kind: 'reply', view, quote} or {kind: 'edit', view, kept}; null for a message of its own */
let aim = null;

export const aimed = () => aim;
export const replyAim = (view, quote = null) => ({ kind: 'reply', view, quote });
/** `kept` is what stood in the input before. */
export const editAim = (view, kept) => ({ kind: 'edit', view, kept });

/** Sets what the input is for; `cancelled` is called by the button that ends it. */
export function setAim(next, cancelled) {
  aim = next;
  bar.hidden = aim === null;
  bar.replaceChildren(...(aim ? line(aim, cancelled) : []));
}

function line({ kind, view, quote }, cancelled) {
  const edits = kind === 'edit';
  const name = view.from?.name ?? openChat()?.title ?? '';
  const label = word(edits ? 'cancelEdit' : 'cancelReply');
  const words = quote ?? (view.text.slice(0, 200) || word(view.media?.kind ?? 'message'));
  return [
    icon(edits ? 'edit' : quote ? 'quote' : 'reply'),
    el('div', {}, el('b', {}, edits ? word('editing') : word('replyTo', { name })), el('p', {}, words)),
    el('button', { type: 'button', class: 'round', 'aria-label': label, title: label, on: { click: cancelled } }, icon('close')),
  ];
}
