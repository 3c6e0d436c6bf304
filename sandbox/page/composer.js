// Writing: the input, what it is for, its drafts, and sending.

import { say } from './actions.js';
import { aimed, editAim, replyAim, setAim } from './aim.js';
import { commands } from './commands.js';
import { edit, mayEdit } from './deeds.js';
import { byId } from './dom.js';
import { draftKey, draftOf, keepDraft } from './drafts.js';
import { allIds, viewOf } from './feed.js';
import { stopInline } from './inline.js';
import { offer } from './offers.js';
import { askedReply, placeholder } from './reply-keys.js';
import { on, openChat, readsComments, state, topicOf } from './state.js';
import { hideSuggestions, isOpen, suggestionKey } from './suggest.js';
import { word } from './words.js';

const TALLEST = 180;
const finePointer = matchMedia('(hover: hover) and (pointer: fine)');

const input = byId('text');
/** the key of the draft that is in the input */
let here = null;

export function startComposer() {
  input.addEventListener('input', typed);
  input.addEventListener('keydown', key);
  byId('composer').addEventListener('submit', (event) => {
    event.preventDefault();
    send();
  });
  byId('slash').addEventListener('click', () => {
    if (input.value === '/' && isOpen()) fill('');
    else fill('/');
  });
  on('place', changePlace);
  for (const topic of ['language', 'chats']) on(topic, label);
  on('commands', () => {
    byId('slash').hidden = commands().length === 0 && openChat()?.menu_button?.type !== 'commands';
    if (input.value.startsWith('/') && document.activeElement === input) suggest();
  });
  on('fill', fill);
  on('reply', (view) => begin(replyAim(view)));
  on('quote', ({ view, quote }) => begin(replyAim(view, quote)));
  on('edit', beginEdit);
  on('asked', answerAsked);
  on('deleted', ({ chatId, ids }) => {
    if (aimed()?.view.chat_id === chatId && ids.includes(aimed().view.message_id)) endAim();
  });
}

function changePlace() {
  const next = state.place && draftKey(state.place);
  if (next === here) return;
  if (here) keepDraft(here, { text: draftText(), aim: aimed()?.kind === 'reply' ? aimed() : null });
  here = next;
  const draft = draftOf(here);
  stopInline();
  hideSuggestions();
  input.value = draft.text;
  setAim(draft.aim, endAim);
  fit();
  label();
  answerAsked();
  if (here && finePointer.matches) input.focus({ preventScroll: true });
}

/** What is a draft in the input: not the text of a message that is being edited. */
const draftText = () => (aimed()?.kind === 'edit' ? aimed().kept : input.value);

function label() {
  const chat = openChat();
  const topic = chat && topicOf(chat, state.place.thread);
  let text = word(chat?.kind === 'channel' ? 'messagePost' : 'message');
  if (readsComments()) text = word('messageComment');
  if (topic) text = word('messageTopic', { title: topic.title });
  input.placeholder = placeholder() ?? text;
  input.setAttribute('aria-label', text);
}

function begin(aim) {
  if (aimed()?.kind === 'edit') input.value = aimed().kept;
  setAim(aim, endAim);
  fit();
  input.focus();
}

function beginEdit(view) {
  const kept = draftText();
  setAim(editAim(view, kept), endAim);
  input.value = view.text;
  fit();
  input.focus();
}

/** The words are a message of their own again; an edit gives back what stood there before. */
function endAim() {
  if (aimed()?.kind === 'edit') input.value = aimed().kept;
  setAim(null);
  fit();
  input.focus();
}

/** Begins the reply that the bot asked for, unless something else is being written. */
function answerAsked() {
  const id = askedReply();
  const view = id !== null && viewOf(id);
  if (view && aimed() === null) setAim(replyAim(view), endAim);
  label();
}

/** Puts `text` into the input as if it were typed. */
function fill(text) {
  input.value = text;
  input.focus();
  input.setSelectionRange(text.length, text.length);
  typed();
}

function typed() {
  fit();
  suggest();
  if (here) keepDraft(here, { text: draftText(), aim: aimed()?.kind === 'reply' ? aimed() : null });
}

const suggest = () => offer(input.value, { fill, send, clear });

function fit() {
  input.style.height = 'auto';
  input.style.height = `${Math.min(input.scrollHeight, TALLEST)}px`;
  byId('send').disabled = input.value.trim() === '';
}

function key(event) {
  if (suggestionKey(event)) {
    event.preventDefault();
    if (event.key === 'Escape') stopInline();
  } else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    send();
  } else if (event.key === 'Escape' && aimed()) {
    endAim();
  } else if (event.key === 'ArrowUp' && input.value === '' && !aimed()) {
    const last = allIds().findLast((id) => viewOf(id).from?.id === state.me && mayEdit(viewOf(id)));
    if (last === undefined) return;
    event.preventDefault();
    beginEdit(viewOf(last));
  }
}

async function send(text = input.value) {
  if (text.trim() === '' || !state.place) return;
  const from = here;
  const aim = aimed();
  clear();
  const done = aim?.kind === 'edit'
    ? await edit(aim.view, text)
    : await say(text, { replyTo: aim?.view.message_id ?? null, quote: aim?.quote ?? null });
  // What was not said is given back, unless something else was written meanwhile.
  if (done) return;
  if (here !== from) keepDraft(from, { text, aim: aim?.kind === 'reply' ? aim : null });
  else if (input.value === '') {
    input.value = text;
    setAim(aim, endAim);
    fit();
  }
}

function clear() {
  stopInline();
  hideSuggestions();
  input.value = aimed()?.kind === 'edit' ? aimed().kept : '';
  setAim(null);
  fit();
  if (here) keepDraft(here, { text: input.value, aim: null });
}
