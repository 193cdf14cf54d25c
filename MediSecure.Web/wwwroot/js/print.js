// The browser's own print dialogue.
export function print() { window.print(); }
