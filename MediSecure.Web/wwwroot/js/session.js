// The end of a session, on the page's own clock.
(() => {
  // The server says that nobody may stay on this page: ask it for the same page anew, or go where it says.
  const leave = address => {
    if (address) location.replace(address); else location.reload();
  };
  window.mediSecureSession = { leave };
})();
