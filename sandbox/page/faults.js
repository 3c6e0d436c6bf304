// The panel of faults: what goes wrong on purpose, and the mark that it does. The rules stand in the sandbox.

import { attempt } from './actions.js';
import { get, post, remove } from './control.js';
import { byId, el, icon } from './dom.js';
import { faultForm, ruleWords } from './fault-form.js';
import { dialog, failure } from './notice.js';
import { on } from './state.js';
import { word } from './words.js';

/** the rules in force, and the flood limits {on, …} */
let rules = [];
let flood = null;
let asked = 0;
/** the parts of the open panel that change, or null */
let panel = null;

export function startFaults() {
  for (const id of ['faults', 'faults-here']) byId(id).addEventListener('click', showFaults);
  on('faults', readFaults);
  on('language', draw);
}

/** Reads what is in force; many changes while it is read are read once more. */
export async function readFaults() {
  const mine = ++asked;
  try {
    const [list, limits] = await Promise.all([get('faults'), get('flood')]);
    if (mine !== asked) return;
    rules = list.faults;
    flood = limits;
    draw();
  } catch (error) {
    if (mine === asked) failure(error);
  }
}

function draw() {
  const count = rules.length + (flood?.on ? 1 : 0);
  const label = count > 0 ? `${word('faults')}: ${word('faultsOn', { n: count })}` : word('faults');
  for (const id of ['faults', 'faults-here']) {
    const button = byId(id);
    button.setAttribute('aria-label', label);
    button.title = label;
    button.classList.toggle('in-force', count > 0);
    button.replaceChildren(icon('bolt'), count > 0 ? el('b', {}, String(count)) : '');
  }
  byId('faults-here').hidden = count === 0;
  if (panel) fillPanel();
}

async function showFaults() {
  await dialog(word('faults'), () => {
    panel = { list: el('div', { class: 'rules' }), flood: el('div', { class: 'flood' }) };
    fillPanel();
    return el('div', { class: 'faults-panel' },
      el('p', { class: 'note' }, word('faultsNote')),
      panel.list,
      faultForm(add),
      panel.flood);
  }, { wide: true });
  panel = null;
}

function fillPanel() {
  const focused = document.activeElement?.dataset?.rule;
  panel.list.replaceChildren(
    el('h3', {}, word('faultRules')),
    rules.length === 0 ? el('p', { class: 'note' }, word('faultNone')) : el('ul', {}, rules.map(line)),
    rules.length > 1 ? el('button', { type: 'button', class: 'second', on: { click: () => change(() => remove('faults')) } }, word('faultEndAll')) : '');
  const box = el('input', { type: 'checkbox', role: 'switch', checked: flood?.on, on: { change: ({ target }) => (
    change(() => (target.checked ? post('flood', {}) : remove('flood')))) } });
  const refocus = panel.flood.contains(document.activeElement);
  panel.flood.replaceChildren(
    el('h3', {}, word('flood')),
    el('label', { class: 'check' }, box, el('span', {}, word('floodOn'))),
    el('p', { class: 'note' }, word('floodNote')));
  if (refocus) box.focus();
  if (focused) (panel.list.querySelector(`[data-rule="${focused}"]`) ?? panel.list.querySelector('[data-rule]'))?.focus();
}

function line(rule) {
  const { what, where } = ruleWords(rule);
  const label = word('faultEnd');
  return el('li', { class: 'rule' },
    el('div', {}, el('b', {}, what), el('small', {}, where), el('small', { class: 'hits' }, word('faultHits', { n: rule.hits ?? 0 }))),
    el('button', {
      type: 'button', class: 'round', 'data-rule': rule.id, 'aria-label': `${label}: ${what}`, title: label,
      on: { click: () => change(() => remove(`faults/${rule.id}`)) },
    }, icon('close')));
}

const add = (rule) => change(() => post('faults', rule));

/** Changes what is in force; true when it worked. The event that follows would tell it too. */
async function change(act) {
  const done = await attempt(act);
  await readFaults();
  return done !== null;
}
