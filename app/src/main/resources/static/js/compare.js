// The comparison desk by keyboard: j k to a field, 1 2 3 4 to take a source, a reason, Enter; u undoes; w shows why; Ctrl+Enter is done.
const rows = [...document.querySelectorAll('tr[data-field]')];
const typing = (el) => el.matches('input, textarea, select');

const formOf = (row) => document.querySelector(`form.decide[data-for="${row.dataset.field}"]`);
const current = () => rows.find((row) => row.classList.contains('on'));

function select(row) {
  rows.forEach((other) => other.classList.toggle('on', other === row));
  row?.scrollIntoView({ block: 'nearest' });
}

/** Opens the line for the reason, with the source chosen; for papers also what they say. */
function take(row, number) {
  const form = formOf(row);
  const button = form?.querySelector(`[data-take="${number}"]`);
  if (!button) return;
  form.classList.add('open');
  form.querySelectorAll('[data-take]').forEach((other) => other.classList.toggle('active', other === button));
  let source = form.querySelector('input[name=source]');
  if (!source) {
    source = document.createElement('input');
    source.type = 'hidden';
    source.name = 'source';
    form.append(source);
  }
  source.value = button.value;
  form.querySelectorAll('.take-paper').forEach((part) => { part.hidden = button.value !== 'papers'; });
  form.querySelector('.decide-form').hidden = false;
  form.querySelector('.confirm').hidden = false;
  const reason = form.querySelector('input[name=reason]');
  if (!reason.value || reason.dataset.offered === reason.value) {
    reason.value = button.dataset.reason ?? '';
    reason.dataset.offered = reason.value;
  }
  const first = button.value === 'papers' ? form.querySelector('input[name=value]') : reason;
  first.focus();
  first.select();
}

for (const row of rows) {
  const form = formOf(row);
  if (!form) continue;
  form.querySelector('.decide-form').hidden = true;
  form.querySelectorAll('[data-take]').forEach((button) => {
    button.type = 'button';
    button.removeAttribute('name');
    button.addEventListener('click', () => {
      select(row);
      take(row, button.dataset.take);
    });
  });
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      form.querySelector('.decide-form').hidden = true;
      document.activeElement.blur();
    } else if (event.key === 'Enter' && !event.ctrlKey && event.target.matches('input[name=value], input[name=evidenceNo], select')) {
      event.preventDefault();
      const fields = [...form.querySelectorAll('.decide-form input, .decide-form select')].filter((field) => field.offsetParent);
      fields[fields.indexOf(event.target) + 1]?.focus();
    }
  });
  row.addEventListener('click', () => select(row));
}

/** Opens why the next entry weighs what it weighs; after the last one, closes all. */
function nextWeight() {
  const all = [...document.querySelectorAll('[data-weight]')];
  const next = all.find((one) => !one.open);
  if (!next) {
    all.forEach((one) => { one.open = false; });
    return;
  }
  const around = next.parentElement.closest('details');
  if (around) around.open = true;
  next.open = true;
  next.scrollIntoView({ block: 'nearest' });
}

document.addEventListener('keydown', (event) => {
  if (document.querySelector('dialog[open]')) return;
  if (event.key === 'Enter' && event.ctrlKey) {
    event.preventDefault();
    document.querySelector('#done button')?.click();
    return;
  }
  if (event.ctrlKey || event.altKey || event.metaKey || typing(event.target)) return;
  const at = rows.indexOf(current());
  if (event.key === 'j') select(rows[Math.min(rows.length - 1, at + 1)]);
  else if (event.key === 'k') select(rows[Math.max(0, at - 1)]);
  else if (/^[1-4]$/.test(event.key) && current()) take(current(), event.key);
  else if (event.key === 'u') document.querySelector('#undo button')?.click();
  else if (event.key === 'w') nextWeight();
  else if (event.key === 'r') location.assign(location.pathname.replace(/\/compare$/, '') + location.search);
  else return;
  event.preventDefault();
});

if (rows.length) select(rows[0]);
