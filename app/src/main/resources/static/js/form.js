// One form: what the civil-status office is asked is shown only when it is asked, and how long a text may still be.
const whom = document.getElementById('whom');
const civil = document.querySelector('[data-civil]');
if (whom && civil) {
  const show = () => { civil.hidden = whom.value !== 'CIVIL_STATUS_CORRECTION'; };
  whom.addEventListener('change', show);
  show();
}

/** Nothing is cut off: a text that is too long stays, says so, and is not sent. */
function count(field) {
  const limit = Number(field.dataset.limit);
  const length = field.value.replace(/\r\n/g, '\n').length;
  const over = length > limit;
  let line = field.parentNode.querySelector(':scope > .limit-line');
  if (!line && length > limit * 0.8) {
    line = document.createElement('div');
    line.className = 'form-hint limit-line';
    line.setAttribute('role', 'status');
    field.after(line);
  }
  const text = `${length.toLocaleString('vi-VN')} / ${limit.toLocaleString('vi-VN')}`;
  if (line) {
    line.textContent = length > limit * 0.8 ? text : '';
    line.classList.toggle('over', over);
  }
  field.setCustomValidity(over ? text : '');
}

document.addEventListener('input', (event) => { if (event.target.dataset?.limit) count(event.target); });
document.querySelectorAll('[data-limit]').forEach(count);
