// Runs before the first paint, so that a dark theme never flashes light. Reads and writes display settings only.
(() => {
  const root = document.documentElement;
  const read = key => { try { return localStorage.getItem(key); } catch { return null; } };
  root.dataset.theme = read('ms-theme') ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  if (read('ms-nav') === 'rail') root.dataset.nav = 'rail';
})();
