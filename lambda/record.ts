import { type Listener, type PastSession, type Preferences, remembered } from '../routine/listener.ts';
import { packCounts, packRoutines, unpackCounts, unpackRoutines } from './packedCounts.ts';
import { packSession, unpackSession } from './packedSession.ts';
import { packSettings, unpackSettings } from './packedSettings.ts';
import { bodySide, fromBase36, groups, hashed, inBase36, packTime, parts, time, type Item } from './packing.ts';
import { notchesOfEach } from './upgrades.ts';

/*
 * One listener is one item of less than 1 KB (a write unit), so it is packed. Every id is there by its name once;
 * positions only ever point within the item. Moments are base 36: milliseconds, in the history minutes.
 *
 * | name      | holds                                                       | example                                  |
 * |-----------|-------------------------------------------------------------|------------------------------------------|
 * | v         | version of this format (number)                             | 2                                        |
 * | revision  | fingerprint of the request that wrote it                    | Xk2_9s…                                  |
 * | expiresAt | when the table may delete it, in seconds (number)           | 1822000000                               |
 * | l         | side|second side|welcomed|last strength|sessions|minutes|   | l|s|1|mi5…|12|140|mi6…                   |
 * |           | last turn                                                   |                                          |
 * | x         | exercises: those of the plan, then the others; before each  | 12ballerina,..butt-walk (the butt walk   |
 * |           | two digits, how often completed; `..`: never counted        | is planned, never completed)             |
 * | r         | complete sessions of each routine, sorted: a digit, how many| 3ten → 3 of "ten"                        |
 * |           | letters are those of the one before, the rest               | 30ten,13-ball → 1 of "ten-ball"          |
 * | w         | wishes for good, absent where there are none: notches of    | --13|l|1|4|38|-4 → usual pace and rests, |
 * |           | pace, rests, holds and getting ready, 2 the usual, - never  | shorter holds, more time to get ready,   |
 * |           | said|words: less or full|running through|goal a week|never, | less talking, straight through, four a   |
 * |           | as positions in x|notches of the dose of each exercise in x,| week, two exercises never, a little more |
 * |           | 3 the usual, - never moved                                  | of the second one                        |
 * | h         | history, oldest first: minutes since the one before (since  | hk3f2+12,140-3 → the second a day later, |
 * |           | 1970), + complete or - not, minutes it took                 | 3 minutes, not complete                  |
 * | p         | plan: routine|side|steps. A step: exercise in x, side       | ten|l|0lf,1Lm/easier;s4;hold=40          |
 * |           | (capital: the side is in the step's id), level, /form unless| ^ for form and dose as the step before   |
 * |           | normal, ;dose (s sets, r reps, p spots, else hold=seconds)  |                                          |
 * | s         | session: place|started|seconds|Alexa session|completed      | 1112|mi5…|300|Ab3…|0|paused@mi5…|        |
 * |           | steps|how@when it ended|errors. A place: step in p, spot,   |                                          |
 * |           | pass, set, one base-36 digit each                           |                                          |
 * | b         | block: sent|marks. A mark: place or end, @seconds; of a place,     | mi5…|1110@3,1@40.5,END@80                |
 * |           | only the digits from where it differs from the mark before  |                                          |
 *
 * What is rounded: marks up to tenths of a second (later is safe, earlier would locate ahead); down, so as never to
 * claim more than was done: ends in the history to the minute, its minutes and the total to whole ones, a session's
 * seconds to whole ones; counts stop at 99, complete sessions at 9. Everything else comes back as it was.
 */

interface StoredRecord {
  readonly listener: Listener;
  readonly revision: string;
  /** In seconds since 1970, as DynamoDB wants it. */
  readonly expiresAt: number;
}

/** The version of the format that `pack` writes. */
export const schema = 2 satisfies Listener['version'];

type Upgrades = Readonly<Record<number, (item: Item) => Item>>;

/** By the version they start from, each with its date: 400 days later nothing is stored that needs it. */
const upgrades: Upgrades = { 1: notchesOfEach };

/** The item in today's format. Throws a RangeError for a newer one, or one there is no way up from. */
export const upgrade = (item: Item, steps: Upgrades = upgrades): Item => {
  if (item.v === schema) return item;
  const step = typeof item.v === 'number' && item.v < schema ? steps[item.v] : undefined;
  const next = step?.(item);
  if (next?.v !== Number(item.v) + 1) throw new RangeError('expected a version to upgrade from');
  return upgrade(next, steps);
};

