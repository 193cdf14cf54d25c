// Dialogs: focus goes in, stays in, and returns to where it came from. Popovers of date pickers and lists open outside and stay usable.
const open = [];
const focusable = 'a[href], button:not([disabled]), input:not([disabled]):not([type="hidden"]), select:not([disabled]), textarea:not([disabled]), [tabindex]:not([tabindex="-1"])';
const inside = dialog => [...dialog.querySelectorAll(focusable)].filter(e => e.getClientRects().length > 0);

function onKey(event) {
  const top = open.at(-1);
  if (!top) return;
  if (event.key === 'Enter' && event.repeat && event.target.tagName !== 'TEXTAREA') {
    event.preventDefault(); // a key held since the button that opened it answers no question
  } else if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector('.mud-popover-open, [popover]:popover-open')) {
    event.preventDefault();
    event.stopPropagation();
    const at = document.activeElement;
    if (top.element.contains(at) && at.matches('.input')) at.dispatchEvent(new Event('change', { bubbles: true })); // the server learns what was typed before it decides whether to ask
    if (top.reference) top.reference.invokeMethodAsync('Escape'); else top.escaped = true;
  } else if (event.key === 'Tab' && top.trap) {
    const items = inside(top.element);
    if (items.length === 0) { event.preventDefault(); top.element.focus(); return; }
    const first = items[0], last = items.at(-1), at = document.activeElement;
    const outside = !top.element.contains(at) && !at?.closest?.('.mud-popover');
    if (event.shiftKey && (at === first || at === top.element || outside)) { event.preventDefault(); last.focus(); }
    else if (!event.shiftKey && (at === last || outside)) { event.preventDefault(); first.focus(); }
  }
}

// The focus goes in with the render that brings the dialog: a key pressed at once must reach it, not what lies behind, however far away the server is.
// The component says a moment later where Escape goes.
function enter(element) {
  if (open.some(d => d.element === element)) return;
  if (open.length === 0) document.addEventListener('keydown', onKey, true);
  open.push({ id: element.id, element, reference: null, escaped: false, trap: element.getAttribute('aria-modal') === 'true', before: document.activeElement });
  focusInside(element);
}

function focusInside(element) {
  const wanted = element.querySelector('[data-autofocus]') ?? element.querySelector('.dialog-body ' + focusable.split(', ').join(', .dialog-body ')) ?? inside(element)[0] ?? element;
  wanted.focus();
}

function onMutations(mutations) {
  if (open.some(d => !d.element.isConnected)) for (const gone of open.filter(d => !d.element.isConnected).reverse()) hide(gone.id);
  for (const mutation of mutations) {
    for (const node of mutation.addedNodes) {
      if (node.nodeType !== Node.ELEMENT_NODE || !node.isConnected) continue;
      const dialog = node.matches('.scrim > .dialog') ? node : node.querySelector('.scrim > .dialog');
      if (dialog) enter(dialog);
    }
  }
}

let watcher = null;

export function watch() {
  watcher ??= new MutationObserver(onMutations);
  watcher.observe(document.body, { childList: true, subtree: true });
}

export function unwatch() { watcher?.disconnect(); }

export function show(id, reference) {
  const element = document.getElementById(id);
  if (!element) return;
  enter(element);
  const dialog = open.find(d => d.element === element);
  dialog.reference = reference;
  if (dialog.escaped) reference.invokeMethodAsync('Escape');
  else if (document.activeElement === element || !element.contains(document.activeElement)) focusInside(element); // its fields came later, or the page was new and took the focus
}

export function hide(id) {
  const index = open.findIndex(d => d.id === id);
  if (index < 0) return;
  const [dialog] = open.splice(index, 1);
  if (open.length === 0) document.removeEventListener('keydown', onKey, true);
  const at = document.activeElement;
  if (dialog.before?.isConnected && (!at || at === document.body || dialog.element.contains(at))) dialog.before.focus();
}
