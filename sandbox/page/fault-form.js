// Making a rule: what goes wrong, with which call, in which chat, how often. And a rule in plain words.

import { el } from './dom.js';
import { myChats, state, titleOf } from './state.js';
import { word } from './words.js';

/** The kinds of fault, each with the fields it needs: [name, first value, least, most] or a text. */
const KINDS = {
  too_many_requests: [['retry_after', 5, 1, 3600]],
  server_error: [['code', 502, 500, 599]],
  api_error: [['code', 400, 400, 499], ['description', 'Bad Request: chat not found']],
  delay: [['ms', 3000, 1, 600_000]],
  reset_before: [],
  reset_after: [],
  hang: [],
  drop_updates_answer: [],
  repeat_update: [],
};
/** What can only go wrong with getUpdates. */
const OF_UPDATES = new Set(['drop_updates_answer', 'repeat_update']);
const METHODS = ['sendMessage', 'editMessageText', 'answerCallbackQuery', 'answerInlineQuery', 'sendPhoto', 'sendDocument', 'sendMediaGroup',
  'getUpdates', 'deleteMessage', 'sendChatAction', 'setMyCommands', 'getMe', 'webhook'];

/** A form that gives a rule to `add`, which says whether it was taken. */
export function faultForm(add) {
  const kind = select(Object.keys(KINDS).map((name) => [name, word(`fault_${name}`)]));
  const help = el('p', { class: 'note', id: 'fault-help' });
  const values = el('div', { class: 'pair' });
  const method = el('input', { list: 'fault-methods', maxlength: 64, autocomplete: 'off', spellcheck: 'false', placeholder: word('faultAllCalls') });
  const chat = select([['', word('faultAllChats')], ...myChats().map((one) => [one.id, titleOf(one)])]);
  const often = select([['times', word('faultTimes')], ['share', word('faultShare')], ['always', word('faultAlways')]]);
  const amount = el('input', { type: 'number', required: true });
  const amountField = el('label', {}, el('span', {}), amount);
  const narrow = el('div', { class: 'pair' }, el('label', {}, word('faultMethod'), method), el('label', {}, word('faultChat'), chat));
  kind.setAttribute('aria-describedby', 'fault-help');

  const drawKind = () => {
    help.textContent = word(`faultHelp_${kind.value}`);
    values.replaceChildren(...KINDS[kind.value].map(([name, value, least, most]) => el('label', {}, word(`fault_of_${name}`), el('input', {
      name, required: true, value, ...(least === undefined ? { maxlength: 200 } : { type: 'number', min: least, max: most }),
    }))));
    values.hidden = KINDS[kind.value].length === 0;
    narrow.hidden = OF_UPDATES.has(kind.value);
  };
  const drawOften = () => {
    const share = often.value === 'share';
    amountField.hidden = often.value === 'always';
    amount.disabled = amountField.hidden;
    amountField.firstChild.textContent = word(share ? 'faultPercent' : 'faultCount');
    Object.assign(amount, share ? { min: 1, max: 100, value: 20 } : { min: 1, max: 1_000_000, value: 1 });
  };
  kind.addEventListener('change', drawKind);
  often.addEventListener('change', drawOften);
  drawKind();
  drawOften();

  const rule = () => {
    const given = [...values.querySelectorAll('input')].map(({ name, type, value }) => [name, type === 'number' ? Number(value) : value]);
    const made = { kind: given.length > 0 ? { [kind.value]: Object.fromEntries(given) } : kind.value };
    if (!OF_UPDATES.has(kind.value) && method.value.trim()) made.method = method.value.trim();
    if (!OF_UPDATES.has(kind.value) && chat.value) made.chat_id = Number(chat.value);
    if (often.value === 'times') made.times = Number(amount.value);
    if (often.value === 'share') made.share = Number(amount.value) / 100;
    return made;
  };
  return el('form', { class: 'fields', on: { submit: (event) => {
    event.preventDefault();
    add(rule());
  } } },
  el('h3', {}, word('faultNew')),
  el('label', {}, word('faultKind'), kind), help, values, narrow,
  el('datalist', { id: 'fault-methods' }, METHODS.map((name) => el('option', { value: name }))),
  el('div', { class: 'pair' }, el('label', {}, word('faultOften'), often), amountField),
  el('button', { class: 'main' }, word('faultAdd')));
}

/** A rule as the sandbox lists it, in words: {what, where}. */
export function ruleWords({ kind, method, chat_id: chatId, times, share }) {
  const [name, options] = typeof kind === 'string' ? [kind, {}] : Object.entries(kind)[0];
  const known = Object.hasOwn(KINDS, name);
  const values = Object.entries(options).map(([key, value]) => word(`faultValue_${key}`, { value }));
  const chat = state.chats.get(chatId);
  const where = [
    method ?? word('faultAnyCall'),
    chatId != null && (chat ? titleOf(chat) : String(chatId)),
    times != null && word('faultLeft', { n: times }),
    share != null && share < 1 && word('faultShareOf', { value: Math.round(share * 100) }),
  ];
  return { what: [known ? word(`fault_${name}`) : name, ...values].join(', '), where: where.filter(Boolean).join(' · ') };
}

const select = (options) => el('select', {}, options.map(([value, name]) => el('option', { value }, name)));
