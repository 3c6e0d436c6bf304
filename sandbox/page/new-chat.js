// Making a group, a supergroup with topics or a channel, with everybody in it.

import { show } from './actions.js';
import { post } from './control.js';
import { el } from './dom.js';
import { dialog, failure } from './notice.js';
import { state, tell } from './state.js';
import { readState } from './sync.js';
import { word } from './words.js';

const KINDS = ['group', 'supergroup', 'channel'];

export async function makeChat() {
  if (state.me === null) return;
  const chatId = await dialog(word('newChat'), form);
  if (chatId === null) return;
  tell('chats');
  show({ chat: chatId, thread: null });
}

function form(close) {
  const title = el('input', { required: true, maxlength: 128, autofocus: true, autocomplete: 'off' });
  const kind = select(KINDS.map((value) => [value, word(value)]));
  const bot = select([['member', word('botMember')], ['admin', word('botAdmin')]]);
  const topics = el('textarea', { rows: 3, placeholder: word('topicsHelp') });
  const topicsField = el('label', { hidden: true }, word('topics'), topics);
  kind.addEventListener('change', () => {
    topicsField.hidden = kind.value !== 'supergroup';
    // A channel's bot can only be an administrator.
    bot.disabled = kind.value === 'channel';
    if (bot.disabled) bot.value = 'admin';
  });

  const submit = async (event) => {
    event.preventDefault();
    const body = { kind: kind.value, title: title.value.trim(), owner: state.me, members: [...state.people.keys()], bot: bot.value };
    const names = topics.value.split('\n').map((line) => line.trim()).filter(Boolean);
    if (kind.value === 'supergroup' && names.length > 0) body.topics = names;
    try {
      const chat = await post('chats', body);
      await readState();
      close(chat.id);
    } catch (error) {
      failure(error);
    }
  };
  return el('form', { class: 'fields', on: { submit } },
    el('label', {}, word('title'), title),
    el('label', {}, word('kind'), kind),
    topicsField,
    el('label', {}, word('botIs'), bot),
    el('button', { class: 'main' }, word('create')));
}

const select = (options) => el('select', {}, options.map(([value, name]) => el('option', { value }, name)));
