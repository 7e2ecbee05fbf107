import type { ExerciseId, Level, Side } from '../routine/exercise.ts';
import type { Block, Ending, Mark, Place, Plan, Session, Step } from '../routine/listener.ts';
import {
  bodySide,
  entry,
  fromBase36,
  groups,
  hashed,
  id,
  inBase36,
  packTime,
  parts,
  time,
  type Item,
} from './packing.ts';

// The format is described at the top of record.ts.

const placed = '[0-9a-z][1-9a-z]{2}[0-9a-z]';
const levels: readonly Level[] = ['full', 'medium', 'short'];
const endings: readonly Ending[] = ['paused', 'stopped', 'hurt', 'silent', 'lost', 'finished'];
const sides: readonly Side[] = ['left', 'right', 'both'];

/** The keys of a dose that every exercise may have; a hold is written with its name. */
const doseLetters = new Map([
  ['sets', 's'],
  ['reps', 'r'],
  ['spots', 'p'],
]);
const doseKeys = new Map(Array.from(doseLetters, ([key, letter]) => [letter, key]));

const startingWith = <T extends string>(names: readonly T[], letter: string): T =>
  entry(
    names.filter((name) => name.startsWith(letter)),
    0,
  );

const idOf = (exercise: ExerciseId, sided: boolean, side: string) => (sided ? `${exercise}-${side}` : exercise);

const packStep = (step: Step, exercises: readonly ExerciseId[]): string => {
  const sided = step.id !== step.exercise;
  if (step.id !== idOf(step.exercise, sided, step.side)) throw new RangeError('a step is named by exercise and side');
  const letter = step.side.charAt(0);
  const form = step.form === 'normal' ? '' : `/${step.form}`;
  const dose = Object.entries(step.dose ?? {}).map(([key, amount]) => {
    const short = doseLetters.get(key);
    return short === undefined ? `;${key}=${amount}` : `;${short}${amount}`;
  });
  const exercise = inBase36(exercises.indexOf(step.exercise));
  return exercise + (sided ? letter.toUpperCase() : letter) + step.level.charAt(0) + form + dose.join('');
};

const unpackAmount = (text: string): readonly [string, number] => {
  const group = groups(text, `([srp])(\\d+(?:\\.\\d+)?)|(${id})=(\\d+(?:\\.\\d+)?)`);
  const letter = group(1);
  return letter ? [doseKeys.get(letter) ?? letter, Number(group(2))] : [group(3), Number(group(4))];
};

const unpackStep = (text: string, exercises: readonly ExerciseId[]): Step => {
  const group = groups(text, `([0-9a-z])([lrLR])([fms])(?:/(${id}))?((?:;[^;]+)*)`);
  const exercise = entry(exercises, fromBase36(group(1)));
  const side = bodySide(group(2));
  const dose = Object.fromEntries(group(5).split(';').slice(1).map(unpackAmount));
  return {
    id: idOf(exercise, group(2) !== group(2).toLowerCase(), side),
    exercise,
    side,
    form: group(4) || 'normal',
    level: startingWith(levels, group(3)),
    ...(group(5) && { dose }),
  };
};

const packPlan = (plan: Plan, exercises: readonly ExerciseId[]): string => {
  const steps = plan.steps.map((step) => packStep(step, exercises));
  const shorter = steps.map((step, index) => {
    const rest = step.slice(3);
    return rest && rest === steps[index - 1]?.slice(3) ? `${step.slice(0, 3)}^` : step;
  });
  return `${plan.routine}|${plan.side.charAt(0)}|${shorter.join(',')}`;
};

const unpackPlan = (text: unknown, exercises: readonly ExerciseId[]): Plan => {
  const group = groups(text, `(${id})\\|([lrb])\\|(.*)`);
  let before = '';
  const steps = parts(group(3)).map((step) => {
    before = step.endsWith('^') ? step.slice(0, -1) + before.slice(3) : step;
    return unpackStep(before, exercises);
  });
  if (new Set(steps.map((step) => step.id)).size < steps.length) throw new RangeError('expected each step once');
  return { routine: group(1), side: startingWith(sides, group(2)), steps };
};

