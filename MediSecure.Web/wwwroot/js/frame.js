// Keys, theme, navigation and focus of the frame. Display settings are the only thing it keeps in the browser.
import { watch, unwatch } from './dialog.js';

const store = (key, value) => { try { localStorage.setItem(key, value); } catch { /* private mode: the setting lasts for this page */ } };
const read = key => { try { return localStorage.getItem(key); } catch { return null; } };
const root = document.documentElement;
let frame = null;

const typing = target => target?.closest?.('input, textarea, select, [contenteditable="true"]') !== null && target?.closest?.('input, textarea, select, [contenteditable="true"]') !== undefined;

function onKey(event) {
  if (!frame) return;
  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
    event.preventDefault();
    frame.invokeMethodAsync('OpenPalette');
  } else if (event.key === '?' && !typing(event.target) && singleKeys()) {
    event.preventDefault();
    frame.invokeMethodAsync('OpenKeys');
  }
}

// A field that finds something keeps its own keys: the arrows move in its list, and Enter chooses instead of sending the form. It must be known before the key is over, so not by the server.
function onComboKey(event) {
  const field = event.target.closest?.('[role="combobox"]');
  if (field && (event.key === 'ArrowDown' || event.key === 'ArrowUp' || (event.key === 'Enter' && field.getAttribute('aria-expanded') === 'true'))) event.preventDefault();
}

// An answer that arrives between press and release may move what is pressed from under the pointer, for instance the line of an error that goes when its field is left; the browser then clicks nothing.
// The press counts for what was pressed, unless the pointer itself was moved away.
const pressable = 'button, a[href], summary, label, input[type="checkbox"], input[type="radio"]';
let press = null;

function onPress(event) {
  const control = event.isPrimary && event.button === 0 ? event.target.closest?.(pressable) : null;
  press = control ? { control, x: event.clientX, y: event.clientY } : null;
}

function onRelease(event) {
  const was = press;
  press = null;
  if (!was || !was.control.isConnected || was.control.disabled || was.control.contains(event.target) || Math.hypot(event.clientX - was.x, event.clientY - was.y) > 4) return;
  const modal = [...document.querySelectorAll('[aria-modal="true"]')].at(-1);
  if (root.dataset.session === 'over' || (modal && !modal.contains(was.control))) return; // covered meanwhile
  let common = was.control.parentElement;
  while (common && !common.contains(event.target)) common = common.parentElement;
  if (!common?.closest(pressable)) was.control.click(); // else the browser clicks the label or button around both
}

export function start(reference) {
  frame = reference;
  document.addEventListener('pointerdown', onPress, true);
  document.addEventListener('pointerup', onRelease, true);
  document.addEventListener('keydown', onKey);
  document.addEventListener('keydown', onComboKey);
  watch();
  return root.dataset.theme === 'dark';
}

export function stop() {
  frame = null;
  document.removeEventListener('pointerdown', onPress, true);
  document.removeEventListener('pointerup', onRelease, true);
  document.removeEventListener('keydown', onKey);
  document.removeEventListener('keydown', onComboKey);
  unwatch();
}

export function toggleTheme() {
  root.dataset.theme = root.dataset.theme === 'dark' ? 'light' : 'dark';
  store('ms-theme', root.dataset.theme);
  return root.dataset.theme === 'dark';
}

export function toggleNavigation() {
  const rail = root.dataset.nav !== 'rail';
  if (rail) root.dataset.nav = 'rail'; else delete root.dataset.nav;
  store('ms-nav', rail ? 'rail' : 'wide');
}

export function singleKeys() { return read('ms-keys') !== 'off'; }
export function setSingleKeys(on) { store('ms-keys', on ? 'on' : 'off'); }

export function closePopovers() {
  for (const open of document.querySelectorAll('[popover]:popover-open')) open.hidePopover();
}

export function focusElement(id) {
  const element = document.getElementById(id);
  element?.scrollIntoView({ block: 'center' });
  element?.focus();
}

export function scrollToOption(id) { document.getElementById(id)?.scrollIntoView({ block: 'nearest' }); }
