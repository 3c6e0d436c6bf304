// The list of chats of the person who speaks, with their topics, last messages and unread marks; and the head of
// what is open.

import { show } from './actions.js';
import { byId, el, face, icon } from './dom.js';
import { draftKey, draftOf } from './drafts.js';
import { shortMoment } from './format.js';
import { myChats, on, openChat, readsComments, state, titleOf, topicOf } from './state.js';
import { serviceLine } from './service.js';
import { unread } from './unread.js';
import { word } from './words.js';

const TYPING_LASTS = 6000;

/** key → its row, kept so that focus and position outlive a change */
const rows = new Map();
/** chat id → the timer that ends its "typing…" */
const typing = new Map();
let drawing = false;

export function startChats() {
  for (const topic of ['people', 'chats', 'me', 'place', 'message', 'language', 'about', 'drafts']) on(topic, draw);
  on('place', drawHead);
  on('message', (message) => {
    if (message.from?.is_bot || message.via_bot) stopTyping(message.chat_id);
  });
  on('typing', (chatId) => {
    clearTimeout(typing.get(chatId));
    typing.set(chatId, setTimeout(stopTyping, TYPING_LASTS, chatId));
    draw();
  });
  byId('chats').addEventListener('keydown', walk);
  byId('back').addEventListener('click', goBack);
}

/** From comments to the channel, else to the list. */
function goBack() {
  const channel = readsComments() ? state.chats.get(openChat().linked) : null;
  show(channel ? { chat: channel.id, thread: null } : null);
}

function stopTyping(chatId) {
  clearTimeout(typing.get(chatId));
  if (typing.delete(chatId)) draw();
}

/** Draws once for any number of changes in a frame. */
function draw() {
  if (drawing) return;
  drawing = true;
  requestAnimationFrame(() => {
    drawing = false;
    drawList();
    drawHead();
  });
}

function drawList() {
  // A bot that nobody has spoken to yet is what a newcomer looks for.
  const rank = (chat) => chat.last?.date ?? (chat.kind === 'private' ? Infinity : 0);
  const chats = myChats().sort((a, b) => rank(b) - rank(a));
  const wanted = chats.flatMap((chat) => [
    { key: `${chat.id}`, chat, thread: null },
    ...(chat.topics ?? []).map((topic) => ({ key: `${chat.id}/${topic.thread_id}`, chat, thread: topic.thread_id })),
  ]);
  const list = byId('chats');
  wanted.forEach((entry, at) => {
    if (!rows.has(entry.key)) rows.set(entry.key, makeRow(entry));
    const row = rows.get(entry.key);
    fillRow(row, entry);
    if (list.children[at] !== row.item) list.insertBefore(row.item, list.children[at] ?? null);
  });
  while (list.children.length > wanted.length) list.lastElementChild.remove();
}

function makeRow({ key, chat, thread }) {
  const parts = { title: el('b', { class: 'title' }), time: el('time'), last: el('span', { class: 'last' }), mark: el('span', { class: 'unread' }), face: el('span') };
  const button = el('button', {
    type: 'button', class: thread === null ? 'chat' : 'chat topic', 'data-key': key,
    on: { click: () => show({ chat: chat.id, thread }) },
  }, parts.face, el('span', { class: 'chat-text' },
    el('span', { class: 'chat-line' }, parts.title, parts.time),
    el('span', { class: 'chat-line' }, parts.last, parts.mark)));
  return { ...parts, button, item: el('li', {}, button) };
}

function fillRow(row, { chat, thread }) {
  const title = thread === null ? titleOf(chat) : topicOf(chat, thread)?.title ?? '';
  const here = state.place?.chat === chat.id && state.place.thread === (readsComments() && thread === null ? state.place.thread : thread);
  const count = unread(chat, thread);
  const last = thread === null ? chat.last : null;

  const sign = `${chat.kind}/${title}`;
  if (row.sign !== sign) {
    row.sign = sign;
    row.face.replaceChildren(thread === null ? face(chat.id, title, chat.kind === 'private' ? 'bot' : chat.kind) : '#');
  }
  row.title.textContent = title;
  row.time.textContent = last ? shortMoment(last.date) : '';
  row.last.replaceChildren(...lastLine(chat, thread, last, here));
  row.mark.hidden = count === 0;
  row.mark.textContent = count > 99 ? '99+' : String(count);
  row.button.setAttribute('aria-label', count > 0 ? `${title}, ${word('unread', { n: count })}` : title);
  if (here) row.button.setAttribute('aria-current', 'true');
  else row.button.removeAttribute('aria-current');
}

function lastLine(chat, thread, last, here) {
  if (typing.has(chat.id) && thread === null) return [el('em', {}, word('typing'))];
  const draft = here ? '' : draftOf(draftKey({ chat: chat.id, thread })).text.trim();
  if (draft) return [el('span', { class: 'draft' }, `${word('draft')}: `), short(draft)];
  if (!last) return [];
  if (last.service) return serviceLine(last).map((part) => part.textContent ?? part);
  const author = last.from?.id === state.me ? word('you') : last.from?.name;
  const named = author && (chat.kind !== 'private' || last.from.id === state.me);
  return [
    named ? el('span', { class: 'author' }, `${author}: `) : '',
    last.media ? icon(last.media.kind === 'photo' ? 'photo' : 'file') : '',
    short(last.text) || (last.media ? last.media.file_name ?? word(last.media.kind) : ''),
  ];
}

const short = (text) => text.slice(0, 120).replace(/\s+/g, ' ');

function drawHead() {
  const chat = openChat();
  document.body.classList.toggle('reading', state.place !== null);
  byId('thread').inert = chat === null;
  byId('thread').classList.toggle('nothing', chat === null);
  if (!chat) {
    byId('thread-title').textContent = state.bot ? word('choosePlace') : '';
    byId('thread-note').textContent = '';
    byId('thread-face').replaceChildren();
    return;
  }
  const { thread } = state.place;
  const comments = readsComments();
  const title = titleOf(chat);
  byId('thread-face').replaceChildren(face(chat.id, title, chat.kind === 'private' ? 'bot' : chat.kind));
  const topic = topicOf(chat, thread);
  byId('thread-title').textContent = comments ? word('commentsTitle') : topic ? `${title} › ${topic.title}` : title;
  byId('thread-note').textContent = typing.has(chat.id) ? word('typing') : comments ? title : note(chat);
  document.body.classList.toggle('commenting', comments);
  byId('thread-note').classList.toggle('typing', typing.has(chat.id));
}

function note(chat) {
  if (chat.kind === 'private') return `${word('bot')} · @${state.bot.username}`;
  const count = word(chat.kind === 'channel' ? 'subscribers' : 'members', { n: chat.members.length });
  return `${word(chat.kind)} · ${count}`;
}

/** Arrow keys go from chat to chat. */
function walk(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const buttons = [...byId('chats').querySelectorAll('button')];
  const next = buttons[buttons.indexOf(document.activeElement) + step];
  if (next) next.focus();
  event.preventDefault();
}
