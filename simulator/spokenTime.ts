import { numberOf } from './spokenNumber.ts';

/** Parts of the day, as AMAZON.TIME sends them when no hour is said. */
const parts: Readonly<Record<string, string>> = {
  morning: 'MO',
  afternoon: 'AF',
  evening: 'EV',
  night: 'NI',
  tonight: 'NI',
};
const named: Readonly<Record<string, string>> = { noon: '12:00', midday: '12:00', midnight: '00:00' };

const two = (n: number): string => String(n).padStart(2, '0');

/** What is said before or after the clock and tells the half of the day, longest first. */
const halves: readonly (readonly [string, 'am' | 'pm'])[] = [
  ['in the morning', 'am'],
  ['this morning', 'am'],
  ['in the afternoon', 'pm'],
  ['this afternoon', 'pm'],
  ['in the evening', 'pm'],
  ['this evening', 'pm'],
  ['at night', 'pm'],
  ['tonight', 'pm'],
  ['morning', 'am'],
  ['afternoon', 'pm'],
  ['evening', 'pm'],
  ['a m', 'am'],
  ['p m', 'pm'],
  ['am', 'am'],
  ['pm', 'pm'],
];

const minutesOf = (words: readonly string[]): number | undefined => {
  const said = words.join(' ');
  if (said === '' || said === "o'clock" || said === 'oclock' || said === 'zero') return 0;
  if (said === 'a quarter' || said === 'quarter') return 15;
  const n = numberOf(words[0] === 'oh' || words[0] === 'o' ? words.slice(1) : words);
  return n !== undefined && n < 60 ? n : undefined;
};

/** "seven", "seven thirty", "half past seven", "quarter to eight": minutes after midnight, the half of the day open. */
const clockOf = (words: readonly string[]): number | undefined => {
  const at = words.findIndex((word) => ['past', 'after', 'to', 'before', 'till'].includes(word));
  if (at > 0) {
    const hour = numberOf(words.slice(at + 1).filter((word) => !/^o'?clock$/.test(word)));
    const away = words.slice(0, at).filter((word) => word !== 'minutes');
    const minutes = away.join(' ') === 'half' ? 30 : minutesOf(away);
    if (hour === undefined || hour > 23 || !minutes) return undefined;
    return words[at] === 'past' || words[at] === 'after' ? hour * 60 + minutes : hour * 60 - minutes;
  }
  // "Half seven" is half past seven where people say it.
  const half = words[0] === 'half' ? numberOf(words.slice(1)) : undefined;
  if (half !== undefined && half <= 12) return half * 60 + 30;
  for (const length of [2, 1]) {
    const hour = numberOf(words.slice(0, length));
    const minutes = minutesOf(words.slice(length));
    // "Twenty five" is a number; the minutes are "oh five".
    if (minutes && minutes < 10 && !/^oh?$/.test(words[length] ?? '')) continue;
    if (words.length >= length && hour !== undefined && hour <= 23 && minutes !== undefined) return hour * 60 + minutes;
  }
  return undefined;
};

/** AMAZON.TIME: "HH:MM", or MO, AF, EV, NI; undefined of words that are no time of day. */
export const timeOf = (words: readonly string[]): string | undefined => {
  const said = words.join(' ');
  const part = said.replace(/^(?:in the|this|the|at) /, '');
  if (Object.hasOwn(parts, part)) return parts[part];
  if (Object.hasOwn(named, part)) return named[part];
  for (const [phrase, half] of halves) {
    const rest = said.startsWith(`${phrase} at `)
      ? said.slice(phrase.length + 4)
      : said.endsWith(` ${phrase}`)
        ? said.slice(0, -phrase.length - 1)
        : undefined;
    const clock = rest === undefined ? undefined : clockOf(rest.split(' '));
    if (clock === undefined || clock >= 13 * 60 + 60) continue;
    const morning = clock % (12 * 60);
    const minute = half === 'pm' ? morning + 12 * 60 : morning;
    return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
  }
  const clock = clockOf(words);
  return clock === undefined || clock < 0 ? undefined : `${two(Math.floor(clock / 60))}:${two(clock % 60)}`;
};
