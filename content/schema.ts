import { z } from 'zod';
import type { Facts, Routine } from '../routine/exercise.ts';
import type { ExerciseWords, Line, Phrase, RoutineNames } from '../routine/words.ts';

// ── facts ───────────────────────────────────────────────────────────────────────────────────────

const id = z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'an id is lower-case words joined by hyphens');
const origin = z
  .enum(['source', 'ours'])
  .describe('Where the number comes from: a source document, or our own choice.');
const seconds = z.number().nonnegative();
const position = z.enum(['standing', 'hands-and-knees', 'lying', 'sitting']);
const sides = z
  .enum(['sore', 'each', 'alternating', 'none'])
  .describe(
    'sore: done for the sore side. each: done in two passes, one a side. ' +
      'alternating: the sides take turns within a set. none: no side at all.',
  );
const amount = z
  .strictObject({
    default: z.number().positive(),
    from: origin,
    range: z.tuple([z.number().positive(), z.number().positive()]).describe('Least and most.'),
    rangeFrom: origin,
  })
  .meta({ id: 'amount', description: 'A number that may be moved for a person, never outside its range.' });
const fixedSeconds = z
  .strictObject({ seconds, from: origin })
  .meta({ id: 'fixedSeconds', description: 'A number of seconds that stays as it is.' });

const dose = z.strictObject({
  spots: amount.optional().describe('Places of the body it is done at, one after the other. Absent: one.'),
  sets: amount.describe('Sets of each pass.'),
  reps: amount.optional().describe('Repetitions counted aloud within a set.'),
  tempo: z.array(fixedSeconds).optional().describe('Seconds of each phase of a repetition, in order: down, hold, up.'),
  holds: z.record(z.string(), amount).optional().describe('Holds within a set, by name, in seconds.'),
  rest: fixedSeconds.describe('Rest between two sets: silence after the words that lead into it.'),
  switch: fixedSeconds.optional().describe('Least time to change sides between two passes.'),
});
const equipment = z
  .array(z.strictObject({ id, substitute: id.optional().describe('The household thing that serves instead.') }))
  .describe('Things to fetch. A wall or the floor is not one.');
const formFacts = z
  .strictObject({
    sides: sides.optional(),
    position: position.optional(),
    endPosition: position.optional(),
    equipment: equipment.optional(),
    dose: dose.partial().optional().describe('Only what differs from the dose of the exercise, key by key.'),
    easier: id.optional().describe('The form to go to when this one is too much.'),
    harder: id.optional().describe('The form to go to when this one is too easy.'),
    noLean: id.optional().describe('The form without a sideways lean, for somebody whose both sides are sore.'),
    without: z.record(z.string(), id).optional().describe('The form to use without a thing, by equipment id.'),
    with: z.record(z.string(), id).optional().describe('The form that may be done with a condition, by its id.'),
    bed: id.optional().describe('The form to do on a bed.'),
    on: z.literal('bed').optional().describe('Where it is done, if not standing or on the floor.'),
  })
  .meta({ id: 'formFacts', description: 'What differs in this form, and which form to go to from here.' });

export const factsSchema = z.strictObject({
  id: id.describe('The same as the name of the file.'),
  source: z.strictObject({ file: z.string(), part: z.number().int().positive().optional() }),
  part: z.enum(['release', 'mobility', 'strength-and-movement', 'strength']),
  needsRestDay: z.boolean().describe('Left out of a default routine when done within the last 36 hours.'),
  position,
  endPosition: position.optional().describe('Where a person is at the end, if not in `position`.'),
  sides,
  equipment,
  dose,
  asksTighterSide: z
    .boolean()
    .optional()
    .describe('Whether a person is asked once, after it, which side felt tighter.'),
  leaveOutWith: z.array(z.string()).describe('Conditions with which people leave this exercise out, by id.'),
  forms: z.object({ normal: formFacts }).catchall(formFacts).describe('By form id. Every exercise has `normal`.'),
});

// ── words ───────────────────────────────────────────────────────────────────────────────────────

const line = z
  .union([
    z.strictObject({ say: z.string().describe('Said, and nothing to do.') }),
    z.strictObject({
      do: z.string().describe('Said, then `seconds` of silence to do it.'),
      seconds: seconds.describe('Silence after the words.'),
    }),
    z.strictObject({
      hold: z.string().describe('Name of a hold of the dose: held for its seconds.'),
      begin: z.string().optional().describe('Said at the start of the hold.'),
      end: z.string().optional().describe('Said at the end of the hold.'),
    }),
    z.strictObject({
      count: z.array(z.string()).describe('All repetitions, counted: one phrase for each phase of the tempo.'),
    }),
    z.strictObject({
      walk: z.string().describe('Name of a hold of the dose, filled with the words of `steps`, one a second.'),
      steps: z.array(z.string()),
    }),
  ])
  .meta({
    id: 'line',
    description:
      'One line, in the order it is heard. Tokens: {sore} and {other} where it is done for the sore side or ' +
      'alternating, {this} and {opposite} where it is done in two passes, the id of a thing ({ball}); ' +
      '{Sore} is spoken with a capital.',
  });
