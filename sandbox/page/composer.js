// Writing: the input with its drafts, replies, the menu of commands and inline queries.

import { say } from './actions.js';
import { commands, matching } from './commands.js';
import { byId, el, icon } from './dom.js';
import { askInline, stopInline } from './inline.js';
import { on, openChat, state, topicOf } from './state.js';
import { hideSuggestions, isOpen, showSuggestions, suggestionKey } from './suggest.js';
import { word } from './words.js';

const TALLEST = 180;
const finePointer = matchMedia('(hover: hover) and (pointer: fine)');

const input = byId('text');
const replying = byId('replying');
/** person and place → {text, reply} */
const drafts = new Map();
let reply = null;
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
  on('language', label);
  on('commands', () => {
    byId('slash').hidden = commands().length === 0;
    if (input.value.startsWith('/') && document.activeElement === input) suggest();
  });
  on('fill', fill);
  on('reply', (view) => {
    setReply(view);
    input.focus();
  });
}

function changePlace() {
  const next = state.place && `${state.me}/${state.place.chat}/${state.place.thread ?? ''}`;
  if (next === here) return;
  if (here) drafts.set(here, { text: input.value, reply });
  here = next;
  const draft = drafts.get(here) ?? { text: '', reply: null };
  stopInline();
  hideSuggestions();
  input.value = draft.text;
  setReply(draft.reply);
  fit();
  label();
  if (here && finePointer.matches) input.focus({ preventScroll: true });
}

function label() {
  const chat = openChat();
  const topic = chat && topicOf(chat, state.place.thread);
  const text = topic ? word('messageTopic', { title: topic.title }) : word(chat?.kind === 'channel' ? 'messagePost' : 'message');
  input.placeholder = text;
  input.setAttribute('aria-label', text);
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
}

function fit() {
  input.style.height = 'auto';
  input.style.height = `${Math.min(input.scrollHeight, TALLEST)}px`;
  byId('send').disabled = input.value.trim() === '';
}

function key(event) {
  if (suggestionKey(event)) {
    event.preventDefault();
    if (event.key === 'Escape') stopInline();
    return;
  }
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    send();
  } else if (event.key === 'Escape' && reply) {
    setReply(null);
  }
}

async function send(text = input.value) {
  if (text.trim() === '' || !state.place) return;
  const from = here;
  const answered = reply;
  clear();
  if (await say(text, answered?.message_id ?? null)) return;
  // What was not said is given back, unless something else was written meanwhile.
  if (here !== from) drafts.set(from, { text, reply: answered });
  else if (input.value === '') {
    input.value = text;
    setReply(answered);
    fit();
  }
}

function clear() {
  stopInline();
  hideSuggestions();
  input.value = '';
  setReply(null);
  fit();
}

function setReply(view) {
  reply = view;
  replying.hidden = view === null;
  if (!view) {
    replying.replaceChildren();
    return;
  }
  replying.replaceChildren(
    icon('reply'),
    el('div', {}, el('b', {}, word('replyTo', { name: view.from?.name ?? openChat().title })), el('p', {}, view.text.slice(0, 200))),
    el('button', { type: 'button', class: 'round', 'aria-label': word('cancelReply'), title: word('cancelReply'), on: { click: () => {
      setReply(null);
      input.focus();
    } } }, icon('close')));
}

// ---- what the list over the input offers ----

function suggest() {
  const text = input.value;
  const { username } = state.bot;
  const command = /^\/(\w*)$/.exec(text);
  const name = /^@(\w*)$/.exec(text);
  const query = /^@(\w+)\s([^]*)$/.exec(text);
  if (query && query[1].toLowerCase() === username.toLowerCase()) {
    askInline(query[2].trim(), clear);
    return;
  }
  stopInline();
  const found = command ? matching(command[1]) : [];
  if (found.length > 0) {
    showSuggestions({ label: word('commands'), options: found.map(commandOption) });
  } else if (name && username.toLowerCase().startsWith(name[1].toLowerCase())) {
    const go = () => fill(`@${username} `);
    showSuggestions({ label: word('inlineResults'), options: [{ node: line(`@${username}`, word('inlineHint')), choose: go, complete: go }] });
  } else {
    hideSuggestions();
  }
}

/** In a group a command is addressed, as Telegram's own apps do it. */
function commandOption({ command, description }) {
  const addressed = ['group', 'supergroup'].includes(openChat().kind) ? `/${command}@${state.bot.username}` : `/${command}`;
  return {
    node: line(`/${command}`, description),
    choose: () => send(addressed),
    complete: () => fill(`${addressed} `),
  };
}

const line = (name, note) => el('div', { class: 'command' }, el('b', {}, name), ' ', el('span', {}, note));
