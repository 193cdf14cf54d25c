// Dialogs: focus goes in, stays in, and returns to where it came from. Popovers of date pickers and lists open outside and stay usable.
const open = [];
const focusable = 'a[href], button:not([disabled]), input:not([disabled]):not([type="hidden"]), select:not([disabled]), textarea:not([disabled]), [tabindex]:not([tabindex="-1"])';
const inside = dialog => [...dialog.querySelectorAll(focusable)].filter(e => e.getClientRects().length > 0);

function onKey(event) {
  const top = open.at(-1);
  if (!top) return;
  if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector('.mud-popover-open, [popover]:popover-open')) {
    event.preventDefault();
    event.stopPropagation();
    top.reference.invokeMethodAsync('Escape');
  } else if (event.key === 'Tab' && top.trap) {
    const items = inside(top.element);
    if (items.length === 0) { event.preventDefault(); top.element.focus(); return; }
    const first = items[0], last = items.at(-1), at = document.activeElement;
    const outside = !top.element.contains(at) && !at?.closest?.('.mud-popover');
    if (event.shiftKey && (at === first || at === top.element || outside)) { event.preventDefault(); last.focus(); }
    else if (!event.shiftKey && (at === last || outside)) { event.preventDefault(); first.focus(); }
  }
}

export function show(id, reference, trap) {
  const element = document.getElementById(id);
  if (!element) return;
  if (open.length === 0) document.addEventListener('keydown', onKey, true);
  open.push({ id, element, reference, trap, before: document.activeElement });
  const wanted = element.querySelector('[data-autofocus]') ?? element.querySelector('.dialog-body ' + focusable.split(', ').join(', .dialog-body ')) ?? inside(element)[0] ?? element;
  wanted.focus();
}

export function hide(id) {
  const index = open.findIndex(d => d.id === id);
  if (index < 0) return;
  const [dialog] = open.splice(index, 1);
  if (open.length === 0) document.removeEventListener('keydown', onKey, true);
  const at = document.activeElement;
  if (dialog.before?.isConnected && (!at || at === document.body || dialog.element.contains(at))) dialog.before.focus();
}
