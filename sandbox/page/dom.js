// Making elements. Text from outside becomes text nodes only; nothing here parses HTML.

const SVG = 'http://www.w3.org/2000/svg';

const ICONS = {
  back: 'M15 5l-7 7 7 7',
  block: 'M4 12a8 8 0 1 0 16 0a8 8 0 1 0 -16 0M6.4 6.4l11.2 11.2',
  bolt: 'M13 3L5.5 13.5H11L10.5 21L18.5 10H13z',
  bot: 'M5 9h14v10H5zM12 9V5M9 13.5v1M15 13.5v1M12 4.9v.1M2.5 13v2M21.5 13v2',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  clip: 'M19 11.5l-7 7a4.6 4.6 0 0 1 -6.5 -6.5l7.5 -7.5a3 3 0 0 1 4.3 4.3l-7.4 7.4a1.5 1.5 0 0 1 -2.1 -2.1l6.4 -6.4',
  comment: 'M5 5h14v11h-8l-4 3.5V16H5z',
  copy: 'M9 9h10v11H9zM5 15V4h10',
  close: 'M6 6l12 12M18 6L6 18',
  down: 'M12 5v14M5.5 12.5L12 19l6.5-6.5',
  download: 'M12 4v11M7 10.5l5 5 5-5M5 20h14',
  edit: 'M5 19l1-4L16 5l3 3L9 18zM14 7l3 3',
  external: 'M8 16L18 6M10 6h8v8',
  file: 'M7 3.5h7l4 4v13H7zM14 3.5v4h4',
  forward: 'M14 6l6 6-6 6M19.5 12H11c-4 0-7 2.5-7 7',
  group: 'M5.5 8.5a3 3 0 1 0 6 0a3 3 0 1 0 -6 0M3 19c0-3.5 2.5-5.5 5.5-5.5s5.5 2 5.5 5.5M15.5 5.8a3 3 0 0 1 0 5.4M17 13.8c2.5.7 4 2.5 4 5.2',
  info: 'M4 12a8 8 0 1 0 16 0a8 8 0 1 0 -16 0M12 11v5M12 8v.1',
  keyboard: 'M3.5 7h17v11h-17zM7 10.5h.1M10.3 10.5h.1M13.7 10.5h.1M17 10.5h.1M8 14.5h8',
  leave: 'M14 4H6v16h8M10.5 12H20M16.5 8.5L20 12l-3.5 3.5',
  left: 'M15 5l-7 7 7 7',
  more: 'M5.5 12h.1M12 12h.1M18.5 12h.1',
  photo: 'M4 5h16v14H4zM4 16l4.5-4.5 4 4 3-3L20 17M14.5 9h.1',
  pin: 'M9 4h6l-1 6 3 3H7l3-3zM12 13v7',
  plus: 'M12 5v14M5 12h14',
  quote: 'M6 17c2-1 3-2.5 3-5H5V7h5v5c0 3-1 5-3 6.5M15 17c2-1 3-2.5 3-5h-4V7h5v5c0 3-1 5-3 6.5',
  retry: 'M19 12a7 7 0 1 1 -2.2 -5.1M17 3v4h-4',
  right: 'M9 5l7 7-7 7',
  reply: 'M10 6l-6 6 6 6M4.5 12H13c4 0 7 2.5 7 7',
  send: 'M5 12h13M12.5 5.5L19 12l-6.5 6.5',
  share: 'M5 13v6h14v-6M12 15V4M7.5 8L12 3.5 16.5 8',
  slash: 'M14.5 5l-5 14',
  trash: 'M5 7h14M9.5 7V4.5h5V7M7 7l.8 12.5h8.4L17 7M10.5 10.5v6M13.5 10.5v6',
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
