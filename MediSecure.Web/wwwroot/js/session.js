// The end of a session, on the page's own clock. The server keeps the truth; this counts down, covers the screen, and goes to sign in, which comes back to the same page.
(() => {
  const root = document.documentElement;
  const cover = () => { root.dataset.session = 'over'; };

  // The server says that nobody may stay on this page: ask it for the same page anew, or go where it says.
  let leftAt = 0, sentAt = 0;
  // A form that was sent is leaving already: signing in as somebody else ends the session of this page, and a reload now would overtake the answer, arrive with the old cookie, and end signed out.
  addEventListener('submit', event => { if (!event.defaultPrevented && event.target.method === 'post') sentAt = Date.now(); });
  const leave = address => {
    cover();
    const wait = sentAt + 10_000 - Date.now();
    if (wait > 0) { setTimeout(() => leave(address), wait); return; }
    if (Date.now() - leftAt < 10_000) return; // it says so at every look: a second request would overtake the first, and lose why
    leftAt = Date.now();
    if (address) location.replace(address); else location.reload();
  };
  window.mediSecureSession = { leave };

  const dialog = document.getElementById('session-warning');
  if (!dialog) return;
  const words = { idle: dialog.querySelector('[data-when="idle"]'), end: dialog.querySelector('[data-when="end"]') };
  const seconds = dialog.querySelectorAll('[data-seconds]');
  const warning = Number(dialog.dataset.warning), grain = Number(dialog.dataset.grain) * 1000;
  const others = 'BroadcastChannel' in window ? new BroadcastChannel('medisecure-session') : null;
  let idleAt = 0, endAt = 0, touchedAt = Date.now(), active = false, busy = false, leaving = false, told = false;

  const take = left => {
    idleAt = Date.now() + left.idle * 1000;
    endAt = Date.now() + left.end * 1000;
    if (remaining() > warning && dialog.open) dialog.close();
    delete root.dataset.session;
  };
  const remaining = () => Math.ceil((Math.min(idleAt, endAt) - Date.now()) / 1000);

  // Null when the session is over; undefined when the server did not answer.
  const ask = async method => {
    const options = { method, credentials: 'same-origin', cache: 'no-store' };
    if (method === 'POST') options.body = new URLSearchParams({ __RequestVerificationToken: dialog.dataset.token });
    try {
      const answer = await fetch('/account/session', options);
      return answer.ok ? await answer.json() : answer.status === 401 ? null : undefined;
    } catch { return undefined; }
  };

  const touch = async () => {
    if (busy) return;
    busy = true;
    active = false;
    touchedAt = Date.now();
    const left = await ask('POST');
    busy = false;
    if (left) { take(left); others?.postMessage(left); }
    else if (left === null) goSignIn();
  };

  const goSignIn = () => {
    if (leaving || Date.now() - sentAt < 10_000) return;
    leaving = true;
    leftAt = Date.now(); // the server notices in the same moment: its reload would cancel this way, and lose why
    cover();
    location.replace('/account/login?why=' + (endAt <= idleAt ? 'limit' : 'idle') + '&returnUrl=' + encodeURIComponent(location.pathname + location.search));
  };

  // The time is up by this page's clock: the screen is covered at once, then the server is asked whether another page of this browser was used meanwhile.
  const timeUp = async () => {
    if (busy || leaving) return;
    busy = true;
    cover();
    const left = await ask('GET');
    busy = false;
    if (left) take(left); else if (left === null) goSignIn(); // no answer: the cover stays, the next second asks again
  };

  const tick = () => {
    if (leaving) return;
    const left = remaining();
    if (left <= 0) { timeUp(); return; }
    // Somebody works here: the server hears of it, but not more often than it keeps.
    if (active && !dialog.open && (Date.now() - touchedAt >= grain || idleAt - Date.now() <= warning * 1000)) { touch(); return; }
    const limit = endAt <= idleAt;
    if (left > warning || (limit && told)) return;
    words.idle.hidden = limit;
    words.end.hidden = !limit;
    for (const one of seconds) one.textContent = String(left);
    if (!dialog.open) { dialog.showModal(); dialog.querySelector('[data-act="stay"]').focus(); }
  };

  const stay = () => { if (endAt <= idleAt) { told = true; dialog.close(); } else touch(); };
  take({ idle: Number(dialog.dataset.idle), end: Number(dialog.dataset.end) });
  for (const kind of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'])
    addEventListener(kind, () => { if (!dialog.open) active = true; }, { capture: true, passive: true });
  dialog.addEventListener('cancel', event => { event.preventDefault(); stay(); });
  dialog.querySelector('[data-act="stay"]').addEventListener('click', stay);
  dialog.querySelector('[data-act="out"]').addEventListener('click', () => document.querySelector('form[action="/account/logout"]')?.requestSubmit());
  if (others) others.onmessage = event => take(event.data);
  document.addEventListener('visibilitychange', () => { if (!document.hidden) tick(); });
  setInterval(tick, 1000);
})();
