// The browser's own print dialogue, once the fonts of what stands on the page are there: a script that came late would be printed in another font, or as boxes.
export async function print() {
  await document.fonts.ready;
  window.print();
}
