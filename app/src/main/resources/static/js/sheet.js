// Keying a sheet: Enter says right and goes to the next item; after a value, Enter goes to its paper; Ctrl+Enter saves.
const form = document.querySelector('form[data-sheet]');

if (form) {
  const stops = () => [...form.querySelectorAll('[data-is]')].filter((field) => field.offsetParent !== null);
  const save = () => form.querySelector('[data-save]');
  const team = form.querySelector('#team');

  const onlyTeam = (choose) => {
    for (const label of form.querySelectorAll('[data-team]')) {
      const own = label.dataset.team === team.value;
      label.hidden = !own && !label.querySelector('input').checked;
      if (choose) {
        label.hidden = !own;
        label.querySelector('input').checked = own;
      }
    }
  };
  team.addEventListener('change', () => {
    onlyTeam(true);
    const myself = form.querySelector('.judges label:not([data-team]) input');
    myself.checked = team.value === '';
  });
  onlyTeam(false);

  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    if (event.ctrlKey) {
      event.preventDefault();
      save().click();
      return;
    }
    const field = event.target;
    if (!field.matches('[data-is], [data-paper]')) {
      if (field.matches('input')) event.preventDefault();
      if (field.matches('input:not([type=checkbox])')) stops()[0]?.focus();
      return;
    }
    event.preventDefault();
    const row = field.closest('tr');
    if (field.matches('[data-is]') && field.value.trim() && field.value.trim() !== '?') {
      row.querySelector('[data-paper]').focus();
      return;
    }
    const all = stops();
    const at = all.indexOf(row.querySelector('[data-is]'));
    (all[at + 1] ?? save()).focus();
  });

  stops()[0]?.focus();
}
