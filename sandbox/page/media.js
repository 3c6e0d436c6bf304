// Photos and documents in messages. A photo's box has its size before the photo is there.

import { el, icon } from './dom.js';
import { size } from './format.js';
import { openViewer } from './viewer.js';
import { word } from './words.js';

const WIDEST = 420;
const TALLEST = 440;
const SMALLEST = 120;

/** What `view` shows beside its text. */
export function mediaOf(view) {
  return view.media.kind === 'photo' ? photo(view, { class: 'photo' }) : documentOf(view.media);
}

/** The messages of one album: photos as a grid, documents one under the other. */
export function albumOf(views) {
  if (views.some((view) => view.media.kind !== 'photo')) {
    return el('div', { class: 'pile' }, views.map((view) => el('div', { 'data-id': view.message_id }, documentOf(view.media))));
  }
  return el('div', { class: `album album-${views.length}` },
    views.map((view) => photo(view, { class: 'photo', 'data-id': view.message_id }, views)));
}

/** The size of a single photo: as large as there is room, but never so narrow that it cannot be hit. */
export function sizeOf({ width = WIDEST, height = WIDEST }) {
  const scale = Math.min(1, WIDEST / width, TALLEST / height);
  return { wide: `${Math.max(SMALLEST, Math.round(width * scale))}px`, shape: `${width} / ${height}` };
}

function photo(view, attributes, album = [view]) {
  const { media } = view;
  const image = el('img', { src: media.url, alt: view.text || word('photo'), loading: 'lazy', decoding: 'async', width: media.width, height: media.height });
  const button = el('button', { type: 'button', 'aria-label': word('openPhoto'), ...attributes }, image);
  image.addEventListener('load', () => button.classList.add('loaded'));
  image.addEventListener('error', () => {
    button.classList.add('broken');
    button.replaceChildren(icon('photo'), el('span', {}, word('photoGone')));
  });
  if (media.spoiler) hide(button);
  button.addEventListener('click', () => {
    if (button.classList.contains('veiled')) reveal(button);
    else if (!button.classList.contains('broken')) openViewer(album, view);
  });
  return button;
}

function hide(button) {
  button.classList.add('veiled');
  button.setAttribute('aria-label', word('hiddenPhoto'));
  button.append(el('span', { class: 'veil' }, word('hiddenPhotoShort')));
}

function reveal(button) {
  button.classList.remove('veiled');
  button.setAttribute('aria-label', word('openPhoto'));
  button.querySelector('.veil').remove();
}

function documentOf({ url, file_name: name, size: bytes }) {
  const shown = name ?? word('document');
  const ending = /\.(\w{1,5})$/.exec(shown)?.[1];
  return el('a', { class: 'document', href: url, download: shown, title: word('download', { name: shown }) },
    el('span', { class: 'document-sign', 'aria-hidden': 'true' }, ending ?? icon('file')),
    el('span', { class: 'document-text' }, el('b', {}, shown), el('small', {}, size(bytes))),
    icon('download'));
}
