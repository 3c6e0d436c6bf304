// The menu of a message: by right click, by a long press, by its button, or by Enter and the menu key on a message.

import { mayDelete, mayEdit, mayPin, myReaction, forward, react, remove, setPinned } from './deeds.js';
import { el } from './dom.js';
import { openMenu } from './menu.js';
import { copy } from './notice.js';
import { canSpeak } from './quiet.js';
import { askQuote, selectedIn } from './quote.js';
import { tell } from './state.js';
import { word } from './words.js';

const EMOJI = ['👍', '❤', '🔥', '🎉', '👏', '😁', '🤔', '👎'];
const LONG_PRESS = 450;
const SLACK = 10;

/** Listens on `list`; `viewOf(id)` gives the message of a row. */
export function listenForMenus(list, viewOf) {
  const target = (event) => {
    const node = event.target.closest?.('[data-id]');
    const view = node && viewOf(Number(node.dataset.id));
    return view && !view.service ? { node, view } : null;
  };
  const open = (event, at) => {
    const found = target(event);
    if (!found) return false;
    messageMenu(found.view, found.node, at);
    return true;
  };

  listenForPresses(list, (event) => open(event, { x: event.clientX, y: event.clientY }));
  list.addEventListener('contextmenu', (event) => {
    // A browser's own menu of a link stays in reach.
    if (event.target.closest('a[href]') || event.shiftKey) return;
    const byKey = event.button !== 2;
    if (open(event, byKey ? null : { x: event.clientX, y: event.clientY })) event.preventDefault();
  });
  list.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target.matches('article') && open(event, null)) event.preventDefault();
  });
  list.addEventListener('click', (event) => {
    if (event.target.closest('.answer')) tell('reply', target(event).view);
    else if (event.target.closest('.acts')) open(event, { x: event.clientX, y: event.clientY });
  });
}

/** A finger that rests; the click that follows is not one. */
function listenForPresses(list, act) {
  let timer = null;
  let start = null;
  let done = false;
  const stop = () => clearTimeout(timer);
  list.addEventListener('pointerdown', (event) => {
    done = false;
    if (event.pointerType !== 'touch') return;
    start = event;
    timer = setTimeout(() => {
      done = act(event);
    }, LONG_PRESS);
  });
  list.addEventListener('pointermove', (event) => {
    if (start && Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) > SLACK) stop();
  });
  for (const type of ['pointerup', 'pointercancel']) list.addEventListener(type, stop);
  // What browsers make of the same press is not a second one.
  for (const type of ['contextmenu', 'click']) {
    list.addEventListener(type, (event) => {
      stop();
      if (!done) return;
      done = type === 'contextmenu';
      event.preventDefault();
      event.stopImmediatePropagation();
    }, { capture: true });
  }
}

function messageMenu(view, node, at) {
  const speaks = canSpeak();
  const selected = selectedIn(node, view);
  const items = [
    speaks && { text: word('reply'), icon: 'reply', act: () => tell('reply', view) },
    speaks && view.text && {
      text: word(selected ? 'quoteSelected' : 'quotePart'), icon: 'quote',
      act: () => (selected ? tell('quote', { view, quote: selected }) : askQuote(view)),
    },
    view.text && { text: word('copyText'), icon: 'copy', act: () => copy(selected ?? view.text) },
    mayEdit(view) && { text: word('edit'), icon: 'edit', act: () => tell('edit', view) },
    mayPin(view) && { text: word(view.pinned ? 'unpin' : 'pin'), icon: 'pin', act: () => setPinned(view, !view.pinned) },
    { text: word('forward'), icon: 'forward', act: () => forward(view) },
    mayDelete(view) && { text: word('delete'), icon: 'trash', act: () => remove(view), danger: true },
  ];
  openMenu({ label: word('messageMenu'), at, from: node.closest('article') ?? node, head: reactions(view), items: items.filter(Boolean) });
}

function reactions(view) {
  const mine = myReaction(view);
  return el('div', { class: 'emoji', role: 'group', 'aria-label': word('react') }, EMOJI.map((emoji) => el('button', {
    type: 'button', role: 'menuitemradio', 'aria-checked': String(emoji === mine), tabindex: -1, 'aria-label': emoji,
    on: { click: () => react(view, emoji) },
  }, emoji)));
}
