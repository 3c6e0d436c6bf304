// Making elements. Text from outside becomes text nodes only; nothing here parses HTML.

const SVG = 'http://www.w3.org/2000/svg';

const ICONS = {
  back: 'M15 5l-7 7 7 7',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  copy: 'M9 9h10v11H9zM5 15V4h10',
  close: 'M6 6l12 12M18 6L6 18',
  down: 'M12 5v14M5.5 12.5L12 19l6.5-6.5',
  external: 'M8 16L18 6M10 6h8v8',
  plus: 'M12 5v14M5 12h14',
  reply: 'M10 6l-6 6 6 6M4.5 12H13c4 0 7 2.5 7 7',
  send: 'M5 12h13M12.5 5.5L19 12l-6.5 6.5',
  share: 'M5 13v6h14v-6M12 15V4M7.5 8L12 3.5 16.5 8',
  slash: 'M14.5 5l-5 14',
  theme: 'M4 12a8 8 0 1 0 16 0a8 8 0 1 0 -16 0M12 4v16M12 8l5.5-2.6M12 12l7.6-3.4M12 16l7.6-3.4M12.5 20l5.6-2.6',
};

/** An element with attributes and children; `on` holds listeners, a child may be text, a node or nothing. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'on') {
      for (const [event, listener] of Object.entries(value)) node.addEventListener(event, listener);
    } else {
      node.setAttribute(name, value === true ? '' : value);
    }
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

export const byId = (id) => document.getElementById(id);

/** A line drawing in the colour of the text around it; decoration only, so hidden from readers. */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', `icon icon-${name}`);
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', ICONS[name]);
  svg.append(path);
  return svg;
}

/** Up to two initials of `name` on a colour that stays with `id`. */
export function face(id, name, kind = 'person') {
  const initials = name.split(/\s+/).filter(Boolean).slice(0, 2).map((word) => [...word][0]).join('');
  return el('span', { class: `face face-${kind}`, style: `--hue: ${hue(id)}`, 'aria-hidden': 'true' }, initials || '?');
}

/** A hue that tells neighbouring ids apart. */
export function hue(id) {
  return Math.round((Math.abs(Number(id)) * 137.508) % 360);
}
