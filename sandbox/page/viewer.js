// A photo over the whole page, and the other photos of its album beside it.

import { el, icon } from './dom.js';
import { formatted } from './entities.js';
import { moment } from './format.js';
import { dismiss } from './notice.js';
import { word } from './words.js';

/** Shows the photo of `view`, one of `views`. Arrows go on, Escape or a click beside the photo closes. */
export function openViewer(views, view) {
  const before = document.activeElement;
  let at = views.indexOf(view);
  const image = el('img', { alt: '' });
  const caption = el('figcaption');
  const count = el('span', { class: 'viewer-count' });
  const save = el('a', { class: 'round', title: word('save'), 'aria-label': word('save') }, icon('download'));
  const round = (name, label, act) => el('button', { type: 'button', class: 'round', 'aria-label': word(label), title: word(label), on: { click: act } }, icon(name));
  const previous = round('left', 'previousPhoto', () => go(-1));
  const next = round('right', 'nextPhoto', () => go(1));
  const node = el('dialog', { class: 'viewer', 'aria-label': word('photo'), on: {
    close: () => dismiss(node, before),
    click: ({ target }) => {
      if (target.matches('dialog, figure')) node.close();
    },
    keydown: ({ key }) => {
      if (key === 'ArrowLeft') go(-1);
      if (key === 'ArrowRight') go(1);
    },
  } },
  el('header', {}, count, save, round('close', 'close', () => node.close())),
  el('figure', {}, image, caption), previous, next);

  function go(step) {
    if (!views[at + step]) return;
    at += step;
    const { media, text, entities, date } = views[at];
    image.src = media.url;
    image.alt = text || word('photo');
    if (media.width) {
      image.width = media.width;
      image.height = media.height;
    }
    caption.replaceChildren(formatted(text, entities));
    save.href = media.url;
    save.download = media.file_name ?? 'photo.jpg';
    count.textContent = views.length > 1 ? `${at + 1} / ${views.length} · ${moment(date)}` : moment(date);
    previous.hidden = at === 0;
    next.hidden = at === views.length - 1;
  }

  go(0);
  document.body.append(node);
  node.showModal();
}
