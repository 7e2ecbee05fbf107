/** What an exercise and a routine are, as facts that hold in every language. Nothing here knows Alexa, AWS or a clock. */

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
interface FixedSeconds {
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
  /** The form that may be done with a condition the exercise is else left out with, by condition id. */
  readonly with?: Readonly<Record<string, FormId>>;
  /** The form to do on a bed. */
  readonly bed?: FormId;
  /** Where it is done, if not standing or on the floor. */
  readonly on?: 'bed';
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
