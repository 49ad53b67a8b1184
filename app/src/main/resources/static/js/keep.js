// Long notes survive. A field with data-keep="key" is kept on the server as it is typed, and restored when its page
// comes back; a form with such a field asks for a token that still counts before it is sent, and where the session has
// ended keeps all that was typed in this tab until somebody has logged in again.
const meta = document.querySelector('meta[name=dancu-keep]');
const words = meta?.dataset ?? {};
const officer = meta?.content ?? '';
const TAB = `dancu-keep:${officer}:`;
const SOON = 700;
const timers = new Map();
const running = new Map();
let ended = false;

const header = () => ({ [document.querySelector('meta[name=_csrf_header]').content]: document.querySelector('meta[name=_csrf]').content });
const fieldsOf = (form) => [...form.querySelectorAll('[data-keep]')];
const noteUrl = '/api/desk/notes';

/** The line under a field that says what became of it. */
function tell(field, text, button) {
  let line = field.parentNode.querySelector(`:scope > .keep-line[data-for="${CSS.escape(field.dataset.keep)}"]`);
  if (!line) {
    line = document.createElement('div');
    line.className = 'form-hint keep-line';
    line.dataset.for = field.dataset.keep;
    line.setAttribute('role', 'status');
    field.after(line);
  }
  line.replaceChildren(text);
  if (button) line.append(' ', button);
}

function press(text, act) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn-link';
  button.textContent = text;
  button.addEventListener('click', act);
  return button;
}

const now = () => new Date().toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Ho_Chi_Minh' });

// --- keeping while typing ---

async function keep(field) {
  clearTimeout(timers.get(field));
  timers.delete(field);
  const before = running.get(field);
  const one = (async () => {
    await before;
    const response = await fetch(noteUrl, { method: 'POST', headers: header(), body: new URLSearchParams({ key: field.dataset.keep, text: field.value }) }).catch(() => null);
    if (response?.ok) {
      if (field.value.trim()) tell(field, words.kept.replace('{time}', now()));
      else tell(field, '');
    } else if (response?.status === 422) {
      tell(field, words.long);
    } else if (response?.status === 401) {
      lost(field.form);
    } else {
      tell(field, words.offline);
      inTab(field.form);
    }
  })();
  running.set(field, one);
  await one;
}

document.addEventListener('input', (event) => {
  const field = event.target.closest?.('[data-keep]');
  if (!field) return;
  clearTimeout(timers.get(field));
  timers.set(field, setTimeout(() => keep(field), SOON));
});

/** Leaving the field keeps it at once. */
document.addEventListener('focusout', (event) => {
  const field = event.target.closest?.('[data-keep]');
  if (field && timers.has(field)) keep(field);
});

// --- the session has ended ---

/** All that was typed into a form waits in this tab, for the same officer only. */
function inTab(form) {
  const typed = [...form.elements]
    .filter((field) => field.name && field.type !== 'hidden' && field.type !== 'password' && field.type !== 'submit')
    .filter((field) => (field.type !== 'checkbox' && field.type !== 'radio') || field.checked)
    .map((field) => [field.name, field.value]);
  sessionStorage.setItem(`${TAB}${new URL(form.action).pathname}`, JSON.stringify(typed));
}

function lost(form) {
  ended = true;
  inTab(form);
  let note = form.querySelector('.keep-ended');
  if (!note) {
    note = document.createElement('div');
    note.className = 'note note-amber keep-ended';
    note.setAttribute('role', 'alert');
    form.append(note);
  }
  const link = document.createElement('a');
  link.href = location.href.split('#')[0];
  link.textContent = words.again;
  note.replaceChildren(words.ended, ' ', link);
}

/** Whether the officer is still, or again, logged in; if so every form here gets the token that counts now. */
async function renew() {
  const response = await fetch('/api/session', { headers: { Accept: 'application/json' } }).catch(() => null);
  if (!response?.ok) return false;
  const session = await response.json();
  if (session.login !== officer) return false;
  document.querySelector('meta[name=_csrf]').content = session.token;
  for (const hidden of document.querySelectorAll(`input[name="${session.parameter}"]`)) hidden.value = session.token;
  if (ended) {
    ended = false;
    document.querySelectorAll('.keep-ended').forEach((note) => note.remove());
  }
  return true;
}

