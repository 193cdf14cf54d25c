// Tabs: arrows, Home and End move the focus, Space opens as Enter does. The chosen tab is kept in sight where the list scrolls.
export function attach(list) {
  if (!list?.addEventListener) return;
  const tabs = () => [...list.querySelectorAll('[role="tab"]')];
  const show = tab => list.scrollTo({ left: Math.max(0, tab.offsetLeft - (list.clientWidth - tab.offsetWidth) / 2) });
  list.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const all = tabs();
    const at = all.indexOf(event.target.closest('[role="tab"]'));
    if (at < 0) return;
    const next = { ArrowRight: all[(at + 1) % all.length], ArrowLeft: all[(at - 1 + all.length) % all.length], Home: all[0], End: all[all.length - 1] }[event.key];
    if (next) { event.preventDefault(); next.focus(); show(next); }
    else if (event.key === ' ') { event.preventDefault(); all[at].click(); }
  });
  const showChosen = () => { const chosen = list.querySelector('[aria-selected="true"]'); if (chosen) show(chosen); };
  new MutationObserver(showChosen).observe(list, { attributes: true, attributeFilter: ['aria-selected'], subtree: true });
  showChosen();
}
