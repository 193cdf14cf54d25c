// The calendar opens where the day is, not at midnight.
export function scrollTo(id, top) {
  const element = document.getElementById(id);
  if (element) element.scrollTop = top;
}
