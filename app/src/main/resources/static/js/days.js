// Fields of a day (data-day; data-day="time" with the hour before it): typed as it comes to hand, shown as dd/MM/yyyy when it is
// left, or picked from the browser's calendar. What cannot be read stays and says so.
import { readings } from './dates.js';

const words = document.querySelector('meta[name=dancu-day]')?.dataset ?? {};
const EVER = new Date(2200, 0, 1);
const TIME = /^(\d{1,2})[:hg](\d{2})\s+(.+)$/;
const TIME_BEHIND = /^(\S+?)[\sT]+(\d{1,2})[:hg](\d{2})$/;

const whole = (text) => {
  const read = readings(text, EVER, true).filter((one) => one.length === 10);
  return read.length === 1 ? read[0] : null;
};

function read(field) {
  const text = field.value.trim();
  if (field.dataset.day !== 'time') return whole(text);
  const behind = TIME_BEHIND.exec(text);
  const [hour, minute, day] = (behind ? [behind[2], behind[3], behind[1]] : TIME.exec(text)?.slice(1)) ?? [];
  const read = day && whole(day);
  return read && Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute} ${read}` : null;
}

function judge(field) {
  const day = read(field);
  if (day) field.value = day;
  const isWrong = field.value.trim() !== '' && !day;
  field.setCustomValidity(isWrong ? (field.dataset.day === 'time' ? words.wrongTime : words.wrong) ?? '?' : '');
  field.toggleAttribute('aria-invalid', isWrong);
}

function pickable(field) {
  const picker = document.createElement('input');
  if (!picker.showPicker) return;
  picker.type = 'date';
  picker.className = 'day-picker';
  picker.tabIndex = -1;
  picker.setAttribute('aria-hidden', 'true');
  picker.setAttribute('aria-label', words.pick ?? '');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'day-pick';
  // By keyboard a day is typed faster than picked.
  button.tabIndex = -1;
  button.title = words.pick ?? '';
  button.setAttribute('aria-label', words.pick ?? '');
  button.innerHTML = '<svg class="icon" aria-hidden="true"><use href="/icons.svg#calendar"/></svg>';
  button.addEventListener('click', () => {
    const day = /(\d{2})\/(\d{2})\/(\d{4})$/.exec(field.value.trim());
    picker.value = day ? `${day[3]}-${day[2]}-${day[1]}` : '';
    picker.showPicker();
  });
  picker.addEventListener('change', () => {
    if (!picker.value) return;
    const day = picker.value.split('-').reverse().join('/');
    const hour = field.dataset.day === 'time' ? `${TIME.exec(field.value.trim())?.slice(1, 3).join(':') ?? '08:00'} ` : '';
    field.value = hour + day;
    judge(field);
    field.focus();
  });
  const around = document.createElement('span');
  around.className = 'day-field';
  field.replaceWith(around);
  around.append(field, picker, button);
}

export function begin() {
  for (const field of document.querySelectorAll('[data-day]:not([data-day-ready])')) {
    field.dataset.dayReady = 'yes';
    const hadFocus = document.activeElement === field;
    pickable(field);
    if (hadFocus) field.focus();
    field.addEventListener('change', () => judge(field));
    field.addEventListener('input', () => field.setCustomValidity(''));
    // Enter sends the form before the field is left.
    field.addEventListener('keydown', (event) => { if (event.key === 'Enter') judge(field); });
  }
}
