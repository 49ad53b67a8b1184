// Keys that every page knows: ? / and g with the letter of a menu's entry; j k Enter n b where there are rows; those that a
// page's own parts name (data-key); Ctrl+Enter sends what is being written, or else presses the page's main button.
const typing = (el) => el && (el.matches('input, textarea, select') || el.isContentEditable);
let pendingG = false;

const dialog = document.getElementById('keys');
const rows = () => [...document.querySelectorAll('[data-row]')].filter((row) => row.offsetParent !== null);

function select(row) {
  document.querySelectorAll('[data-row].on').forEach((on) => on.classList.remove('on'));
  if (!row) return;
  row.classList.add('on');
  row.scrollIntoView({ block: 'nearest' });
  row.querySelector('a')?.focus({ preventScroll: true });
}

function move(by) {
  const all = rows();
  if (!all.length) return;
  const at = all.findIndex((row) => row.classList.contains('on'));
  select(all[Math.max(0, Math.min(all.length - 1, at < 0 ? 0 : at + by))]);
}

function nextHousehold() {
  const houses = [...document.querySelectorAll('details.house')];
  if (!houses.length) return;
  const on = document.querySelector('[data-row].on');
  const at = on ? houses.indexOf(on.closest('details.house')) : -1;
  const house = houses[at + 1];
  if (!house) {
    const page = document.querySelector('[data-next-page]');
    if (!page) return;
    // The first household of the next page is the next household.
    document.addEventListener('htmx:afterSettle', nextHousehold, { once: true });
    page.click();
    return;
  }
  house.open = true;
  select(house.querySelector('[data-row]'));
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || typing(event.target) || dialog?.open) return;
  if (pendingG) {
    pendingG = false;
    document.querySelector(`header [data-go="${CSS.escape(event.key)}"]`)?.click();
    return;
  }
  switch (event.key) {
    case '?': dialog?.showModal(); break;
    case '/': {
      const field = document.querySelector('[data-search-field]');
      if (field) field.focus();
      else document.querySelector('[data-key-search]')?.click();
      break;
    }
    case 'g': pendingG = true; setTimeout(() => { pendingG = false; }, 1200); return;
    case 'j': if (document.querySelector('[data-desk]')) return; move(1); break;
    case 'k': if (document.querySelector('[data-desk]')) return; move(-1); break;
    case 'n': if (document.querySelector('[data-desk]')) return; nextHousehold(); break;
    case 'b': {
      const all = document.querySelector('[data-bulk]');
      if (!all) return;
      all.focus();
      break;
    }
    case 'Enter': {
      const on = document.querySelector('[data-row].on');
      if (!on || event.target.closest('button, summary')) return;
      on.querySelector('a')?.click();
      break;
    }
    default: if (!pressPart(event.key)) return;
  }
  event.preventDefault();
});

/** A part of the page that names its key: a sheet opens with the cursor in its first field, a link or button is pressed. */
function pressPart(key) {
  const part = document.querySelector(`main [data-key="${CSS.escape(key)}"]`);
  if (!part) return false;
  if (part.matches('summary')) {
    part.parentNode.open = true;
    const field = part.parentNode.querySelector('[data-first]') ?? part.parentNode.querySelector('textarea, input:not([type=hidden])');
    (field ?? part).focus();
  } else if (part.matches('input, textarea, select')) {
    part.focus();
    part.scrollIntoView({ block: 'center' });
  } else {
    part.click();
  }
  return true;
}

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || !event.ctrlKey || dialog?.open) return;
  const form = event.target.closest('form');
  const isWriting = form?.method === 'post' && (event.target.matches('textarea') || event.target.closest('.sheetlet'));
  if (isWriting) {
    event.preventDefault();
    event.stopImmediatePropagation();
    form.requestSubmit();
  } else if (!typing(event.target)) {
    document.querySelector('main [data-done]')?.click();
  }
}, true);

const openSheets = () => document.querySelectorAll('details.act[open], details.who[open]');

document.addEventListener('click', (event) => {
  const row = event.target.closest('tr[data-row]');
  if (row && !event.target.closest('a, button, input, summary')) row.querySelector('a')?.click();
  for (const open of openSheets()) if (!open.contains(event.target)) open.open = false;
});

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  for (const open of openSheets()) {
    open.open = false;
    open.querySelector('summary')?.focus();
  }
});

