// The clock of the demo strip: counts down without a circuit; works on signed-out pages too.
(() => {
  const two = n => String(n).padStart(2, '0');
  const tick = () => {
    for (const place of document.querySelectorAll('[data-reset-at]')) {
      const at = new Date(place.dataset.resetAt).getTime();
      const left = Math.max(0, Math.round((at - Date.now()) / 1000));
      place.textContent = `${two(Math.floor(left / 60))}:${two(left % 60)}`;
    }
  };
  tick();
  setInterval(tick, 1000);
})();