const minuteOf = (past: PastSession | undefined): number => Math.floor((past?.endedAt ?? 0) / 60_000);

const packHistory = (history: Listener['history']): string =>
  history
    .slice(-remembered)
    .map((past, index, all) => {
      const since = inBase36(minuteOf(past) - minuteOf(all[index - 1]));
      return `${since}${past.complete ? '+' : '-'}${Math.floor(past.minutes)}`;
    })
    .join(',');

const unpackHistory = (text: unknown): Listener['history'] => {
  let minute = 0;
  return parts(text)
    .slice(0, remembered)
    .map((part) => {
      const group = groups(part, '(-?[0-9a-z]{1,6})([+-])(\\d{1,4})');
      minute += fromBase36(group(1));
      if (minute < 0) throw new RangeError('expected a moment');
      return { endedAt: minute * 60_000, minutes: Number(group(3)), complete: group(2) === '+' };
    });
};

const packRest = ({ preferences, welcomed, lastStrengthAt, totals, lastAt }: Listener): string =>
  [
    preferences.side?.charAt(0) ?? '',
    preferences.secondSide?.charAt(0) ?? '',
    welcomed ? 1 : 0,
    packTime(lastStrengthAt),
    totals.sessions,
    Math.floor(totals.minutes),
    packTime(lastAt),
  ].join('|');

const unpackRest = (text: unknown) => {
  const group = groups(
    text,
    `([lrb]?)\\|([lrs]?)\\|([01])\\|((?:${time})?)\\|(\\d{1,9})\\|(\\d{1,9})\\|((?:${time})?)`,
  );
  const [side, second] = [group(1), group(2)];
  const preferences: Preferences = {
    ...(side && { side: side === 'b' ? 'both' : bodySide(side) }),
    ...(second && { secondSide: second === 's' ? 'same' : bodySide(second) }),
  };
  return {
    preferences,
    welcomed: group(3) === '1',
    ...(group(4) && { lastStrengthAt: fromBase36(group(4)) }),
    totals: { sessions: Number(group(5)), minutes: Number(group(6)) },
    ...(group(7) && { lastAt: fromBase36(group(7)) }),
  };
};

const unpackOrThrow = (item: Item): StoredRecord => {
  const { exercises, completed } = unpackCounts(item.x);
  const { preferences, ...rest } = unpackRest(item.l);
  const listener: Listener = {
    version: schema,
    ...rest,
    preferences: { ...preferences, ...unpackSettings(item.w, exercises) },
    completed,
    completeSessions: unpackRoutines(item.r),
    history: unpackHistory(item.h),
  };
  const { expiresAt } = item;
  if (typeof expiresAt !== 'number' || !Number.isSafeInteger(expiresAt)) throw new RangeError('expected an expiry');
  const revision = groups(item.revision, hashed)(0);
  try {
    return {
      listener: item.s === undefined ? listener : { ...listener, session: unpackSession(item, exercises) },
      revision,
      expiresAt,
    };
  } catch {
    return { listener, revision, expiresAt };
  }
};

/**
 * What is stored in an item; undefined where it cannot be read, or a newer version wrote it. A session that cannot be
 * read is left out, the rest is kept. Never throws.
 */
export const unpack = (item: Item): StoredRecord | undefined => {
  try {
    return unpackOrThrow(upgrade(item));
  } catch {
    return undefined;
  }
};

/**
 * The item of a listener, without its keys; `expiresAt` in seconds.
 * Throws a RangeError for what `unpack` could not read again: an id with odd letters, a place outside of the plan.
 */
export const pack = (listener: Listener, revision: string, expiresAt: number): Item => {
  const { session } = listener;
  const planned = session?.plan.steps.map((step) => step.exercise) ?? [];
  const never = listener.preferences.never ?? [];
  const moved = Object.keys(listener.preferences.notches ?? {}).sort();
  const exercises = [...new Set([...planned, ...Object.keys(listener.completed).sort(), ...never, ...moved])];
  const settings = packSettings(listener.preferences, exercises);
  const item: Item = {
    v: schema,
    revision,
    expiresAt,
    l: packRest(listener),
    x: packCounts(listener.completed, exercises),
    r: packRoutines(listener.completeSessions),
    h: packHistory(listener.history),
    ...(settings === undefined ? {} : { w: settings }),
    ...(session && packSession(session, exercises)),
  };
  // Found out now, it costs one save; found out at the next launch, it costs the listener.
  const again = unpack(item);
  if (!again || !again.listener.session !== !session) throw new RangeError('a listener that could not be read again');
  return item;
};
