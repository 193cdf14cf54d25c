// Arrow keys move the focus from bed to bed without asking the server; letters are handed over. One tile is in the tab order at a time.
import { singleKeys } from './frame.js';

const boards = new WeakMap();
const letters = new Set('arutdliscxoem');
const tiles = root => [...root.querySelectorAll('[data-bed]')];
const typing = target => !!target.closest?.('input, textarea, select, [contenteditable="true"]');

function toTab(root, tile) {
  for (const other of tiles(root)) other.tabIndex = other === tile ? 0 : -1;
}

function nearest(all, from, down) {
  const a = from.getBoundingClientRect();
  const middle = a.left + a.width / 2;
  let best = null, rank = [Infinity, Infinity];
  for (const tile of all) {
    const b = tile.getBoundingClientRect();
    const gap = down ? b.top - a.top : a.top - b.top;
    if (gap < a.height / 2) continue;
    const off = Math.abs(b.left + b.width / 2 - middle);
    if (gap < rank[0] - 4 || (Math.abs(gap - rank[0]) <= 4 && off < rank[1])) { best = tile; rank = [gap, off]; }
  }
  return best;
}

function move(root, from, key) {
  const all = tiles(root);
  const at = all.indexOf(from);
  switch (key) {
    case 'ArrowRight': return all[at + 1];
    case 'ArrowLeft': return all[at - 1];
    case 'ArrowDown': return nearest(all, from, true);
    case 'ArrowUp': return nearest(all, from, false);
    case 'Home': return all[0];
    case 'End': return all[all.length - 1];
    default: return null;
  }
}

export function attach(root, page) {
  const onKey = event => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const tile = event.target.closest('[data-bed]');
    if (tile && /^(Arrow|Home$|End$)/.test(event.key)) {
      event.preventDefault();
      const next = move(root, tile, event.key);
      if (next) { toTab(root, next); next.focus(); next.scrollIntoView({ block: 'nearest' }); }
    } else if (event.key === 'Escape') {
      const chosen = root.querySelector('[data-bed][aria-pressed="true"]');
      if (chosen && root.querySelector('.bed-panel')?.contains(event.target)) chosen.focus();
      page.invokeMethodAsync('KeyAsync', 'Escape', null);
    } else if (singleKeys() && (event.key === '?' || letters.has(event.key.toLowerCase()))) {
      event.preventDefault();
      event.stopPropagation();
      page.invokeMethodAsync('KeyAsync', event.key, tile?.dataset.bed ?? null);
    }
  };
  const onFocus = event => { const tile = event.target.closest?.('[data-bed]'); if (tile) toTab(root, tile); };
  root.addEventListener('keydown', onKey);
  root.addEventListener('focusin', onFocus);
  boards.set(root, () => { root.removeEventListener('keydown', onKey); root.removeEventListener('focusin', onFocus); });
  const first = tiles(root)[0];
  if (first) toTab(root, first);
}

export function detach(root) { boards.get(root)?.(); boards.delete(root); }
