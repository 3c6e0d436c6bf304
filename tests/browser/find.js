// Waits until what is looked for is on the page, as people and screen readers meet it: visible, by role, name and words.
// `path` leads inwards, such as a message and the button under it; of several the last one counts, the newest.
// Gives the element, true once it is gone, or, when the patience ends, what the page shows instead.
const [path, gone, patience, done] = arguments;

const ROLES = { A: 'link', ARTICLE: 'article', BUTTON: 'button', DIALOG: 'dialog', H2: 'heading' };
const plain = (text) => text.replace(/\s+/g, ' ').trim();

const isVisible = (node) => node.checkVisibility({ visibilityProperty: true }) && node.getClientRects().length > 0;

function matches(node, { role, name, text }) {
  if (role && (node.getAttribute('role') ?? ROLES[node.tagName]) !== role) return false;
  if (text && !plain(node.innerText).includes(plain(text))) return false;
  if (!name) return true;
  const label = plain(node.getAttribute('aria-label') ?? '');
  // A label may go on after a comma: a chat's tells what is unread in it.
  return label === name || label.startsWith(`${name},`) || plain(node.innerText) === name;
}

function found() {
  let nodes = [document];
  for (const look of path) {
    nodes = nodes.flatMap((node) => [...node.querySelectorAll(look.css)]);
    nodes = nodes.filter((node) => matches(node, look) && isVisible(node));
  }
  return nodes.at(-1);
}

const until = performance.now() + patience;
(function look() {
  const node = found();
  if (!gone && node) done(node);
  else if (gone && !node) done(true);
  else if (performance.now() > until) done({ shown: plain(document.body.innerText) });
  else setTimeout(look, 20);
})();
