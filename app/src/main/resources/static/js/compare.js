// The comparison desk by keyboard: j k to a field, 1 2 3 4 to take a source, a reason, Enter; a takes all suggestions, e all
// that a rule explains; c other candidates, Enter takes one, 0 none; h the household; n the next one; u undoes; r returns;
// w shows why; Ctrl+Enter is done.
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
  const around = form.closest('details');
  if (around) around.open = true;
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
  const why = form.querySelector('select[name=why]');
  const judge = () => { reason.required = !why.value; };
  why.onchange = judge;
  judge();
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
    } else if (event.key === 'Enter' && !event.ctrlKey && event.target.matches('input[name=value], input[name=evidenceNo], input[name=issuer], input[name=issuedOn], select')) {
      event.preventDefault();
      const fields = [...form.querySelectorAll('.decide-form input, .decide-form select')].filter((field) => field.offsetParent);
      fields[fields.indexOf(event.target) + 1]?.focus();
    }
  });
  row.addEventListener('click', () => select(row));
}

// What was refused stands open again with what was typed.
const again = document.querySelector('form.decide[data-typed]');
if (again) {
  const row = rows.find((one) => one.dataset.field === again.dataset.for);
  const button = [...again.querySelectorAll('[data-take]')].find((one) => one.value === again.dataset.typed);
  if (row && button) {
    const reason = again.querySelector('input[name=reason]');
    const typed = reason.value;
    select(row);
    take(row, button.dataset.take);
    reason.value = typed;
  }
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

const sheet = () => document.getElementById('candidates');
const candidates = () => [...document.querySelectorAll('[data-candidate]')];
const candidate = () => candidates().find((one) => one.classList.contains('on'));

function selectCandidate(one) {
  candidates().forEach((other) => other.classList.toggle('on', other === one));
  one?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  one?.focus({ preventScroll: true });
}

/** Opens the sheet; once it is open goes to the next candidate, those first that are not linked now. */
function nextCandidate() {
  if (sheet() && !sheet().open) {
    sheet().open = true;
    sheet().scrollIntoView({ block: 'nearest' });
    if (!candidates().length) return;
  }
  const all = candidates();
  const at = all.indexOf(candidate());
  selectCandidate(at < 0 ? all.find((one) => !one.classList.contains('now')) ?? all[0] : all[(at + 1) % all.length]);
}

document.body.addEventListener('htmx:afterSwap', (event) => {
  if (!event.target.matches('.candidates-here') || candidate()) return;
  selectCandidate(candidates().find((one) => !one.classList.contains('now')) ?? candidates()[0]);
});

/** None of the source whose candidate is selected, or of the only one shown. */
function noneOfThese() {
  const around = candidate()?.closest('.source-sheets') ?? document.querySelector('.source-sheets');
  around?.querySelector('form.none button')?.click();
}

/** All that this rule explains, with a sample first. */
function acceptRule() {
  const row = current()?.dataset.rule ? current() : rows.find((one) => one.dataset.rule);
  location.assign(row ? `/explained?rule=${encodeURIComponent(row.dataset.rule)}` : '/explained');
}

function sendBack() {
  const act = document.getElementById('return');
  if (!act) {
    document.getElementById('form-page')?.click();
    return;
  }
  act.open = true;
  act.querySelector('input:not([type=hidden]), textarea')?.focus();
}

const press = (selector) => document.querySelector(selector)?.click();

document.addEventListener('keydown', (event) => {
  if (document.querySelector('dialog[open]')) return;
  if (event.key === 'Enter' && event.ctrlKey) {
    event.preventDefault();
    press('#done button');
    return;
  }
  if (event.ctrlKey || event.altKey || event.metaKey || typing(event.target)) return;
  const at = rows.indexOf(current());
  if (event.key === 'j') select(rows[Math.min(rows.length - 1, at + 1)]);
  else if (event.key === 'k') select(rows[Math.max(0, at - 1)]);
  else if (/^[1-4]$/.test(event.key) && current()) take(current(), event.key);
  else if (event.key === 'a') press('#take-suggested button');
  else if (event.key === 'c') nextCandidate();
  else if (event.key === 'Enter' && candidate() && event.target === candidate()) candidate().querySelector('form button')?.click();
  else if (event.key === '0' && candidates().length) noneOfThese();
  else if (event.key === 'e') acceptRule();
  else if (event.key === 'h') press('#household, #back');
  else if (event.key === 'n') press('#next-house');
  else if (event.key === 'u') press('#undo button');
  else if (event.key === 'w') nextWeight();
  else if (event.key === 'r') sendBack();
  else return;
  event.preventDefault();
});

if (rows.length && !current()) select(rows[0]);
if (sheet()?.dataset.open === 'true') sheet().open = true;
