// Files on their way into a chat, several of them as albums: one line each with its progress, until it is there; one that
// failed can be tried again.

import { addressed, inTurn } from './actions.js';
import { aimed, setAim } from './aim.js';
import { upload } from './control.js';
import { byId, el, icon } from './dom.js';
import { failure } from './notice.js';
import { on, state, tell } from './state.js';
import { word } from './words.js';

/** What Telegram takes as one album, and as one request. */
const ALBUM = 10;
export const MOST = 50 * 1024 * 1024;

/** {node, place, person} of each line */
const waiting = new Set();

export function startUploads() {
  for (const topic of ['place', 'me']) on(topic, draw);
}

function draw() {
  const here = [...waiting].filter(({ place, person }) => (
    person === state.me && place.chat === state.place?.chat && place.thread === state.place.thread));
  byId('uploads').replaceChildren(...here.map(({ node }) => node));
}

/** Sends files into what is open, the caption with the first of them. */
export function send(files, { as, caption }) {
  const replyTo = aimed()?.kind === 'reply' ? aimed().view.message_id : null;
  if (replyTo !== null) setAim(null);
  albums(files).forEach((album, at) => begin(album, { ...addressed(state.place, at === 0 ? replyTo : null), as, caption: at === 0 ? caption : '' }));
}

/** The files in as few albums as can be sent. */
function albums(files) {
  const made = [];
  let bytes = 0;
  for (const file of files) {
    const last = made.at(-1);
    if (last && last.length < ALBUM && bytes + file.size <= MOST) {
      last.push(file);
      bytes += file.size;
    } else {
      made.push([file]);
      bytes = file.size;
    }
  }
  return made;
}

/** Sends one file, or several as an album. */
function begin(files, fields) {
  const name = files.map((file) => file.name).join(', ');
  const bar = el('progress', { max: 1, value: 0, 'aria-label': word('uploading', { name }) });
  const note = el('small', {}, word('uploadWaits'));
  const retry = round('retry', 'retry', () => go());
  const node = el('div', { class: 'upload' },
    el('span', { class: 'document-sign', 'aria-hidden': 'true' }, icon(as(fields))),
    el('span', { class: 'document-text' }, el('b', {}, name), bar, note),
    retry, round('close', 'cancel', () => abort.abort()));
  const entry = { node, place: state.place, person: state.me };
  let abort = new AbortController();
  waiting.add(entry);
  draw();
  byId('scroller').scrollTop = 0;
  go();

  function end() {
    waiting.delete(entry);
    node.remove();
  }

  function go() {
    retry.hidden = true;
    node.classList.remove('failed');
    abort = new AbortController();
    abort.signal.addEventListener('abort', end);
    inTurn(() => (abort.signal.aborted ? null : run()));
  }

  async function run() {
    const form = new FormData();
    // The files go last, so that what they are for is known before them.
    for (const [key, value] of Object.entries(fields)) form.append(key, value);
    const alone = files.length === 1;
    files.forEach((file, at) => form.append(alone ? 'file' : `file${at + 1}`, file));
    note.textContent = word('uploadRuns');
    try {
      const sent = await upload(alone ? 'send_file' : 'send_album', form, { signal: abort.signal, progress: (share) => {
        bar.value = share;
      } });
      end();
      for (const message of alone ? [sent] : sent.messages) tell('message', message);
    } catch (error) {
      failure(error);
      if (abort.signal.aborted) return;
      node.classList.add('failed');
      note.textContent = word('uploadFailed');
      retry.hidden = false;
    }
  }
}

const as = (fields) => (fields.as === 'photo' ? 'photo' : 'file');
const round = (name, label, act) => el('button', { type: 'button', class: 'round', 'aria-label': word(label), title: word(label), on: { click: act } }, icon(name));
