import { numberOf } from './spokenNumber.ts';

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const months = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november'],
  'december',
];
const ordinals = [
  ...['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh'],
  ...['twelfth', 'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth', 'seventeenth', 'eighteenth', 'nineteenth'],
  'twentieth',
];

const aDay = 24 * 60 * 60 * 1000;
/** `today` as "2027-03-03", so many days on. */
const after = (today: string, days: number): string =>
  new Date(Date.parse(`${today}T00:00:00Z`) + days * aDay).toISOString().slice(0, 10);

/** The first, ... the thirty first. */
const dayOf = (words: readonly string[]): number | undefined => {
  const said = words.filter((word) => word !== 'the' && word !== 'of');
  const last = said.at(-1);
  if (last === undefined || said.length > 2) return undefined;
  const one = ordinals.indexOf(last) + 1 || (last === 'thirtieth' ? 30 : 0);
  if (said.length === 1) return one || numberOf(said);
  const ten = said[0] === 'twenty' ? 20 : said[0] === 'thirty' ? 30 : 0;
  return ten > 0 && one > 0 && one < 10 ? ten + one : numberOf(said);
};

/** "march tenth", "the tenth of march": the next one that comes. */
const dayInMonth = (words: readonly string[], today: string): string | undefined => {
  const at = words.findIndex((word) => months.includes(word));
  if (at < 0) return undefined;
  const day = dayOf(words.toSpliced(at, 1));
  if (day === undefined || day < 1 || day > 31) return undefined;
  const rest = `-${String(months.indexOf(words[at]!) + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const year = Number(today.slice(0, 4));
  const next = `${year}${rest}` < today ? `${year + 1}${rest}` : `${year}${rest}`;
  // There is no thirty first of February.
  return after(next, 0) === next ? next : undefined;
};

/** AMAZON.DATE: an ISO date, counted from `today`; undefined of words that are no day. */
export const dateOf = (words: readonly string[], today: string): string | undefined => {
  const said = words.filter((word, place) => !(place === 0 && ['on', 'this', 'next', 'coming'].includes(word)));
  const phrase = words.join(' ');
  if (phrase === 'today') return today;
  if (phrase === 'tomorrow') return after(today, 1);
  if (phrase === 'the day after tomorrow') return after(today, 2);
  const weekday = weekdays.indexOf(said.join(' '));
  if (weekday >= 0) {
    const from = new Date(`${today}T00:00:00Z`).getUTCDay();
    return after(today, (weekday - from + 7) % 7 || 7);
  }
  const inDays = /^in (.+) days?$/.exec(phrase)?.[1]?.split(' ');
  const days = inDays && numberOf(inDays);
  if (days !== undefined) return after(today, days);
  return dayInMonth(said, today);
};