const indexIn = (plan: Plan, step: string) => inBase36(plan.steps.findIndex(({ id }) => id === step));

const packPlace = (at: Place, plan: Plan): string =>
  indexIn(plan, at.step) + [at.spot, at.pass, at.set].map(inBase36).join('');

const unpackPlace = (text: string, plan: Plan): Place => {
  const [step = NaN, spot = NaN, pass = NaN, set = NaN] = Array.from(text, fromBase36);
  return { step: entry(plan.steps, step).id, spot, pass, set };
};

/** Whole tenths, up: a mark that began earlier than the truth could locate ahead of what was heard. */
const tenthsUp = (seconds: number): number => {
  const nearest = Math.round(seconds * 10);
  return nearest / 10 < seconds ? nearest + 1 : nearest;
};

const packMarks = (marks: readonly Mark[], plan: Plan): string => {
  let before = '';
  const texts = marks.map(({ place, at }) => {
    const full = place === 'end' ? 'END' : packPlace(place, plan);
    const same = Array.from(full).findIndex((digit, index) => digit !== before[index]);
    const shorter = place === 'end' ? full : full.slice(same < 0 ? -1 : same);
    before = place === 'end' ? '' : full;
    return `${shorter}@${tenthsUp(at) / 10}`;
  });
  return texts.join(',');
};

const unpackBlock = (text: unknown, plan: Plan): Block => {
  const group = groups(text, `(${time})\\|(.+)`);
  let before = '';
  let earliest = 0;
  const marks = parts(group(2)).map((part): Mark => {
    const mark = groups(part, '(END|[0-9a-z]{1,4})@(\\d{1,5}(?:\\.\\d)?)');
    const at = Number(mark(2));
    if (at < earliest) throw new RangeError('expected marks in order');
    earliest = at;
    const end = mark(1) === 'END';
    before = end ? '' : before.slice(0, 4 - mark(1).length) + mark(1);
    return { place: end ? 'end' : unpackPlace(groups(before, placed)(0), plan), at };
  });
  return { sentAt: fromBase36(group(1)), marks };
};

/** The attributes of a session. Throws a RangeError for a step id that is not named as listener.ts says. */
export const packSession = (session: Session, exercises: readonly ExerciseId[]): Item => {
  const { plan, block, ended } = session;
  const fields = [
    packPlace(session.place, plan),
    packTime(session.startedAt),
    Math.floor(session.seconds),
    session.alexaSession,
    session.completed.map((step) => indexIn(plan, step)).join(''),
    ended ? `${ended.how}@${packTime(ended.at)}` : '',
    session.errors ?? '',
  ];
  return {
    p: packPlan(plan, exercises),
    s: fields.join('|'),
    ...(block && { b: `${packTime(block.sentAt)}|${packMarks(block.marks, plan)}` }),
  };
};

/** The session of an item. Throws a RangeError where it cannot be read. */
export const unpackSession = (item: Item, exercises: readonly ExerciseId[]): Session => {
  const plan = unpackPlan(item.p, exercises);
  const group = groups(
    item.s,
    `(${placed})\\|(${time})\\|(\\d{1,6})\\|(${hashed})\\|([0-9a-z]*)\\|(?:(${endings.join('|')})@(${time}))?\\|(\\d{0,3})`,
  );
  const how = endings.find((ending) => ending === group(6));
  return {
    plan,
    place: unpackPlace(group(1), plan),
    ...(item.b !== undefined && { block: unpackBlock(item.b, plan) }),
    startedAt: fromBase36(group(2)),
    seconds: Number(group(3)),
    alexaSession: group(4),
    completed: Array.from(group(5), (index) => entry(plan.steps, fromBase36(index)).id),
    ...(how && { ended: { how, at: fromBase36(group(7)) } }),
    ...(group(8) && { errors: Number(group(8)) }),
  };
};
