// What the page has to say for a moment: toasts, the bar of a lost connection, dialogs.

import { byId, el, icon } from './dom.js';
import { word } from './words.js';

/** Shows `text` for long enough to be read. */
export function toast(text, kind = 'plain') {
  const node = el('div', { class: `toast toast-${kind}`, on: { click: () => node.remove() } }, text);
  // What is outside of a modal dialog is neither seen well nor heard.
  const place = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
  if (byId('toasts').parentNode !== place) place.append(byId('toasts'));
  byId('toasts').append(node);
  setTimeout(() => {
    node.classList.add('leaving');
    node.addEventListener('transitionend', () => node.remove());
    setTimeout(() => node.remove(), 1000);
  }, Math.min(2500 + text.length * 45, 12_000));
}

/** Takes a closed dialog away; toasts and the focus go back to where they were. */
export function dismiss(node, before) {
  if (node.contains(byId('toasts'))) document.body.append(byId('toasts'));
  node.remove();
  if (before?.isConnected) before.focus({ preventScroll: true });
}

/** Says what went wrong with something that the person asked for. */
export function failure(error) {
  if (error.name === 'AbortError') return;
  if (error.status === undefined) console.error(error);
  toast(word('failed', { reason: error.status === 0 ? word('unreachable') : error.message }), 'error');
}

/** Shows or, with null, takes away the bar over the page. */
export function bar(text) {
  byId('bar').hidden = text === null;
  byId('bar').textContent = text ?? '';
}

/**
 * A modal dialog. `fill(close)` gives its content; the promise is kept with what `close` is given, or with null when
 * the dialog is dismissed. Focus returns to where it was.
 */
export function dialog(title, fill, { wide = false } = {}) {
  return new Promise((resolve) => {
    let result = null;
    const before = document.activeElement;
    const close = (value = null) => {
      result = value;
      node.close();
    };
    const node = el('dialog', { class: wide ? 'wide' : null, 'aria-label': title, on: {
      close: () => {
        dismiss(node, before);
        resolve(result);
      },
      click: (event) => event.target === node && close(),
    } },
    el('div', { class: 'dialog-body' },
      el('header', {},
        el('h2', {}, title),
        el('button', { type: 'button', class: 'round', 'aria-label': word('close'), title: word('close'), on: { click: () => close() } }, icon('close'))),
      fill(close)));
    document.body.append(node);
    node.showModal();
    node.querySelector('[autofocus]')?.focus();
  });
}

/** Asks for a yes; `act` is the word on its button. */
export async function sure(title, text, act, { danger = false } = {}) {
  return await dialog(title, (close) => el('div', { class: 'alert' },
    el('p', {}, text),
    el('div', { class: 'answers' },
      el('button', { type: 'button', class: 'second', on: { click: () => close() } }, word('cancel')),
      el('button', { type: 'button', class: danger ? 'main danger' : 'main', autofocus: true, on: { click: () => close(true) } }, act)))) === true;
}

/** A text that has to be confirmed, as a callback answer with show_alert. */
export function alertOf(title, text) {
  return dialog(title, (close) => el('div', { class: 'alert' },
    el('p', {}, text),
    el('button', { type: 'button', class: 'main', autofocus: true, on: { click: () => close() } }, word('ok'))));
}

/** Puts `text` on the clipboard and says so. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast(word('copied'));
  } catch {
    toast(word('notCopied'), 'error');
  }
}
