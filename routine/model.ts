/**
 * The words of the house as types: what an exercise is, what a plan, a session, a listener is.
 * Nothing here knows Alexa, AWS or a clock.
 */

/** A length of time, in seconds. */
export type Seconds = number;
/** A moment, in milliseconds since 1970, as in a request's `timestamp`. */
export type Instant = number;

export type BodySide = 'left' | 'right';
/** What a person says of themselves: `both` also stands for the middle, "not sure" and "it does not hurt today". */
export type Side = BodySide | 'both';

export type ExerciseId = string;
export type RoutineId = string;
/** One way of doing an exercise: `normal`, `easier`, `no-lean`, `socks` … Every exercise has `normal`. */
export type FormId = string;
/** How much is said: everything, the key cues, or hardly anything. */
export type Level = 'full' | 'medium' | 'short';

// ── content: facts ──────────────────────────────────────────────────────────────────────────────

export type Position = 'standing' | 'hands-and-knees' | 'lying' | 'sitting';
/**
 * `sore`: done for the sore side. `each`: done in two passes, one a side. `alternating`: the sides take turns
 * within a set. `none`: no side at all.
 */
export type SideRule = 'sore' | 'each' | 'alternating' | 'none';
/** Where a number comes from: one of the three source documents, or our own choice. */
export type Origin = 'source' | 'ours';

/** A number that may be moved for a person, never outside its range. */
export interface Amount {
  readonly default: number;
  readonly from: Origin;
  readonly range: readonly [number, number];
  readonly rangeFrom: Origin;
}

/** A number of seconds that stays as it is. */
export interface FixedSeconds {
  readonly seconds: Seconds;
  readonly from: Origin;
}

/** How much of an exercise is done. All sets of a pass, all passes of a spot, all spots: in this nesting. */
export interface Dose {
  /** Places of the body the exercise is done at, one after the other (the ball only). Absent: one. */
  readonly spots?: Amount;
  /** Sets of each pass. */
  readonly sets: Amount;
  /** Repetitions counted aloud within a set. */
  readonly reps?: Amount;
  /** Seconds of each phase of a repetition, in order: down, hold, up. */
  readonly tempo?: readonly FixedSeconds[];
  /** Holds within a set, by name, in seconds. */
  readonly holds?: Readonly<Record<string, Amount>>;
  /** Rest between two sets, silence after the words that lead into it. */
  readonly rest: FixedSeconds;
  /** Least time to change sides between two passes. */
  readonly switch?: FixedSeconds;
}

/** What differs in one form of an exercise, and which form to go to from here. Pointers are form ids. */
export interface FormFacts {
  readonly sides?: SideRule;
  readonly position?: Position;
  readonly endPosition?: Position;
  readonly equipment?: readonly Equipment[];
  /** Key by key: a form that changes one hold repeats the others. */
  readonly dose?: Partial<Dose>;
  readonly easier?: FormId;
  readonly harder?: FormId;
  /** The form without a sideways lean, for somebody whose both sides are sore. */
  readonly noLean?: FormId;
  /** The form to use without a thing, by equipment id. */
  readonly without?: Readonly<Record<string, FormId>>;
}

export interface Equipment {
  readonly id: string;
  /** Id of the household thing that serves instead. */
  readonly substitute?: string;
}

/** content/exercises/<id>.json: what is true of an exercise in every language. */
export interface Facts {
  readonly id: ExerciseId;
  readonly source: { readonly file: string; readonly part?: number };
  readonly part: 'release' | 'mobility' | 'strength-and-movement' | 'strength';
  /** Left out of a default routine when done within the last 36 hours. */
  readonly needsRestDay: boolean;
  readonly position: Position;
  /** Where a person is at the end, if not in `position`. */
  readonly endPosition?: Position;
  readonly sides: SideRule;
  /** Things to fetch. A wall or the floor is not one. */
  readonly equipment: readonly Equipment[];
  readonly dose: Dose;
  /** Whether, after it, a person is asked once which side felt tighter. */
  readonly asksTighterSide?: boolean;
  /** Conditions with which people leave this exercise out, by id. */
  readonly leaveOutWith: readonly string[];
  readonly forms: Readonly<{ normal: FormFacts } & Record<FormId, FormFacts>>;
}

/** content/routines/<id>.json */
export interface Routine {
  readonly id: RoutineId;
  /** About how long it is meant to be, for choosing; what is spoken is computed. */
  readonly minutes: number;
  readonly position?: 'standing' | 'floor';
  readonly needs: readonly string[];
  readonly focus?: 'mobility' | 'release' | 'strength';
  /** `first` and `default` mark the routines nobody has to ask for. */
  readonly offered?: 'first' | 'default';
  /** Chosen only by its name. */
  readonly byName?: boolean;
  readonly steps: readonly RoutineStep[];
  /** What is done instead when both sides are sore, by exercise; an empty list drops it. Absent: computed. */
  readonly both?: readonly RoutineStep[];
}