const lines = z.array(line);

const words = z.strictObject({
  name: z.string().describe('As announced: "ballerina stretch".'),
  shortName: z.string().describe('Inside a sentence about it: "the ballerina".'),
  purpose: z.string().describe('One plain sentence: what it is good for. No theory, no promise.'),
  needs: z.string().optional().describe('What to fetch, with its substitute: "a tennis ball, or rolled-up socks".'),
  without: z.string().optional().describe('What to say without it: "If you have no ball, say: no ball."'),
  things: z.record(z.string(), z.string()).optional().describe('Names for tokens, by thing: { "ball": "the ball" }.'),
  leaveOut: z.string().optional().describe('Who leaves this out: one sentence of at most five seconds.'),
  setUp: lines.describe('The full instruction: every line with the seconds to do it. Ends where one can rest.'),
  medium: lines.describe('For somebody who has done it twice: two or three cues, about 15 seconds.'),
  short: lines.describe('For somebody who knows it: 6 to 9 seconds.'),
  mayFeel: z.string().describe('What may be felt, said after the full instruction.'),
  stopIf: z.string().describe('When to stop or do less, said after what may be felt.'),
  breathe: z.string().describe('One cue, in the first set only.'),
  first: lines.optional().describe('The first set the first times, where it needs more words than `sets`.'),
  sets: z
    .array(lines)
    .describe('The list starts again where there are more sets. The first line of each names a side.'),
  rest: z.string().describe('Said between two sets of a pass; `rest` seconds of silence follow.'),
  switch: lines.optional().describe('Between two passes, with the tokens of the pass to come.'),
  nextSpot: lines.optional().describe('Between two spots.'),
  release: z.string().describe('One sentence of at most five seconds: out of the position, safely.'),
  says: z.string().optional().describe('Only in forms: what is different.'),
});

export const wordsSchema = words.extend({
  forms: z
    .record(z.string(), words.partial().extend({ says: z.string().describe('What is different in this form.') }))
    .describe('By form id: what differs from the normal form.'),
});

export const phrasesSchema = z.record(
  z.string(),
  z
    .union([
      z.string(),
      z.array(z.string()).min(2).describe('Sentences that say the same: one of them is chosen.'),
      z.strictObject({
        zero: z.string().optional(),
        one: z.string().optional(),
        two: z.string().optional(),
        few: z.string().optional(),
        many: z.string().optional(),
        other: z.string(),
      }),
    ])
    .describe('A sentence of the conversation with {values}, or one for each plural form of its {count}.'),
);

// ── routines ────────────────────────────────────────────────────────────────────────────────────

const routineSteps = z.array(
  z.strictObject({
    exercise: id,
    form: id.optional(),
    dose: z
      .record(z.string(), z.number())
      .optional()
      .describe('Only what differs from the default, by key: sets, reps, spots or the name of a hold.'),
  }),
);

export const routineSchema = z.strictObject({
  id: id.describe('The same as the name of the file.'),
  minutes: z
    .number()
    .positive()
    .describe('About how long it is meant to be, for choosing; what is spoken is computed.'),
  position: z.enum(['standing', 'floor']).optional().describe('Only where every exercise is done there.'),
  needs: z.array(id).describe('Ids of the things its exercises need.'),
  focus: z.enum(['mobility', 'release', 'strength']).optional(),
  offered: z.enum(['first', 'default']).optional().describe('Marks the routines nobody has to ask for.'),
  byName: z.boolean().optional().describe('Chosen only by its name.'),
  steps: routineSteps,
  both: routineSteps.optional().describe('What is done instead when both sides are sore. Absent: computed.'),
});

export const routineNamesSchema = z.record(z.string(), z.string().describe('As inside a sentence: "Today: {name}".'));

// ── the schemas and the model agree, or this file does not compile ──────────────────────────────

/** The model is readonly throughout, what zod infers is not: that is the only difference allowed. */
type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;
type Same<A, B> = (<T>() => T extends Frozen<A> ? 1 : 2) extends <T>() => T extends Frozen<B> ? 1 : 2 ? true : false;

true satisfies Same<z.infer<typeof factsSchema>, Facts>;
true satisfies Same<z.infer<typeof line>, Line>;
true satisfies Same<z.infer<typeof wordsSchema>, ExerciseWords>;
true satisfies Same<z.infer<typeof routineSchema>, Routine>;
true satisfies Same<z.infer<typeof routineNamesSchema>, RoutineNames>;
true satisfies Same<z.infer<typeof phrasesSchema>, Readonly<Record<string, Phrase>>>;
