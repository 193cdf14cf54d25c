// Sends what is typed under each heading of a draft: half a second after the last key, and at the latest one second after the first one that was not sent. What was typed two seconds ago is then
// stored, also when the way there takes a while. One at a time, in order; what was refused or could not be sent stays in the field and is tried again.
const QUIET = 500, LONGEST = 1000, AGAIN = 1000;
const editors = new WeakMap();

export function attach(root, host) {
  if (!root || editors.has(root)) return;
  const editor = { root, host, dirty: new Map(), timer: 0, since: 0, sending: null };
  editor.input = e => {
    const field = e.target.closest?.('textarea[data-heading]');
    if (field) touch(editor, field);
  };
  editor.leaving = e => {
    if (editor.dirty.size > 0) {
      flushNow(editor);
      e.preventDefault();
    }
  };
  root.addEventListener('input', editor.input);
  window.addEventListener('beforeunload', editor.leaving);
  editors.set(root, editor);
}

export function detach(root) {
  const editor = editors.get(root);
  if (!editor) return;
  clearTimeout(editor.timer);
  root.removeEventListener('input', editor.input);
  window.removeEventListener('beforeunload', editor.leaving);
  editors.delete(root);
}

// True when everything is saved.
export async function flush(root) {
  const editor = editors.get(root);
  return editor ? await flushNow(editor) : true;
}

// After this window took the draft back: what was typed here is sent; what was not takes over what the other window wrote.
export async function takeBack(root, texts) {
  const editor = editors.get(root);
  if (!editor) return;
  for (const field of root.querySelectorAll('textarea[data-heading]')) {
    if (!editor.dirty.has(field)) field.value = texts[field.dataset.heading] ?? '';
  }
  await flushNow(editor);
}

function touch(editor, field) {
  const now = performance.now();
  editor.dirty.set(field, (editor.dirty.get(field) ?? 0) + 1);
  if (editor.since === 0) editor.since = now;
  clearTimeout(editor.timer);
  editor.timer = setTimeout(() => flushNow(editor), Math.max(0, Math.min(QUIET, editor.since + LONGEST - now)));
}

function flushNow(editor) {
  clearTimeout(editor.timer);
  editor.sending = (editor.sending ?? Promise.resolve(true)).then(() => send(editor));
  return editor.sending;
}

async function send(editor) {
  editor.since = 0;
  for (const [field, change] of [...editor.dirty]) {
    let taken = false;
    try {
      const bytes = new TextEncoder().encode(field.value);
      taken = await editor.host.invokeMethodAsync('SaveAsync', field.dataset.heading, DotNet.createJSStreamReference(bytes));
    } catch {
      // The connection is away: the text stays here.
    }
    if (taken && editor.dirty.get(field) === change) editor.dirty.delete(field);
    if (!taken) {
      if (editors.has(editor.root)) {
        clearTimeout(editor.timer);
        editor.timer = setTimeout(() => flushNow(editor), AGAIN);
      }
      return false;
    }
  }
  return editor.dirty.size === 0 || await send(editor);
}
