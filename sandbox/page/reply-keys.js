// What the bot puts under the input: keys that say their words, or a reply that it asks for; and, in a private chat, a
// button of the bot's own beside the input.

import { say } from './actions.js';
import { byId, el } from './dom.js';
import { safe } from './links.js';
import { on, openChat, state, tell } from './state.js';
import { word } from './words.js';

const panel = byId('reply-keys');
const toggle = byId('toggle-keys');

/** "person/chat" → the message whose keys were folded away */
const folded = new Map();
/** "person/chat" → the message whose reply was begun once */
const begun = new Map();
let drawn = null;

export function startReplyKeys() {
  for (const topic of ['place', 'chats', 'me', 'language']) on(topic, draw);
  on('message', () => tellAsked());
  toggle.addEventListener('click', () => {
    const markup = keyboardHere();
    if (folded.get(key()) === markup.message_id) folded.delete(key());
    else folded.set(key(), markup.message_id);
    draw();
  });
}

const key = () => `${state.me}/${state.place?.chat}`;

/** What the bot shows the speaker in what is open, or null. */
function markupHere() {
  const markup = openChat()?.reply_keyboard ?? null;
  return markup && (markup.users?.includes(state.me) ?? true) ? markup : null;
}

const keyboardHere = () => (markupHere()?.rows ? markupHere() : null);

/** What the bot wants to stand in the empty input, or null. */
export const placeholder = () => markupHere()?.placeholder || null;

/** The message that the bot wants a reply to, given once; or null. */
export function askedReply() {
  const markup = markupHere();
  if (!markup?.force_reply || begun.get(key()) === markup.message_id) return null;
  return markup.message_id;
}

function tellAsked() {
  if (askedReply() === null) return;
  tell('asked');
  begun.set(key(), markupHere().message_id);
}

function draw() {
  drawMenuButton();
  tellAsked();
  const markup = keyboardHere();
  const isFolded = markup !== null && folded.get(key()) === markup.message_id;
  const sign = JSON.stringify([key(), markup, isFolded, document.documentElement.lang]);
  if (sign === drawn) return;
  drawn = sign;
  toggle.hidden = markup === null;
  toggle.setAttribute('aria-expanded', String(markup !== null && !isFolded));
  panel.hidden = markup === null || isFolded;
  panel.classList.toggle('low', markup?.resize === true);
  panel.replaceChildren(...(markup?.rows ?? []).map((row) => el('div', { class: 'keys' }, row.map(({ text, style }) => el('button', {
    type: 'button', class: 'key', 'data-style': style, on: { click: () => press(markup, text) },
  }, el('span', {}, text))))));
}

/** In a group the words answer the message that brought the keys, so that the bot sees them. */
function press(markup, text) {
  if (markup.one_time) {
    folded.set(key(), markup.message_id);
    draw();
  }
  say(text, { replyTo: openChat().kind === 'private' ? null : markup.message_id });
}

function drawMenuButton() {
  const button = openChat()?.menu_button;
  const href = button?.type === 'web_app' ? safe(button.url) : null;
  byId('web-app').hidden = href === null;
  if (href === null) return;
  byId('web-app').href = href;
  byId('web-app').textContent = button.text;
  byId('web-app').title = `${href} — ${word('opensTab')}`;
}
