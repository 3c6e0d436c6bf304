// Choosing files to send: the paper clip, files dropped on the chat, files pasted into the input; and a look at them
// before they go.

import { byId, el, icon } from './dom.js';
import { size } from './format.js';
import { dialog, toast } from './notice.js';
import { canSpeak } from './quiet.js';
import { on, openChat, titleOf } from './state.js';
import { MOST, send } from './uploads.js';
import { word } from './words.js';

/** What the Bot API takes as a photo. */
const PHOTO = /^image\/(jpeg|png|webp|gif|bmp)$/;
const CAPTION = 1024;

export function startAttach() {
  const picker = el('input', { type: 'file', multiple: true, hidden: true });
  byId('composer').append(picker);
  byId('attach').addEventListener('click', () => picker.click());
  picker.addEventListener('change', () => {
    offer([...picker.files]);
    picker.value = '';
  });
  byId('text').addEventListener('paste', (event) => {
    const files = [...event.clipboardData.files];
    if (files.length === 0) return;
    event.preventDefault();
    offer(files);
  });
  listenForDrops(byId('thread'));
  on('place', () => byId('drop').setAttribute('hidden', ''));
}

function listenForDrops(thread) {
  const target = byId('drop');
  const brings = (event) => canSpeak() && event.dataTransfer.types.includes('Files');
  thread.addEventListener('dragover', (event) => {
    if (!brings(event)) return;
    event.preventDefault();
    target.hidden = false;
  });
  thread.addEventListener('dragleave', (event) => {
    if (!thread.contains(event.relatedTarget)) target.hidden = true;
  });
  thread.addEventListener('drop', (event) => {
    target.hidden = true;
    if (!brings(event)) return;
    event.preventDefault();
    offer([...event.dataTransfer.files]);
  });
}

/** Shows the files with a field for the caption, and sends them if that is wanted. */
async function offer(files) {
  const large = files.filter((file) => file.size > MOST);
  for (const file of large) toast(word('tooLarge', { name: file.name, most: size(MOST) }), 'error');
  const chosen = files.filter((file) => file.size <= MOST);
  if (chosen.length === 0 || !openChat()) return;
  const previews = chosen.map((file) => (PHOTO.test(file.type) ? URL.createObjectURL(file) : null));
  const answer = await dialog(word('sendTo', { title: titleOf(openChat()) }), (close) => form(chosen, previews, close));
  previews.filter(Boolean).forEach((url) => URL.revokeObjectURL(url));
  if (answer) send(chosen, answer);
}

function form(files, previews, close) {
  const photos = previews.every(Boolean);
  const caption = el('textarea', { rows: 2, maxlength: CAPTION, autofocus: true });
  const asPhoto = el('input', { type: 'checkbox', checked: photos });
  const submit = (event) => {
    event.preventDefault();
    close({ as: photos && asPhoto.checked ? 'photo' : 'document', caption: caption.value });
  };
  caption.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) submit(event);
  });
  return el('form', { class: 'fields', on: { submit } },
    el('ul', { class: 'files' }, files.map((file, at) => el('li', {},
      previews[at] ? el('img', { src: previews[at], alt: '' }) : el('span', { class: 'document-sign' }, icon('file')),
      el('span', { class: 'document-text' }, el('b', {}, file.name), el('small', {}, size(file.size)))))),
    photos && el('label', { class: 'check' }, asPhoto, el('span', {}, word('asPhoto'))),
    el('label', {}, word('caption'), caption),
    el('button', { class: 'main' }, word('send')));
}