addEventListener('focus', () => { if (ended) renew(); });

// --- sending ---

async function send(form, submitter) {
  if (!await renew()) {
    lost(form);
    delete form.dataset.keeping;
    return;
  }
  for (const field of fieldsOf(form)) {
    if (timers.has(field)) await keep(field);
    else await running.get(field);
    if (ended) {
      delete form.dataset.keeping;
      return;
    }
    if (!form.querySelector(`input[name=kept][value="${CSS.escape(field.dataset.keep)}"]`)) {
      const kept = document.createElement('input');
      kept.type = 'hidden';
      kept.name = 'kept';
      kept.value = field.dataset.keep;
      form.append(kept);
    }
  }
  form.dataset.keepReady = 'yes';
  if (submitter?.isConnected) form.requestSubmit(submitter);
  else form.requestSubmit();
  delete form.dataset.keepReady;
  delete form.dataset.keeping;
}

window.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.dataset.keepReady || !form.querySelector('[data-keep]')) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  delete form.dataset.sent;
  if (form.dataset.keeping) return;
  form.dataset.keeping = 'yes';
  send(form, event.submitter);
}, true);

// --- coming back ---

function show(field) {
  for (let up = field.closest('details:not([open])'); up; up = up.parentElement.closest('details:not([open])')) up.open = true;
  field.focus();
  field.scrollIntoView({ block: 'center' });
}

/** A note in a sheet that is shut is offered at the head of the page. */
function offer(field, text) {
  const main = document.getElementById('main');
  if (!main || !field.closest('details:not([open])')) return;
  const note = document.createElement('div');
  note.className = 'note note-blue keep-offer';
  note.setAttribute('role', 'status');
  const open = press(words.open, (event) => {
    event.stopPropagation();
    note.remove();
    show(field);
  });
  note.append(`${text} `, open, ' · ', press(words.drop, () => { note.remove(); drop(field); }));
  main.prepend(note);
}

function drop(field) {
  field.value = field.defaultValue;
  tell(field, '');
  fetch(noteUrl, { method: 'POST', headers: header(), body: new URLSearchParams({ key: field.dataset.keep, text: '' }) });
}

function fromTab(form) {
  const name = `${TAB}${new URL(form.action).pathname}`;
  const typed = sessionStorage.getItem(name);
  if (!typed) return;
  sessionStorage.removeItem(name);
  for (const [field, value] of JSON.parse(typed)) {
    for (const element of form.querySelectorAll(`[name="${CSS.escape(field)}"]`)) {
      if (element.type === 'checkbox' || element.type === 'radio') element.checked = element.checked || element.value === value;
      else if (element.type !== 'hidden') element.value = value;
    }
  }
  for (const field of fieldsOf(form)) {
    if (!field.value.trim()) continue;
    const text = words.restored.replace('{time}', now());
    tell(field, text, press(words.drop, () => drop(field)));
    offer(field, text);
    keep(field);
  }
}

export async function begin() {
  const fields = [...document.querySelectorAll('[data-keep]:not([data-keep-known])')].filter((field) => field.form);
  if (!fields.length || !officer) return;
  fields.forEach((field) => { field.dataset.keepKnown = 'yes'; });
  const query = new URLSearchParams();
  fields.forEach((field) => query.append('key', field.dataset.keep));
  const response = await fetch(`${noteUrl}?${query}`, { headers: { Accept: 'application/json' } }).catch(() => null);
  const notes = response?.ok ? await response.json() : [];
  for (const form of new Set(fields.map((field) => field.form))) fromTab(form);
  for (const note of notes) {
    const field = fields.find((one) => one.dataset.keep === note.key);
    // What stands there already was typed, or sent back by the page that refused it.
    if (!field || field.value !== field.defaultValue || (field.defaultValue.trim() && !field.hasAttribute('data-keep-over'))) continue;
    if (field.value === note.text) continue;
    field.value = note.text;
    const text = words.restored.replace('{time}', note.at);
    tell(field, text, press(words.drop, () => drop(field)));
    offer(field, text);
  }
}
