// Connection state for the top bar and the reconnect note. The page and what was typed stay; only a rejected circuit reloads.
(() => {
  const note = document.getElementById('components-reconnect-modal');
  if (!note) return;
  const root = document.documentElement;
  let refused = false;
  const set = state => {
    refused = state === 'rejected' || (refused && state === 'show');
    if (refused) state = 'rejected'; // the next attempt of the same kind changes nothing
    note.dataset.state = state;
    if (state === 'hide') delete root.dataset.connection; else root.dataset.connection = 'lost';
  };
  const map = { show: 'show', retrying: 'show', hide: 'hide', failed: 'failed', rejected: 'rejected', paused: 'paused', 'resume-failed': 'rejected' };
  note.addEventListener('components-reconnect-state-changed', event => set(map[event.detail.state] ?? 'show'));
  const tryAgain = async () => {
    set('show');
    try {
      if (await Blazor.reconnect() || await Blazor.resumeCircuit()) set('hide'); else set('rejected');
    } catch { set('failed'); }
  };
  // The server answers and does not know this sign-in any more: no attempt can succeed, so the page says what to do instead.
  setInterval(async () => {
    if (note.dataset.state !== 'show' && note.dataset.state !== 'failed') return;
    try { if ((await fetch('/account/session', { credentials: 'same-origin', cache: 'no-store' })).status === 401) set('rejected'); } catch { /* still away */ }
  }, 5_000);
  note.querySelector('[data-act="retry"]')?.addEventListener('click', tryAgain);
  note.querySelector('[data-act="resume"]')?.addEventListener('click', async () => set(await Blazor.resumeCircuit() ? 'hide' : 'rejected'));
  for (const button of note.querySelectorAll('[data-act="reload"]')) button.addEventListener('click', () => location.reload());
  document.addEventListener('visibilitychange', () => { if (!document.hidden && note.dataset.state === 'failed') tryAgain(); });
})();
