// A date in one field, as an officer types it: 8/5/41, 08051941, 5/1941, 1941. Answers the ways it can be read.
const OLDEST = 125;

const two = (n) => String(n).padStart(2, '0');

function exists(d, m, y) {
  if (m < 1 || m > 12 || d < 1) return false;
  return d <= new Date(Date.UTC(y, m, 0)).getUTCDate();
}

function years(text, today, recent) {
  if (text.length === 4) return [Number(text)];
  if (text.length > 2) return [];
  const short = Number(text);
  const now = today.getFullYear();
  if (recent) return [2000 + short];
  return [1900 + short, 2000 + short].filter((year) => year <= now && year >= now - OLDEST);
}

function isAfter(reading, today) {
  const [y, m, d] = reading.split('/').reverse().map(Number);
  return new Date(y, (m || 1) - 1, d || 1) > today;
}

/**
 * @param {string} text as typed
 * @param {Date} today nothing on a form lies after it
 * @param {boolean} recent a day of this campaign, not a birth
 * @returns {string[]} readings as dd/MM/yyyy, MM/yyyy or yyyy; several when two centuries fit; none when unreadable
 */
export function readings(text, today, recent = false) {
  const typed = text.trim();
  let parts = typed.split(/[\s/.\-]+/).filter(Boolean);
  if (parts.length === 1 && /^(\d{8}|\d{6})$/.test(typed)) parts = [typed.slice(0, 2), typed.slice(2, 4), typed.slice(4)];
  if (parts.length === 3 && /^\d{4}$/.test(parts[0])) parts.reverse();
  if (!parts.length || parts.length > 3 || !parts.every((part) => /^\d+$/.test(part))) return [];
  const year = parts.at(-1);
  if (parts.length === 1) return year.length === 4 && !isAfter(year, today) ? [year] : [];
  const month = Number(parts.at(-2));
  const day = parts.length === 3 ? Number(parts[0]) : 0;
  return years(year, today, recent)
    .filter((y) => (day === 0 ? month <= 12 : exists(day, month, y)))
    .map((y) => (month === 0 ? String(y) : day === 0 ? `${two(month)}/${y}` : `${two(day)}/${two(month)}/${y}`))
    .filter((reading) => !isAfter(reading, today));
}
