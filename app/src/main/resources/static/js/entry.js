// Keying a paper without a mouse. The server judges; this module only moves, completes, asks and keeps the draft.
import { readings } from './dates.js';

const paper = document.getElementById('paper');
const inputs = [...paper.querySelectorAll('input[data-column]')];
const by = Object.fromEntries(inputs.map((input) => [input.dataset.column, input]));
const hidden = (name) => paper.elements.namedItem(name);
const copied = new Set(hidden('copied').value.split(',').filter(Boolean));
const visited = new Set(inputs.filter((input) => input.value).map((input) => input.dataset.column));
const today = new Date();
const TAB_KEPT = 'dancu-paper';
let people = [];
let leaving = false;

const box = (input) => input.closest('.f');
const sayBox = (input) => box(input).querySelector('.say');
const wordBox = (input) => box(input).querySelector('.word');
const fold = (text) => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[đĐ]/g, 'd').toLowerCase().trim();

// --- moving ---

function go(from, step) {
  let at = inputs.indexOf(from) + step;
  while (step > 0 && inputs[at] && isPointless(inputs[at])) at += 1;
  const next = inputs[at];
  if (next) {
    next.focus();
    next.select();
  } else if (step > 0) {
    document.getElementById('save').focus();
  }
}

/** The number and nationality of a relative who has no name on the paper. */
function isPointless(input) {
  const relative = /^(father|mother|spouse|representative)_(id|nationality)$/.exec(input.dataset.column);
  return relative !== null && !input.value && !by[`${relative[1]}_name`].value.trim();
}

// --- completing what was typed ---

function codesOf(input) {
  input.codes ??= JSON.parse(input.dataset.codes || '{}');
  return input.codes;
}

function wordOf(input) {
  const codes = codesOf(input);
  const typed = input.value.trim();
  if (!typed) return '';
  if (/^\d+$/.test(typed)) {
    const code = Object.keys(codes).find((key) => key === typed || (/^\d+$/.test(key) && Number(key) === Number(typed)));
    if (code !== undefined) return codes[code];
  }
  const wanted = fold(typed);
  const words = Object.values(codes);
  const whole = words.find((word) => fold(word) === wanted);
  if (whole) return whole;
  const begin = words.filter((word) => fold(word).startsWith(wanted));
  return begin.length === 1 ? begin[0] : '';
}

function showCodes(input) {
  if (input.dataset.kind !== 'code' || box(input).querySelector('.codes')) return;
  const list = document.createElement('div');
  list.className = 'codes say';
  const all = Object.entries(codesOf(input)).map(([code, word]) => [Number(code), `${Number(code)} ${word}`]).sort((a, b) => a[0] - b[0]);
  list.textContent = all.slice(0, 24).map(([, text]) => text).join(' · ') + (all.length > 24 ? ' …' : '');
  sayBox(input).before(list);
}

const isDate = (input) => input.dataset.kind === 'date' || input.dataset.kind === 'day';
const datesOf = (input) => readings(input.value, today, input.dataset.kind === 'day');

function preview(input) {
  const word = wordBox(input);
  if (!word) return;
  if (input.dataset.kind === 'code') {
    const found = wordOf(input);
    word.textContent = found && found !== input.value ? found : '';
  } else if (isDate(input)) {
    const read = datesOf(input);
    word.textContent = read.length === 1 && read[0] !== input.value ? read[0] : '';
  }
}

/** True when the field is settled; false when it asks which of two is meant. */
function settle(input) {
  if (input.dataset.kind === 'code') {
    const word = wordOf(input);
    if (word) input.value = word;
    wordBox(input).textContent = '';
  } else if (isDate(input) && input.value.trim()) {
    const read = datesOf(input);
    if (read.length > 1) {
      ask(input, read);
      return false;
    }
    if (read.length === 1) input.value = read[0];
    wordBox(input).textContent = '';
  } else if (input.dataset.kind === 'unit') {
    showUnit(input);
  }
  const nationality = by[input.dataset.column.replace(/_name$/, '_nationality')];
  if (nationality && nationality !== input && input.value.trim() && !nationality.value) nationality.value = 'Việt Nam';
  return true;
}

