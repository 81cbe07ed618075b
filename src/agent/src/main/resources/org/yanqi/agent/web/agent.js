// A window that a page opened may close itself; in any other this does nothing.
window.setTimeout(() => window.close(), 2500);
