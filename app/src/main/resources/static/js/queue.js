// Counts of a queue page that stays open: asked now and then, and only figures change; the focus stays where it is.
const EVERY = 20_000;
const IDLE = 10 * 60_000;
let lastTouch = Date.now();
for (const kind of ['keydown', 'pointerdown', 'scroll']) {
  addEventListener(kind, () => { lastTouch = Date.now(); }, { passive: true });
}

async function refresh() {
  const shown = document.querySelector('[data-counts]');
  // Nobody there: asking on would keep the session of an empty chair alive.
  if (!shown || document.hidden || Date.now() - lastTouch > IDLE) return;
  try {
    const answer = await fetch(`/queue/counts${location.search}`, { headers: { Accept: 'application/json' } });
    if (!answer.ok || answer.redirected) return;
    const figures = await answer.json();
    for (const figure of document.querySelectorAll('[data-count]')) {
      const now = figures[figure.dataset.count];
      if (now === undefined || figure.textContent === now) continue;
      figure.textContent = now;
      figure.closest('a')?.classList.toggle('none', now === '0');
    }
    const asOf = document.querySelector('[data-as-of]');
    if (asOf) asOf.textContent = figures.at;
  } catch {
    // The next round asks again.
  }
}
setInterval(refresh, EVERY);

// "All on this page" ticks the boxes that hold no other meaning.
document.addEventListener('change', (event) => {
  if (!event.target.matches('[data-tick-all]')) return;
  document.querySelectorAll('input.tick').forEach((box) => { box.checked = event.target.checked; });
});