function ask(input, read) {
  input.asking = read;
  const line = document.createElement('p');
  line.className = 'amber';
  line.append(paper.dataset.ask + ' ');
  read.forEach((reading, i) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn btn-quiet btn-sm me-1';
    button.tabIndex = -1;
    button.textContent = `${i + 1} · ${reading}`;
    button.addEventListener('click', () => answer(input, i));
    line.append(button);
  });
  sayBox(input).replaceChildren(line);
}

function answer(input, i) {
  input.value = input.asking[i];
  input.asking = null;
  sayBox(input).replaceChildren();
  wordBox(input).textContent = '';
  changed();
  leave(input);
  go(input, 1);
}

const units = new Map();

async function showUnit(input) {
  const code = input.value.trim();
  const word = wordBox(input);
  if (!/^\d{2,5}$|^[A-Za-z]{3}$/.test(code)) {
    word.textContent = '';
    return;
  }
  if (!units.has(code)) {
    const unit = await talk('/api/desk/unit?code=' + encodeURIComponent(code));
    if (!unit) return;
    units.set(code, unit.name);
  }
  if (input.value.trim() === code) word.textContent = units.get(code) || paper.dataset.unknownUnit;
}

// --- talking with the server ---

const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content ?? '';
let csrf = meta('_csrf');

