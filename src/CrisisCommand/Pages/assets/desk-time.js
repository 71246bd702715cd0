// @ts-check
// Times as the log keeper types them: 1432, 14:32, or with a date; always Stockholm's, whatever the computer is set to.

const MINUTE = 60_000;
const DAY = 86_400_000;

// The server's clock rules; it is told by the Date of each answer, to the second, and remembered for when nobody answers.
let skew = Number(localStorage.getItem('desk-skew') || 0);

const form = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23',
});
/** @param {number | string} n */
const pad = (n) => String(n).padStart(2, '0');
/** @param {number} ms */
const local = (ms) => {
  const p = Object.fromEntries(form.formatToParts(ms).map((part) => [part.type, part.value]));
  return { day: `${p.year}-${p.month}-${p.day}`, clock: `${p.hour}:${p.minute}` };
};

export const now = () => Date.now() + skew;

/**
 * Of the hour that the clock goes through twice, the later that has been; of the one that it skips, none.
 * @param {string} day
 * @param {string} time
 */
const instant = (day, time) => {
  const said = Date.parse(`${day}T${time}:00Z`);
  if (Number.isNaN(said)) return null;
  const found = [2, 1].map((offset) => said - offset * 60 * MINUTE)
    .filter((ms) => { const l = local(ms); return l.day === day && l.clock === time; });
  return found.filter((ms) => ms <= now()).pop() ?? found[0] ?? null;
};

/** @param {number} ms */
export const clock = (ms) => local(ms).clock;

/** @param {number} ms */
export const iso = (ms) => new Date(ms).toISOString();

/**
 * The time of day; with the day where that is not today.
 * @param {number} ms
 */
export const shown = (ms) => {
  const [then, today] = [local(ms), local(now())];
  return then.day === today.day ? then.clock : `${then.day} ${then.clock}`;
};

/** @param {Response} response */
export const heard = (response) => {
  const date = Date.parse(response.headers.get('date') || '');
  // Less than that is the second that the header rounds off.
  skew = Number.isNaN(date) || Math.abs(date - Date.now()) < 2_000 ? 0 : date + 500 - Date.now();
  localStorage.setItem('desk-skew', String(skew));
};

/**
 * For an entry a time of day is the last such time; for what is due the next.
 * @param {string} text
 * @returns {number | null} null where it is no time
 */
export const parse = (text, next = false) => {
  const said = text.trim();
  const full = /^(\d{4}-\d{2}-\d{2})[ T]+(\d{1,2})[:.]?(\d{2})$/.exec(said);
  if (full) return instant(full[1], `${pad(full[2])}:${full[3]}`);
  const short = /^(\d{1,2})[:.]?(\d{2})$/.exec(said);
  if (!short) return null;
  const time = `${pad(short[1])}:${short[2]}`;
  const today = instant(local(now()).day, time);
  if (today === null) return null;
  if (next) return today < now() - MINUTE ? instant(local(now() + DAY).day, time) : today;
  return today > now() + 5 * MINUTE ? instant(local(now() - DAY).day, time) : today;
};
