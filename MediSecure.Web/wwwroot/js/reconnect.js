// Connection state for the top bar and the reconnect note. The page and what was typed stay; only a rejected circuit reloads.
(() => {
  const note = document.getElementById('components-reconnect-modal');
  if (!note) return;
  const root = document.documentElement;
  const set = state => {
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
  note.querySelector('[data-act="retry"]')?.addEventListener('click', tryAgain);
  note.querySelector('[data-act="resume"]')?.addEventListener('click', async () => set(await Blazor.resumeCircuit() ? 'hide' : 'rejected'));
  for (const button of note.querySelectorAll('[data-act="reload"]')) button.addEventListener('click', () => location.reload());
  document.addEventListener('visibilitychange', () => { if (!document.hidden && note.dataset.state === 'failed') tryAgain(); });
})();
