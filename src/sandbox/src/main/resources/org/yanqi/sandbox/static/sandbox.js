// Keeps lists fresh without disturbing whoever is typing or has something unfolded.
setInterval(async () => {
  const live = document.getElementById('live');
  if (document.hidden || live.contains(document.activeElement) || live.querySelector('details[open]')) return;
  try {
    const page = new DOMParser().parseFromString(await (await fetch(location.pathname)).text(), 'text/html');
    const fresh = page.getElementById('live');
    if (fresh && fresh.innerHTML !== live.innerHTML) live.innerHTML = fresh.innerHTML;
  } catch (gone) {
    console.info('the sandbox does not answer; trying again', gone);
  }
}, 2500);
