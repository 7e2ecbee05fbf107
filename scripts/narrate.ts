/**
 * Prints the whole script of a routine with its timeline, as it is heard when every question is answered at once:
 *   npm run narrate -- --routine ten --side left [--times 0] [--form easier]
 * `--times` is how often each exercise was completed before: it decides how much is said. `--locale en-GB` speaks as in
 * another region. `npm run narrate -- --all` prints every sentence the skill can say, with where it stands.
 */
import { parseArgs } from 'node:util';
import { contentFor, contents } from '../content/index.ts';
import { ssml } from '../lambda/ssml.ts';
import { lasting } from '../routine/beats.ts';
import { choose } from '../routine/choose.ts';
import { planMinutes, planToday } from '../routine/duration.ts';
import { inForm } from '../routine/form.ts';
import { closingQuestion } from '../routine/gate.ts';
import type { Position, Side } from '../routine/exercise.ts';
import { type Listener, newListener, type Place, type Plan } from '../routine/listener.ts';
import { narrate } from '../routine/narrate.ts';
import { startOf, stepAt } from '../routine/place.ts';

const fail = (message: string): never => {
  console.error(message);
  process.exit(1);
};

const options = {
  routine: { type: 'string', default: 'ten-first' },
  side: { type: 'string', default: 'left' },
  times: { type: 'string', default: '0' },
  form: { type: 'string' },
  locale: { type: 'string', default: 'en-US' },
  all: { type: 'boolean', default: false },
} as const;

const readFlags = () => {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    return fail(
      `${(error as Error).message}\nnpm run narrate -- --routine <id> --side left|right|both [--times n] [--form id] [--locale en-GB]\nnpm run narrate -- --all`,
    );
  }
};
const flags = readFlags();
if (!contents[flags.locale]) fail(`There is no "${flags.locale}". There are: ${Object.keys(contents).join(', ')}`);
const content = contentFor(flags.locale);

/** Every text in a value of content, with the path to it. */
const textsIn = (value: unknown, at: string): [string, string][] => {
  if (typeof value === 'string') return [[at, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    textsIn(inner, Array.isArray(value) ? `${at}[${key}]` : `${at}.${key}`),
  );
};

if (flags.all) {
  const phrases = textsIn(content.phrases, 'phrases');
  const words = Object.entries(content.exercises).flatMap(([id, exercise]) => textsIn(exercise.words, id));
  for (const [at, text] of [...phrases, ...words, ...textsIn(content.routineNames, 'routines')])
    console.log(`${at.padEnd(48)} ${text}`);
  process.exit(0);
}

const routines = content.routines.map(({ id }) => id);
const wanted = { routine: flags.routine, exercise: flags.routine };
if (!routines.includes(flags.routine) && !content.exercises[flags.routine]) {
  fail(
    `There is no routine or exercise "${flags.routine}". There are:\n  ${[...routines, ...Object.keys(content.exercises)].join('\n  ')}`,
  );
}
if (!['left', 'right', 'both'].includes(flags.side)) fail(`--side is left, right or both, not "${flags.side}"`);
const times = Number(flags.times);
if (!Number.isInteger(times) || times < 0) fail(`--times is a whole number, not "${flags.times}"`);

const listener: Listener = {
  ...newListener,
  completed: Object.fromEntries(Object.keys(content.exercises).map((id) => [id, times])),
  totals: { sessions: times, minutes: 0 },
};
const made: Plan = planToday(content, choose(content, wanted, listener), flags.side as Side, listener, 0);
const spoken: Plan = flags.form
  ? { ...made, steps: made.steps.map((step) => ({ ...step, form: flags.form ?? step.form })) }
  : made;

const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

console.log(
  `${content.routineNames[spoken.routine] ?? spoken.routine}, ${flags.side}: about ${planMinutes(content, listener, spoken)} minutes\n`,
);
let place: Place | 'end' = startOf(spoken.steps[0] ?? fail('The routine has no step'));
let position: Position = 'standing';
let total = 0;
while (place !== 'end') {
  const step = stepAt(spoken, place) ?? fail(`No step ${place.step}`);
  const from: Position = position;
  const narration = narrate(
    content,
    spoken,
    { place, from },
    { ask: (to) => closingQuestion(content, listener, spoken, to) },
  );
  const seconds = lasting(narration.beats);
  const { words } = inForm(content, step);
  const form = step.form === 'normal' ? '' : `, ${step.form}`;
  console.log(`── ${words.name}${form}: ${seconds.toFixed(0)} s, ${ssml(narration.beats).length} characters of SSML`);
  let at = 0;
  for (const beat of narration.beats) {
    const silence = beat.silence >= 0.05 ? `  (${beat.silence.toFixed(1)} s)` : '';
    console.log(`${clock(total + at).padStart(6)}  ${beat.text}${silence}`);
    at += beat.speech + beat.silence;
  }
  console.log();
  total += seconds;
  position = inForm(content, step).endPosition;
  place = narration.to.next;
}
