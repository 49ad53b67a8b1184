// Entry by keyboard alone: Enter goes to the next field, Shift+Enter back, Ctrl+Enter (or Enter on the last) sends.
for (const form of document.querySelectorAll('form[data-walk]')) {
  const fields = () => [...form.querySelectorAll('input:not([type=hidden]), select, textarea')].filter((field) => !field.disabled && field.tabIndex >= 0);
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing || event.target.matches('button, textarea')) {
      if (event.key === 'Enter' && event.ctrlKey) { event.preventDefault(); form.requestSubmit(); }
      return;
    }
    event.preventDefault();
    if (event.ctrlKey) { form.requestSubmit(); return; }
    const all = fields();
    const next = all[all.indexOf(event.target) + (event.shiftKey ? -1 : 1)];
    if (!next) { if (!event.shiftKey) form.requestSubmit(); return; }
    next.focus();
    next.select?.();
  });
}

// Length of a text as it is written, against its limit: syllables as they will be heard are counted by the server on saving.
for (const field of document.querySelectorAll('[data-most]')) {
  const say = document.getElementById(field.dataset.say);
  const tell = () => { say.textContent = `${[...field.value].length} / ${field.dataset.most}`; say.classList.toggle('red-word', [...field.value].length > Number(field.dataset.most)); };
  field.addEventListener('input', tell);
  tell();
}

// The live queue looks again by itself while nobody types.
const live = document.querySelector('[data-live]');
if (live) {
  setInterval(async () => {
    if (document.hidden || document.querySelector('details[open]') || document.activeElement?.matches('input, select')) return;
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
    if (!answer.ok || answer.redirected) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-live]');
    if (fresh) live.replaceChildren(...fresh.childNodes);
  }, 5000);
}

// Who is missing: j and k go to the next person's reason, a digit chooses it, Enter writes it; the page comes back to the same row.
const here = /^#e-\d+$/.test(location.hash) ? document.querySelector(location.hash) : null;
here?.classList.add('on');
document.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && event.target.matches('.reason-form select') && event.target.value) {
    event.preventDefault();
    event.target.form.requestSubmit();
  } else if ((event.key === 'j' || event.key === 'k') && !event.target.matches('input, textarea, select')) {
    document.querySelector('.missing-rows tr.on select')?.focus({ preventScroll: true });
  }
});
