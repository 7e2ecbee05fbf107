import type { ExerciseId, Facts, FormId, Routine, RoutineId, Seconds } from './exercise.ts';

/**
 * One line of an instruction, in the order it is heard. Text may hold tokens in braces: {sore} and {other} where
 * the exercise is done for the sore side or alternating, {this} and {opposite} where it is done in two passes, and
 * the id of a thing ({ball}); a capital letter in the token gives a capital in speech ({Sore} → "Left").
 */
export type Line =
  /** Said, and nothing to do. */
  | { readonly say: string }
  /** Said, then this many seconds of silence to do it. */
  | { readonly do: string; readonly seconds: Seconds }
  /** Held for the seconds of the named hold, `begin` and `end` included at its ends. */
  | { readonly hold: string; readonly begin?: string; readonly end?: string }
  /** All repetitions, counted: one phrase for each phase of the tempo. */
  | { readonly count: readonly string[] }
  /** Held for the seconds of the named hold, with the words of `steps` in turn, one a second. */
  | { readonly walk: string; readonly steps: readonly string[] };

/** What is said of one exercise in one form. content/<language>/exercises/<id>.json, top to bottom as it is heard. */
export interface Words {
  /** As announced: "ballerina stretch". */
  readonly name: string;
  /** Inside a sentence about it: "the ballerina". */
  readonly shortName: string;
  /** One plain sentence: what it is good for. No theory, no promise. */
  readonly purpose: string;
  /** What to fetch, with its substitute: "a tennis ball, or rolled-up socks". Absent: nothing. */
  readonly needs?: string;
  /** What to say without it: "If you have no ball, say: no ball." */
  readonly without?: string;
  /** Names of things for tokens, by equipment id: { "ball": "the ball" }. */
  readonly things?: Readonly<Record<string, string>>;
  /** Who leaves this out: one sentence of at most five seconds. Absent: nobody in particular. */
  readonly leaveOut?: string;
  /** The full instruction: every line with the seconds to do it. Ends in a position one can rest in. */
  readonly setUp: readonly Line[];
  /** The same for somebody who has done it twice: two or three cues, about 15 seconds. */
  readonly medium: readonly Line[];
  /** The same for somebody who knows it: 6 to 9 seconds. */
  readonly short: readonly Line[];
  /** What may be felt, said after the full instruction. */
  readonly mayFeel: string;
  /** When to stop or do less, said after what may be felt. */
  readonly stopIf: string;
  /** One cue, in the first set only. */
  readonly breathe: string;
  /** The first set the first times, where it needs more words than `sets`. */
  readonly first?: readonly Line[];
  /** The sets; the list starts again where there are more sets than entries. The first line of each names a side. */
  readonly sets: readonly (readonly Line[])[];
  /** Said between two sets of a pass; `rest` seconds of silence follow. */
  readonly rest: string;
  /** Between two passes, tokens of the pass to come. */
  readonly switch?: readonly Line[];
  /** Between two spots. */
  readonly nextSpot?: readonly Line[];
  /** One sentence, at most five seconds: out of the position, safely. Ends the last set as well. */
  readonly release: string;
  /** Said when a form other than normal is chosen: what is different. Only in forms. */
  readonly says?: string;
}

/**
 * content/<language>/exercises/<id>.json: the normal form, and of every other form what differs. A key in a form
 * replaces the normal one whole; an empty string takes it away.
 */
export interface ExerciseWords extends Words {
  readonly forms: Readonly<Record<FormId, Partial<Words> & { readonly says: string }>>;
}

/** content/<language>/routines.json: the name of each routine, as in "Today: {name}". */
export type RoutineNames = Readonly<Record<RoutineId, string>>;

/** How long words take: a shape fitted with a synthesizer, times a factor to the voice of the device. */
export interface Pace {
  readonly factor: number;
  readonly perPhrase: Seconds;
  readonly perWord: Seconds;
  readonly perLetter: Seconds;
  readonly perComma: Seconds;
  readonly perStop: Seconds;
}

/**
 * A sentence of the conversation with {values}; several that say the same, of which one is chosen; or one for each
 * plural form of its `{count}`.
 */
export type Phrase =
  string | readonly string[] | Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** The loaded words and facts of one language, as a value. */
export interface Content {
  readonly locale: string;
  readonly exercises: Readonly<Record<ExerciseId, { readonly facts: Facts; readonly words: ExerciseWords }>>;
  readonly routines: readonly Routine[];
  readonly routineNames: RoutineNames;
  readonly phrases: Readonly<Record<string, Phrase>>;
  /** Number words from one on, ordinals from first on, as spoken. */
  readonly numbers: readonly string[];
  readonly ordinals: readonly string[];
  readonly pace: Pace;
}
