// The buttons under a message.

import { follow, show } from './actions.js';
import { post } from './control.js';
import { el, icon } from './dom.js';
import { deepLink } from './links.js';
import { alertOf, copy, failure, toast } from './notice.js';
import { choosePlace } from './places.js';
import { botName, state, tell } from './state.js';
import { word } from './words.js';

/** The rows of buttons of `view`, or null if it has none. */
export function keyboard(view) {
  if (!view.keyboard?.length) return null;
  return el('div', { class: 'keyboard' },
    view.keyboard.map((row) => el('div', { class: 'keys' }, row.map((key) => button(key, view)))));
}

function button(key, view) {
  if (key.kind === 'url' && !deepLink(key.url, state.bot.username)) {
    return el('a', { class: 'key', href: key.url, target: '_blank', rel: 'noopener noreferrer', title: `${key.url} — ${word('opensTab')}` },
      el('span', {}, key.text), icon('external'));
  }
  const [act, sign] = {
    callback: [(node) => press(node, view, key.data), null],
    url: [() => follow(key.url), null],
    copy: [() => copy(key.copy), 'copy'],
    share: [() => share(key.query), 'share'],
    share_current: [() => tell('fill', inlineText(key.query)), 'share'],
  }[key.kind] ?? [null, null];
  return el('button', { type: 'button', class: 'key', disabled: act === null, on: { click: (event) => act(event.currentTarget) } },
    el('span', {}, key.text), sign && icon(sign), el('span', { class: 'spinner' }));
}

async function press(node, view, data) {
  if (node.getAttribute('aria-busy') === 'true') return;
  node.setAttribute('aria-busy', 'true');
  try {
    const answer = await post('press', { user_id: state.me, chat_id: view.chat_id, message_id: view.message_id, data });
    if (!answer.answered) toast(word('noPressAnswer'), 'error');
    if (answer.text && answer.show_alert) alertOf(botName(), answer.text);
    else if (answer.text) toast(answer.text);
    if (answer.url) follow(answer.url);
  } catch (error) {
    failure(error);
  } finally {
    node.removeAttribute('aria-busy');
  }
}

const inlineText = (query) => `@${state.bot.username} ${query ?? ''}`;

/** Asks for a chat and puts the query into its composer. */
async function share(query) {
  const place = await choosePlace(word('shareTo'));
  if (place === null) return;
  show(place);
  tell('fill', inlineText(query));
}
