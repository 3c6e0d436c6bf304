// Who speaks and in which language; adding people.

import { changePerson, speakAs } from './actions.js';
import { post } from './control.js';
import { byId, el, face, icon } from './dom.js';
import { dialog, failure } from './notice.js';
import { me, on, state } from './state.js';
import { readState } from './sync.js';
import { LANGUAGES, languageOf, word } from './words.js';

export function startPeople() {
  for (const topic of ['people', 'me', 'language']) on(topic, draw);
  byId('speaker').addEventListener('click', choosePerson);
  byId('languages').append(...Object.entries(LANGUAGES).map(([code, name]) => el('button', {
    type: 'button', lang: code, title: name, 'aria-label': name, 'data-code': code,
    on: { click: () => changePerson(state.me, { language_code: code }) },
  }, code)));
}

function draw() {
  const person = me();
  byId('languages').hidden = person === null;
  const name = person?.name ?? word('addPerson');
  byId('speaker').setAttribute('aria-label', `${word('speaker')}: ${name}`);
  byId('speaker').replaceChildren(person ? face(person.id, name) : icon('plus'),
    el('span', {}, el('small', {}, word('speaker')), el('b', {}, name)));
  for (const button of byId('languages').children) {
    button.setAttribute('aria-pressed', String(button.dataset.code === languageOf(person?.language_code)));
  }
}

/** Shows all people; a new one can be added there. */
export async function choosePerson() {
  const chosen = await dialog(word('speaker'), (close) => el('div', {},
    el('ul', { class: 'choices' }, [...state.people.values()].map((person) => el('li', {},
      el('button', {
        type: 'button', 'aria-current': person.id === state.me ? 'true' : null, autofocus: person.id === state.me,
        on: { click: () => close(person.id) },
      }, face(person.id, person.name), el('span', {}, person.name,
        el('small', {}, [person.username && `@${person.username}`, person.language_code].filter(Boolean).join(' · '))),
      person.id === state.me && icon('check'))))),
    newPerson(close)));
  if (chosen !== null) speakAs(chosen);
}

function newPerson(close) {
  const name = el('input', { name: 'name', required: true, maxlength: 64, autocomplete: 'off' });
  const username = el('input', { name: 'username', maxlength: 32, pattern: '[A-Za-z0-9_]{4,32}', autocomplete: 'off', placeholder: word('optional') });
  const language = el('select', { name: 'language' }, Object.entries(LANGUAGES).map(([code, own]) => el('option', {
    value: code, selected: code === document.documentElement.lang,
  }, own)));
  const submit = async (event) => {
    event.preventDefault();
    try {
      const body = { name: name.value.trim(), language_code: language.value };
      if (username.value) body.username = username.value;
      const person = await post('users', body);
      await readState();
      close(person.id);
    } catch (error) {
      failure(error);
    }
  };
  return el('form', { class: 'fields', on: { submit } },
    el('h3', {}, word('addPerson')),
    el('label', {}, word('name'), name),
    el('label', {}, word('username'), username),
    el('label', {}, word('language'), language),
    el('button', { class: 'main' }, word('add')));
}
