// Keying a paper: Enter only moves, the last one saves; key strokes and time are counted; names of the book come after the first key.
const form = document.querySelector('form[data-keying]');

if (form) {
  const fields = [...form.querySelectorAll('[data-value]')];
  const save = form.querySelector('[data-save]');
  const row = (field) => field.closest('.keying-row');
  const token = document.querySelector('meta[name="_csrf"]')?.content;
  const header = document.querySelector('meta[name="_csrf_header"]')?.content;
  let since = 0;
  let asked = 0;
  let waiting = 0;

  const count = (field, what, by) => {
    const hidden = row(field).querySelector(what);
    hidden.value = String(Number(hidden.value) + by);
  };

  const take = (field, value) => {
    field.value = value;
    hide(field);
    field.focus();
  };

  const hide = (field) => {
    const list = row(field).querySelector('[data-offers]');
    list.replaceChildren();
    list.hidden = true;
  };

  const offer = (field, people) => {
    const list = row(field).querySelector('[data-offers]');
    list.replaceChildren(...people.map((person, at) => {
      const item = document.createElement('li');
      const button = document.createElement('button');
      button.type = 'button';
      button.tabIndex = -1;
      button.dataset.name = person.name;
      const key = document.createElement('kbd');
      key.textContent = `Alt ${at + 1}`;
      button.append(key, ` ${person.name} · ${person.birth}`);
      button.addEventListener('click', () => take(field, person.name));
      item.append(button);
      return item;
    }));
    list.hidden = people.length === 0;
  };

  const ask = async (field) => {
    const mine = ++asked;
    const typed = field.value.trim();
    if (!typed || !['full_name', 'head_name'].includes(field.dataset.field)) {
      hide(field);
      return;
    }
    const answer = await fetch(form.dataset.candidates, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', [header]: token },
      body: new URLSearchParams({ field: field.dataset.field, typed }),
    }).catch(() => null);
    if (mine === asked && answer?.ok && document.activeElement === field) offer(field, await answer.json());
  };

  const choices = (field) => [...row(field).querySelectorAll('[data-take], [data-offers] button')];

  for (const field of fields) {
    field.addEventListener('focus', () => {
      since = performance.now();
      field.select();
    });
    field.addEventListener('blur', () => {
      count(field, '[data-millis]', Math.round(Math.min(performance.now() - since, 600000)));
    });
    field.addEventListener('input', () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => ask(field), 150);
    });
  }

  for (const button of form.querySelectorAll('[data-take]')) {
    button.addEventListener('click', () => take(row(button).querySelector('[data-value]'), button.value));
  }

  form.addEventListener('keydown', (event) => {
    const field = event.target;
    if (!field.matches('[data-value]')) return;
    if (event.altKey && /^Digit[1-9]$/.test(event.code)) {
      const chosen = choices(field)[Number(event.code.slice(5)) - 1];
      if (chosen) {
        event.preventDefault();
        count(field, '[data-keys]', 1);
        take(field, chosen.dataset.name ?? chosen.value);
      }
      return;
    }
    if (!event.repeat && (event.key.length === 1 || event.key === 'Backspace' || event.key === 'Delete' || event.key === 'Enter')) {
      count(field, '[data-keys]', 1);
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      hide(field);
      (fields[fields.indexOf(field) + 1] ?? save).focus();
    }
  });

  fields[0]?.focus();
}
