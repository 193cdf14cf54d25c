// The clock of the demo strip: counts down without a circuit, on signed-out pages too, and says one minute before the reset that it comes.
(() => {
  const two = n => String(n).padStart(2, '0');
  let said = null;
  const tick = () => {
    for (const place of document.querySelectorAll('[data-reset-at]')) {
      const resetAt = place.dataset.resetAt;
      const left = Math.max(0, Math.round((new Date(resetAt).getTime() - Date.now()) / 1000));
      const text = `${two(Math.floor(left / 60))}:${two(left % 60)}`;
      // Only the text of Blazor's own node is changed, so that its next rendering still finds it.
      if (place.firstChild?.nodeType === Node.TEXT_NODE) place.firstChild.data = text; else place.textContent = text;
      const soon = left > 0 && left <= 60;
      place.closest('.demo-strip')?.classList.toggle('soon', soon);
      if (soon && said !== resetAt) {
        said = resetAt;
        for (const status of document.querySelectorAll('[data-reset-soon]')) status.textContent = 'The demo starts anew in one minute. What you changed will be undone.';
      }
    }
  };
  tick();
  setInterval(tick, 1000);
})();
