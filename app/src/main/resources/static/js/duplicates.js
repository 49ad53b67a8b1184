// Duplicates by keyboard: j k to a cluster, 1 2 3 to an answer with its reason, Enter keeps it; w shows why, u takes back.
const clusters = [...document.querySelectorAll('[data-cluster]')];
const typing = (el) => el.matches('input, textarea, select');
const current = () => clusters.find((one) => one.classList.contains('on'));

function select(cluster) {
  if (!cluster) return;
  clusters.forEach((other) => other.classList.toggle('on', other === cluster));
  cluster.scrollIntoView({ block: 'start' });
}

/** The reason is asked before the answer is sent; its field says which answer Enter gives. */
function answer(cluster, number) {
  const form = cluster.querySelector('.answer-form');
  const button = form?.querySelector(`[data-answer="${number}"]`);
  if (!button) return;
  form.querySelectorAll('[data-answer]').forEach((other) => other.classList.toggle('active', other === button));
  form.dataset.chosen = number;
  form.querySelector('input[name=reason]').focus();
}

for (const form of document.querySelectorAll('.answer-form')) {
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') document.activeElement.blur();
    if (event.key !== 'Enter' || !event.target.matches('input[name=reason], select')) return;
    event.preventDefault();
    const button = form.querySelector(`[data-answer="${form.dataset.chosen}"]`);
    if (button && form.reportValidity()) form.requestSubmit(button);
  });
}

document.addEventListener('keydown', (event) => {
  if (document.querySelector('dialog[open]') || event.ctrlKey || event.altKey || event.metaKey || typing(event.target)) return;
  const at = clusters.indexOf(current());
  if (event.key === 'j') select(clusters[Math.min(clusters.length - 1, at + 1)]);
  else if (event.key === 'k') select(clusters[Math.max(0, at - 1)]);
  else if (/^[123]$/.test(event.key) && current()) answer(current(), event.key);
  else if (event.key === 'w' && current()) {
    const why = current().querySelector('[data-weight]');
    if (why) why.open = !why.open;
  } else if (event.key === 'u' && current()) current().querySelector('form[action="/duplicates/undo"] button')?.click();
  else return;
  event.preventDefault();
});

const typed = clusters.find((one) => [...one.querySelectorAll('input[name=reason]')].some((field) => field.value));
if (clusters.length) select(typed ?? clusters[0]);
