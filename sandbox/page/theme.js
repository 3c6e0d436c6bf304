// Light or dark. A plain script in the head, so that a remembered choice holds before the first paint.
(() => {
  const KEY = 'sandbox.theme';
  const root = document.documentElement;
  const system = matchMedia('(prefers-color-scheme: dark)');
  const isDark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : system.matches);

  const remembered = localStorage.getItem(KEY);
  if (remembered === 'light' || remembered === 'dark') root.dataset.theme = remembered;

  addEventListener('DOMContentLoaded', () => {
    const button = document.getElementById('theme');
    const show = () => button.setAttribute('aria-pressed', String(isDark()));
    button.addEventListener('click', () => {
      root.dataset.theme = isDark() ? 'light' : 'dark';
      localStorage.setItem(KEY, root.dataset.theme);
      show();
    });
    system.addEventListener('change', show);
    show();
  });
})();