// A sheet that would leave the window opens towards the other side.
for (const act of document.querySelectorAll('details.act')) {
  act.addEventListener('toggle', () => {
    const sheet = act.querySelector('.sheetlet');
    if (!act.open || !sheet) return;
    sheet.classList.remove('from-right');
    sheet.classList.toggle('from-right', sheet.getBoundingClientRect().right > innerWidth - 8);
  });
}

// Tables whose heads say data-sort: a press sorts, another turns it round.
for (const head of document.querySelectorAll('th[data-sort] button')) {
  head.addEventListener('click', () => {
    const th = head.closest('th');
    const at = [...th.parentNode.children].indexOf(th);
    const down = th.getAttribute('aria-sort') !== 'descending';
    const body = th.closest('table').tBodies[0];
    const value = (row) => row.cells[at].dataset.value ?? row.cells[at].textContent.trim();
    [...body.rows].sort((a, b) => {
      const [x, y] = [value(a), value(b)];
      const order = isNaN(x) || isNaN(y) ? x.localeCompare(y, 'vi', { numeric: true }) : x - y;
      return down ? -order : order;
    }).forEach((row) => body.append(row));
    th.parentNode.querySelectorAll('th').forEach((other) => other.removeAttribute('aria-sort'));
    th.setAttribute('aria-sort', down ? 'descending' : 'ascending');
  });
}

// A destructive button waits until its word is typed.
for (const field of document.querySelectorAll('input[data-word]')) {
  const button = field.form.querySelector('button[type=submit]');
  const judge = () => { button.disabled = field.value.trim().toLocaleUpperCase('vi') !== field.dataset.word; };
  field.addEventListener('input', judge);
  judge();
}

document.querySelectorAll('[data-print]').forEach((button) => button.addEventListener('click', () => print()));

// Enter in a list sends the form, where the list is the last thing to say.
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.ctrlKey || !event.target.matches('select[data-enter]')) return;
  event.preventDefault();
  event.target.form.requestSubmit();
});

// A press on a button acts once, however often it is pressed: every POST form, unless it says data-many.
const sendButtons = (form) => [...form.querySelectorAll('button:not([type=button]), input[type=submit]')];

function release(form) {
  delete form.dataset.sent;
  sendButtons(form).forEach((button) => button.removeAttribute('aria-disabled'));
}

addEventListener('submit', (event) => {
  const form = event.target;
  if (form.method !== 'post' || form.hasAttribute('data-many')) return;
  if (form.dataset.sent) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  form.dataset.sent = 'yes';
  const byHtmx = form.matches('[hx-post], [data-hx-post]') || form.closest('[hx-boost=true]');
  setTimeout(() => {
    // Whoever stopped it (a check, a missing session) may send it again.
    if (event.defaultPrevented && !byHtmx) release(form);
    else sendButtons(form).forEach((button) => button.setAttribute('aria-disabled', 'true'));
  });
  // A download leaves the page where it is.
  setTimeout(() => release(form), 8000);
}, true);
document.addEventListener('htmx:afterRequest', (event) => { if (event.target.matches?.('form')) release(event.target); });
// The back button shows the page as it was left.
addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach(release));

// Long notes that survive a lost session.
const keepNotes = () => { if (document.querySelector('[data-keep]')) import('./keep.js').then((keep) => keep.begin()); };
keepNotes();
document.addEventListener('htmx:load', keepNotes);

// Days are typed as dd/MM/yyyy, or picked.
const days = () => { if (document.querySelector('[data-day]')) import('./days.js').then((part) => part.begin()); };
days();
document.addEventListener('htmx:load', days);

// A table wider than its place can be scrolled by keys, too.
const scrollable = () => {
  for (const part of document.querySelectorAll('.list-wrap, .weight-picture')) {
    if (part.scrollWidth > part.clientWidth) part.tabIndex = 0;
    else part.removeAttribute('tabindex');
  }
};
scrollable();
addEventListener('resize', scrollable);
document.addEventListener('htmx:afterSwap', scrollable);
document.addEventListener('toggle', scrollable, true);