async function talk(url, body) {
  try {
    const response = await fetch(url, {
      method: body ? 'POST' : 'GET',
      body,
      headers: { Accept: 'application/json', ...(body ? { [meta('_csrf_header')]: csrf } : {}) },
      redirect: 'manual',
    });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

/** False when the session has ended; then the page says so and keeps what was typed. */
async function renewToken() {
  const session = await talk('/api/session');
  document.getElementById('expired').hidden = session !== null;
  if (!session) return false;
  csrf = session.token;
  hidden('_csrf').value = session.token;
  return true;
}

function body() {
  hidden('copied').value = [...copied].join(',');
  const sent = new URLSearchParams(new FormData(paper));
  sent.delete('_csrf');
  sent.delete('then');
  return sent;
}

// --- the draft ---

let keeping = null;
let dirty = false;
let saving = Promise.resolve();

function changed() {
  dirty = true;
  clearTimeout(keeping);
  keeping = setTimeout(() => { saving = saving.then(keep); }, 700);
}

async function keep() {
  if (leaving || !dirty) return;
  dirty = false;
  let kept = await talk('/api/desk/draft', body());
  if (!kept && await renewToken()) kept = await talk('/api/desk/draft', body());
  const said = document.getElementById('kept');
  if (kept) {
    hidden('draft').value = kept.id;
    said.textContent = `${paper.dataset.kept} ${new Date().toLocaleTimeString('vi', { hour: '2-digit', minute: '2-digit' })}`;
    sessionStorage.removeItem(TAB_KEPT);
    if (!leaving) history.replaceState(null, '', `/forms/new?draft=${kept.id}`);
  } else {
    dirty = true;
    said.textContent = paper.dataset.notKept;
    sessionStorage.setItem(TAB_KEPT, body().toString());
  }
}

// --- live checks: a moment after a field is left, never moving the focus ---

const COLOUR = { BLOCKING: 'red', EXPLAIN: 'amber', NOTE: 'blue' };
let checking = null;
let asked = 0;

function leave(input) {
  visited.add(input.dataset.column);
  clearTimeout(checking);
  checking = setTimeout(check, 250);
}

async function check() {
  const number = ++asked;
  const findings = await talk('/api/desk/check', body());
  if (!findings || number !== asked) return;
  for (const input of inputs) {
    if (input.asking) continue;
    const mine = visited.has(input.dataset.column) ? findings.filter((finding) => finding.field === input.dataset.column) : [];
    sayBox(input).replaceChildren(...mine.map((finding) => {
      const line = document.createElement('p');
      line.className = COLOUR[finding.severity];
      line.dataset.code = finding.code;
      line.textContent = finding.text;
      return line;
    }));
    const blocking = mine.some((finding) => finding.severity === 'BLOCKING');
    box(input).classList.toggle('bad', blocking);
    if (blocking) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
  }
}

// --- is this person already here? ---

const TELLING = ['full_name', 'birth_date', 'personal_id', 'old_id', 'commune_code', 'household_book_no'];
const KNOWN_AGAIN = 3000;
const KNOWN_TRIES = 20;
const knownBox = document.getElementById('known');
let lastKnown = '';
let knownTries = 0;

async function known() {
  const [name, birth, personal, old] = TELLING.map((column) => by[column].value.trim());
  const now = TELLING.map((column) => by[column].value.trim()).join('\n');
  if (now === lastKnown) return;
  lastKnown = now;
  knownTries = 0;
  if (!((name && birth) || personal || old)) showKnown({ told: '', people: [] });
  else await askKnown(now);
}

async function askKnown(now) {
  const found = await talk('/api/desk/known', body());
  if (!found || now !== lastKnown) return;
  showKnown(found);
  knownTries += 1;
  if (found.state === 'GETTING_READY' && knownTries < KNOWN_TRIES) setTimeout(() => { if (now === lastKnown) askKnown(now); }, KNOWN_AGAIN);
}

function showKnown(found) {
  const list = document.createElement('ol');
  for (const person of found.people) {
    const item = document.createElement('li');
    item.className = person.kind;
    const name = document.createElement(person.href ? 'a' : 'span');
    name.className = 'nm';
    name.textContent = person.name;
    if (person.href) {
      name.href = person.href;
      name.target = '_blank';
      name.rel = 'noopener';
      name.tabIndex = -1;
    }
    const rest = document.createElement('div');
    rest.className = 'soft small';
    rest.textContent = [person.title, person.rest, person.likely].filter(Boolean).join(' · ');
    item.append(name, rest);
    list.append(item);
  }
  const told = document.createElement('p');
  told.className = 'soft small panel-body mb-0';
  told.textContent = found.told;
  document.getElementById('known-list').replaceChildren(...(found.people.length ? [list] : found.told ? [told] : []));
  knownBox.hidden = !found.people.length && !found.told;
}

// --- the household so far ---

const HOUSEHOLD = ['household_book_no', 'household_no', 'commune_code', 'residential_group'];
const side = document.getElementById('household');
let lastHousehold = '';

async function household() {
  const sent = new URLSearchParams();
  for (const column of HOUSEHOLD) if (by[column].value.trim()) sent.set(column, by[column].value.trim());
  if (!sent.has('household_book_no') && !sent.has('household_no')) return;
  if (sent.toString() === lastHousehold) return;
  lastHousehold = sent.toString();
  const found = await talk('/api/desk/household?' + sent);
  if (!found) return;
  people = found.missing;
  const total = found.members.length + people.length;
  document.getElementById('household-count').textContent = total ? `${found.members.length}/${total}` : '';
  if (!total) {
    emptyHousehold();
    return;
  }
  const list = document.createElement('ol');
  for (const member of found.members) list.append(line(member, '✓'));
  people.forEach((person, i) => list.append(line(person, i < 9 ? String(i + 1) : '–', i)));
  document.getElementById('household-list').replaceChildren(list);
  if (people.length) {
    const hint = document.createElement('p');
    hint.className = 'soft small panel-body mb-0';
    hint.textContent = side.dataset.pick;
    document.getElementById('household-list').append(hint);
  }
}

function emptyHousehold() {
  const empty = document.createElement('p');
  empty.className = 'nothing';
  empty.textContent = side.dataset.empty;
  document.getElementById('household-count').textContent = '';
  document.getElementById('household-list').replaceChildren(empty);
}

function line(person, mark, number) {
  const item = document.createElement('li');
  const isMissing = number !== undefined;
  const content = document.createElement(isMissing ? 'button' : 'span');
  if (isMissing) {
    content.type = 'button';
    content.className = 'pick';
    content.tabIndex = -1;
    content.addEventListener('click', () => pick(number));
  }
  const key = document.createElement(isMissing ? 'kbd' : 'span');
  key.textContent = mark;
  const text = document.createElement('span');
  const name = document.createElement('span');
  name.className = 'nm';
  name.textContent = person.name;
  const rest = document.createElement('span');
  rest.className = 'soft small';
  rest.textContent = ' ' + [person.relation, person.birth, isMissing ? side.dataset.missing : ''].filter(Boolean).join(' · ');
  text.append(name, rest);
  content.append(key, ' ', text);
  item.append(content);
  return item;
}

/** Takes what the book says about a person; every item taken is marked as not typed. */
function pick(number) {
  const person = people[number];
  if (!person || !Object.keys(person.items).length) return;
  for (const [column, value] of Object.entries(person.items)) {
    const input = by[column];
    if (!input || (input.value && column !== 'full_name')) continue;
    input.value = value;
    mark(input, true);
    visited.add(column);
    if (input.dataset.kind === 'unit') showUnit(input);
  }
  changed();
  leave(by.full_name);
  known();
  const rest = inputs.slice(inputs.indexOf(by.full_name));
  (rest.find((input) => !input.value && input.dataset.column !== 'other_name') ?? by.full_name).focus();
}

function mark(input, isCopied) {
  box(input).classList.toggle('copied', isCopied);
  if (isCopied) copied.add(input.dataset.column);
  else copied.delete(input.dataset.column);
}

const OF_EVERY_HOUSEHOLD = new Set(['collected_on', 'collector', 'commune_code', 'residential_group', 'nationality', 'declared_on']);

function newHousehold() {
  for (const input of inputs) {
    if (copied.has(input.dataset.column) && !OF_EVERY_HOUSEHOLD.has(input.dataset.column)) {
      input.value = '';
      mark(input, false);
    }
  }
  lastHousehold = '';
  people = [];
  emptyHousehold();
  known();
  changed();
  by.household_book_no.focus();
}

// --- keys ---

paper.addEventListener('keydown', (event) => {
  const input = event.target.closest('input[data-column]');
  if (event.key === 'Enter' && event.ctrlKey) {
    event.preventDefault();
    if (!input || settle(input)) submit('next');
    return;
  }
  if (!input || event.isComposing) return;
  if (input.asking && /^[1-9]$/.test(event.key)) {
    event.preventDefault();
    if (input.asking[event.key - 1]) answer(input, event.key - 1);
    return;
  }
  if (event.key === 'Enter') {
    event.preventDefault();
    if (event.shiftKey) go(input, -1);
    else if (settle(input)) go(input, 1);
    return;
  }
  if (input === by.full_name && !input.value && /^[1-9]$/.test(event.key) && people[event.key - 1]) {
    event.preventDefault();
    pick(event.key - 1);
  }
});

document.addEventListener('keydown', (event) => {
  if (event.altKey && event.code === 'KeyH') {
    event.preventDefault();
    newHousehold();
  }
});

paper.addEventListener('input', (event) => {
  const input = event.target.closest('input[data-column]');
  if (!input) return;
  if (input.asking) {
    input.asking = null;
    sayBox(input).replaceChildren();
  }
  mark(input, false);
  preview(input);
  changed();
});

paper.addEventListener('focusin', (event) => {
  const input = event.target.closest('input[data-column]');
  if (input) showCodes(input);
});

paper.addEventListener('focusout', (event) => {
  const input = event.target.closest('input[data-column]');
  if (!input) return;
  if (!input.asking) settle(input);
  leave(input);
  if (TELLING.includes(input.dataset.column)) known();
  if (HOUSEHOLD.includes(input.dataset.column)) household();
});

document.getElementById('new-household').addEventListener('click', newHousehold);

// --- saving: first a token that still counts, so that an ended session loses nothing ---

async function submit(then) {
  if (leaving) return;
  leaving = true;
  clearTimeout(keeping);
  await saving;
  hidden('then').value = then;
  hidden('copied').value = [...copied].join(',');
  if (await renewToken()) {
    paper.submit();
    return;
  }
  leaving = false;
  sessionStorage.setItem(TAB_KEPT, body().toString());
}

paper.addEventListener('submit', (event) => {
  event.preventDefault();
  submit(event.submitter?.dataset.then ?? 'next');
});

addEventListener('focus', () => {
  if (!document.getElementById('expired').hidden) renewToken();
});

// --- beginning ---

const keptInTab = sessionStorage.getItem(TAB_KEPT);
if (keptInTab) {
  sessionStorage.removeItem(TAB_KEPT);
  for (const [name, value] of new URLSearchParams(keptInTab)) {
    if (by[name] && !by[name].value) by[name].value = value;
    if (name === 'draft' && !hidden('draft').value) hidden('draft').value = value;
  }
  changed();
}
for (const input of inputs) if (input.dataset.kind === 'unit' && input.value) showUnit(input);
household();
known();
const wrong = document.querySelector('#problems a');
if (wrong) by[wrong.hash.slice(1)]?.focus();
else if (by.household_book_no.value || by.household_no.value) by.full_name.focus();
else (inputs.find((input) => !input.value) ?? inputs[0]).focus();
