// A message's text and its entities as nodes. Offsets count UTF-16 units, as JavaScript's strings do.
// What a click on them does is in taps.js.

import { el } from './dom.js';
import { safe } from './links.js';
import { word } from './words.js';

const BLOCKS = new Set(['pre', 'blockquote', 'expandable_blockquote']);

const MAKERS = {
  bold: (inside) => el('b', {}, inside),
  italic: (inside) => el('i', {}, inside),
  underline: (inside) => el('u', {}, inside),
  strikethrough: (inside) => el('s', {}, inside),
  code: (inside) => el('code', { title: word('copyText') }, inside),
  pre: (inside, { language }) => el('pre', { title: word('copyText'), 'data-language': language }, el('code', {}, inside)),
  blockquote: (inside) => el('blockquote', {}, inside),
  expandable_blockquote: expandable,
  spoiler,
  text_link: (inside, { url }) => link(inside, url),
  url: (inside) => link(inside, inside.textContent),
  email: (inside) => link(inside, `mailto:${inside.textContent}`),
  phone_number: (inside) => link(inside, `tel:${inside.textContent}`),
  bot_command: (inside) => el('span', { class: 'tap', role: 'link', tabindex: 0, 'data-command': inside.textContent }, inside),
  mention: (inside) => el('span', { class: 'tap', role: 'link', tabindex: 0, 'data-mention': inside.textContent.slice(1) }, inside),
  text_mention: (inside) => el('b', {}, inside),
  hashtag: (inside) => el('span', { class: 'tag' }, inside),
  cashtag: (inside) => el('span', { class: 'tag' }, inside),
};

/** The nodes of `text`; an entity of a kind that is not known here is shown as plain text. */
export function formatted(text, entities) {
  const known = entities
    .filter(({ type, length }) => Object.hasOwn(MAKERS, type) && length > 0)
    .map((entity) => ({ ...entity, end: entity.offset + entity.length }))
    .sort((a, b) => a.offset - b.offset || b.end - a.end);
  return build(text, 0, text.length, known);
}

function build(text, from, to, entities) {
  const fragment = document.createDocumentFragment();
  const queue = [...entities];
  let at = from;
  let afterBlock = false;

  // A block starts and ends its own line, so the line break beside it is not shown a second time.
  const addText = (until, beforeBlock) => {
    let piece = text.slice(at, until);
    if (afterBlock && piece.startsWith('\n')) piece = piece.slice(1);
    if (beforeBlock && piece.endsWith('\n')) piece = piece.slice(0, -1);
    if (piece) fragment.append(piece);
  };

  while (queue.length > 0) {
    const entity = queue.shift();
    const start = Math.max(entity.offset, at);
    const end = Math.min(entity.end, to);
    if (end <= start) continue;
    const block = BLOCKS.has(entity.type);
    addText(start, block);

    const inside = [];
    while (queue.length > 0 && queue[0].offset < end) {
      const next = queue.shift();
      inside.push(next);
      // Entities that cross each other are split, the rest goes on behind this one.
      if (next.end > end) queue.unshift({ ...next, offset: end });
      if (next.end > end) break;
    }
    fragment.append(MAKERS[entity.type](build(text, start, end, inside), entity));
    at = end;
    afterBlock = block;
  }
  addText(to, false);
  return fragment;
}

function link(inside, address) {
  const href = safe(address);
  if (href === null) return inside;
  return el('a', { href, target: '_blank', rel: 'noopener noreferrer', title: href }, inside);
}

function spoiler(inside) {
  return el('span', { class: 'spoiler', role: 'button', tabindex: 0, 'aria-label': word('spoiler') },
    el('span', { 'aria-hidden': 'true' }, inside));
}

function expandable(inside) {
  const text = el('div', { class: 'quote-text' }, inside);
  overflow.observe(text);
  return el('blockquote', { class: 'expandable' },
    text,
    el('button', { type: 'button', class: 'more', 'aria-expanded': 'false' }, word('more')));
}

// Whether a quote is longer than its folded height is known only once it is laid out.
const overflow = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const quote = target.parentElement;
    if (quote && !quote.classList.contains('open')) quote.classList.toggle('long', target.scrollHeight > target.clientHeight + 2);
  }
});
