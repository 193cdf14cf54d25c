// Sends what is typed under each heading of a draft: half a second after the last key, and at the latest one second after the first one that was not sent. What was typed two seconds ago is then
// stored, also when the way there takes a while. One at a time, in order; what was refused or could not be sent stays in the field and is tried again.
const QUIET = 500, LONGEST = 1000, AGAIN = 1000;

// The hold of one editor on its fields: it outlives their place in the page, so that what was typed last is sent although they are gone.
export function attach(root, host) {
  if (!root) return { flush: async () => true, async takeBack() {}, async close() {} }; // left while this file was on its way
  const editor = { root, host, dirty: new Map(), timer: 0, since: 0, sending: null, open: true };
  const input = e => {
    const field = e.target.closest?.('textarea[data-heading]');
    if (field) touch(editor, field);
  };
  const leaving = e => {
    if (editor.dirty.size > 0) {
      flushNow(editor);
      e.preventDefault();
    }
  };
  root.addEventListener('input', input);
  window.addEventListener('beforeunload', leaving);
  return {
    // True when everything is saved.
    flush: () => flushNow(editor),

    // After this window took the draft back: what was typed here is sent; what was not takes over what the other window wrote.
    async takeBack(texts) {
      for (const field of root.querySelectorAll('textarea[data-heading]')) {
        if (!editor.dirty.has(field)) field.value = texts[field.dataset.heading] ?? '';
      }
      await flushNow(editor);
    },

    // Sends what is not sent yet, and nothing after it.
    async close() {
      editor.open = false;
      root.removeEventListener('input', input);
      await flushNow(editor);
      clearTimeout(editor.timer);
      window.removeEventListener('beforeunload', leaving);
    },
  };
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
      if (editor.open) {
        clearTimeout(editor.timer);
        editor.timer = setTimeout(() => flushNow(editor), AGAIN);
      }
      return false;
    }
  }
  return editor.dirty.size === 0 || await send(editor);
}
