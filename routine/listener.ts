import type { BodySide, ExerciseId, FormId, Instant, Level, RoutineId, Seconds, Side } from './exercise.ts';

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
  /** Notches up or down that "too easy" and "too much" have moved the dose, by exercise. */
  readonly notches?: Readonly<Record<ExerciseId, number>>;
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

/** Sessions that are remembered one by one. */
export const remembered = 14;

/** All that is remembered about one person. */
export interface Listener {
  readonly version: 2;
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
  /** The last `remembered`, oldest first. */
  readonly history: readonly PastSession[];
  /** When the last turn was saved. */
  readonly lastAt?: Instant;
}

export const newListener: Listener = {
  version: 2,
  preferences: {},
  welcomed: false,
  completed: {},
  completeSessions: {},
  totals: { sessions: 0, minutes: 0 },
  history: [],
};