export interface RoutineStep {
  readonly exercise: ExerciseId;
  readonly form?: FormId;
  /** Only what differs from the exercise's default, by key: `sets`, `reps`, `spots` or the name of a hold. */
  readonly dose?: Readonly<Record<string, number>>;
}

// ── content: words ──────────────────────────────────────────────────────────────────────────────

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
export type Phrase = string | readonly string[] | Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

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

// ── a person's run ──────────────────────────────────────────────────────────────────────────────

export interface Step {
  /** The exercise's id; with its side behind it where the exercise is done once for each side ("ballerina-left"). */
  readonly id: string;
  readonly exercise: ExerciseId;
  /** The sore side; of an exercise done in two passes, the side of the second pass. */
  readonly side: BodySide;
  readonly form: FormId;
  readonly level: Level;
  /** Only what differs from the default of exercise and form. */
  readonly dose?: Readonly<Record<string, number>>;
}

/** A routine made concrete for one person today. */
export interface Plan {
  readonly routine: RoutineId;
  readonly side: Side;
  readonly steps: readonly Step[];
}

/** Where somebody is. Spot and pass count from 1; set 0 is the set-up. */
export interface Place {
  readonly step: string;
  readonly spot: number;
  readonly pass: number;
  readonly set: number;
}

/** The second, at the slow bound, at which a place begins; `end` is the end of the plan. */
export interface Mark {
  readonly place: Place | 'end';
  readonly at: Seconds;
}

/** What one response spoke, as far as it must be remembered to locate by. */
export interface Block {
  readonly sentAt: Instant;
  /** Ascending. The first is where the block begins, the last where it leads to when heard to its end. */
  readonly marks: readonly Mark[];
}

/** How a session came to rest: `lost` where the Alexa session vanished with an error. */
export type Ending = 'paused' | 'stopped' | 'hurt' | 'silent' | 'lost' | 'finished';

/** One person's run through a plan, stored from its first block on. */
export interface Session {
  readonly plan: Plan;
  /** Where to go on: the start of the block that is spoken, else what is announced, else where it was paused. */
  readonly place: Place;
  /** The block that is being spoken, or was spoken last without an answer. */
  readonly block?: Block;
  readonly startedAt: Instant;
  /** Seconds of blocks heard so far: what the history's minutes come from. */
  readonly seconds: Seconds;
  /** Which Alexa session it runs in: a hash, never the id. */
  readonly alexaSession: string;
  /** Ids of the steps counted as completed in this session. */
  readonly completed: readonly string[];
  /** How and when it came to rest; absent while it is underway. */
  readonly ended?: { readonly how: Ending; readonly at: Instant };
  /** Two errors in a row get a plainer, shorter block. */
  readonly errors?: number;
}

/** What a person chose for good. */
export interface Preferences {
  readonly side?: BodySide | 'both';
  /** The tighter side of two-pass exercises: it goes second. `same`: asked, and no difference. */
  readonly secondSide?: BodySide | 'same';
  /** Steps up or down that "too easy" and "too much" have moved the dose. */
  readonly dose?: number;
  /** Notches of "slower" (up) and "faster": seconds to move. */
  readonly pace?: number;
  /** Notches of longer and shorter rests, holds and seconds to get ready. */
  readonly rests?: number;
  readonly holds?: number;
  readonly getReady?: number;
  /** How much is said, where it is not left to how well an exercise is known. */
  readonly words?: 'less' | 'full';
  /** Whether known exercises follow each other without a question. */
  readonly runThrough?: boolean;
  /** Exercises left out for good. */
  readonly never?: readonly ExerciseId[];
  /** Sessions a week. */
  readonly goal?: number;
}

/** A session that is over. */
export interface PastSession {
  readonly endedAt: Instant;
  readonly minutes: number;
  readonly complete: boolean;
}

/** All that is remembered about one person. */
export interface Listener {
  readonly version: 1;
  readonly session?: Session;
  readonly preferences: Preferences;
  /** Whether somebody answered after the welcome's warning. */
  readonly welcomed: boolean;
  /** How often each exercise was completed. */
  readonly completed: Readonly<Record<ExerciseId, number>>;
  readonly lastStrengthAt?: Instant;
  /** Complete sessions of each routine. */
  readonly completeSessions: Readonly<Record<RoutineId, number>>;
  readonly totals: { readonly sessions: number; readonly minutes: number };
  /** The last 14, oldest first. */
  readonly history: readonly PastSession[];
  /** When the last turn was saved. */
  readonly lastAt?: Instant;
}

export const newListener: Listener = {
  version: 1,
  preferences: {},
  welcomed: false,
  completed: {},
  completeSessions: {},
  totals: { sessions: 0, minutes: 0 },
  history: [],
};
