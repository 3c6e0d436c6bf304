// What stands over a message's text: who it is from, where it was forwarded from, what it replies to.

import { showMessage } from './actions.js';
import { el, hue, icon } from './dom.js';
import { formatted } from './entities.js';
import { readsComments, state, tell, topicOf } from './state.js';
import { word } from './words.js';

/** Who speaks in `view`: a person, the bot, a channel; of a post's copy in its group the channel. */
export function authorOf({ from, chat_id: chatId, automatic_forward: copied, forward_link: link, forward_from: origin }) {
  if (from) return { id: from.id, name: from.name, kind: from.is_bot ? 'bot' : 'person' };
  if (copied && link) return { id: link.chat_id, name: origin, kind: 'channel' };
  const chat = state.chats.get(chatId);
  return { id: chatId, name: chat?.title ?? '', kind: chat?.kind ?? 'channel' };
}

/** The lines over `view`; `name` is its author's, or null when it is not shown. */
export function headOf(view, name) {
  const chat = state.chats.get(view.chat_id);
  const topic = state.place?.thread === null && chat && topicOf(chat, view.thread_id);
  const parts = [
    name && el('b', { class: 'name', style: `--hue: ${hue(authorOf(view).id)}` }, name),
    view.via_bot && el('span', { class: 'via' }, word('via', { bot: view.via_bot })),
    topic && el('span', { class: 'in-topic' }, topic.title),
  ].filter(Boolean);
  return [
    parts.length > 0 && el('p', { class: 'who' }, ...parts),
    view.forward_from && !view.automatic_forward && forwarded(view),
    isAnswer(view) && quoted(view.reply_to),
  ].filter(Boolean);
}

/** A comment answers its post, and a message its topic, without words about it. */
function isAnswer({ reply_to: reply, thread_id: thread }) {
  if (!reply) return false;
  return reply.quote != null || !(readsComments() && reply.message_id === thread);
}

function forwarded({ forward_from: name, forward_link: link }) {
  const text = word('forwarded', { name });
  if (!link || !state.chats.has(link.chat_id)) return el('p', { class: 'forward' }, text);
  return el('button', {
    type: 'button', class: 'forward', title: word('toOrigin'),
    on: { click: () => showMessage({ chat: link.chat_id, thread: null }, link.message_id) },
  }, text, icon('right'));
}

function quoted({ message_id: id, name, text, quote, media }) {
  const words = text || (media ? word(media) : word('message'));
  return el('button', {
    type: 'button', class: quote ? 'quoted with-quote' : 'quoted', title: word('toOriginal'), on: { click: () => tell('goto', id) },
  }, el('b', {}, name), el('span', {}, quote ? formatted(quote.text, quote.entities) : words));
}
