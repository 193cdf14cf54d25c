// Observations by keyboard: Enter goes to the next field and saves on the last; Ctrl+Enter saves from anywhere.
const fields = form => [...form.querySelectorAll('input:not([disabled]), select:not([disabled])')].filter(e => e.checkVisibility());

export function attach(root) {
  const form = root?.querySelector('form');
  form?.addEventListener('keydown', event => {
    const at = event.target;
    if (event.key !== 'Enter' || event.isComposing || event.altKey || event.shiftKey || event.metaKey || !at.matches('input, select')) return;
    event.preventDefault();
    const all = fields(form), next = event.ctrlKey ? null : all[all.indexOf(at) + 1];
    if (next) {
      next.focus();
      next.select?.();
    } else {
      at.dispatchEvent(new Event('change', { bubbles: true })); // what was typed reaches the server before the form does
      form.requestSubmit();
    }
  });
}

export function focusOn(id) { document.getElementById(id)?.focus(); }
