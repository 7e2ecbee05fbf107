import { type Beat, lasting, lastingAt, sayAndWait, sayPhrase } from './beats.ts';
import { doseOf, inForm, isRaised } from './form.ts';
import type { Position, Seconds } from './exercise.ts';
import type { Mark, Place, Plan, Step } from './listener.ts';
import type { Content } from './words.ts';
import { fastest, longestDelay, slowest } from './pace.ts';
import { instruction, ordinal, type Part, partsOf, releaseAt, restAt } from './parts.ts';
import { phrase } from './phrases.ts';
import { afterStep, samePlace, stepAt } from './place.ts';
import { stretched, type Timing, usualTiming } from './timing.ts';
import { announceSet } from './announce.ts';

/** A block lasts at most this long, everything spoken counted. May rise after a test on a real device. */
export const maxBlockSeconds: Seconds = 200;

/** Where a block leads when it is heard to its end. */
export type Destination =
  /** The set-up was split off: its first set follows. */
  | { readonly after: 'setUp'; readonly next: Place }
  /** It ended at a rest within a step. */
  | { readonly after: 'rest'; readonly next: Place; readonly setsToGo: number }
  | { readonly after: 'step'; readonly next: Place; readonly done: Step }
  | { readonly after: 'plan'; readonly next: 'end'; readonly done: Step };

/** How a block begins. */
export interface Start {
  readonly place: Place;
  /** Said first. */
  readonly before?: readonly Beat[];
  /** Where the person is, when they have to change position to begin. */
  readonly from?: Position;
  /** Names exercise, side and set before a set. */
  readonly announce?: boolean;
  /** Names no number: with the first set begins all of it. */
  readonly unnumbered?: boolean;
  /** Gives the short instruction before a set. */
  readonly remind?: boolean;
  /** Who leaves it out, once it is named. */
  readonly who?: readonly Beat[];
  /** Names the things that are needed. */
  readonly things?: boolean;
  /** Gives the full instruction before a set. */
  readonly explain?: boolean;
  /** Silence before a set, after "Get ready". */
  readonly getReady?: Seconds;
}

interface NarrateOptions {
  /** The words after the last set: what comes next and, last, the question. */
  readonly ask: (to: Destination) => readonly Beat[];
  readonly budget?: Seconds;
  /** How long the silences are. */
  readonly timing?: Timing;
  /** Whether the block may go on into this step without a question. */
  readonly runOn?: (step: Step) => boolean;
}

/** A change of position in front of a place: the earliest second at which it is over, and the one by which it surely is. */
export interface Move {
  readonly place: Place;
  readonly from: Position;
  readonly soonest: Seconds;
  readonly surely: Seconds;
}

/** What one response speaks, as a timeline. */
export interface Narration {
  readonly beats: readonly Beat[];
  /** When each place begins, at the slow bound; the last is the destination. */
  readonly marks: readonly Mark[];
  readonly moves: readonly Move[];
  /** The earliest second at which the closing question can be reached. */
  readonly opensAt: Seconds;
  readonly to: Destination;
}

/** Seconds to get from one position to another: exercise-facts section 8. */
const moveSeconds = (from: Position, to: Position): Seconds => {
  if (from === to) return 0;
  const pair = new Set([from, to]);
  if (!pair.has('standing')) return 12;
  return pair.has('lying') ? 20 : 15;
};

/** Time to change position; the lines that follow name the new one. */
const move = (content: Content, step: Step, from: Position | undefined, to: Position, timing: Timing): Beat[] => {
  const seconds = from ? stretched(moveSeconds(from, to), timing.move) : 0;
  if (!from || seconds === 0) return [];
  if (from !== 'standing' && to !== 'standing') return [sayAndWait(content, phrase(content, 'moveAcross'), seconds)];
  if (to !== 'standing' && inForm(content, step).on === 'bed')
    return [sayAndWait(content, phrase(content, 'moveOntoBed'), seconds)];
  // Getting down and up is explained as long as the exercise itself is.
  const key = `move${to === 'standing' ? 'Up' : 'Down'}${step.level === 'full' ? 'Full' : ''}`;
  return [sayAndWait(content, phrase(content, key), seconds)];
};

/** What leads into a set that a block begins with: what came before it in the step may not have been heard. */
const leadIn = (content: Content, step: Step, { place, lead }: Part, { announce, remind }: Start): readonly Beat[] => {
  if (place.set > 1) return announce ? [] : ordinal(content, place, doseOf(inForm(content, step), step.dose).sets);
  // The short instruction names the side of a pass, but no change of spot.
  return place.set === 1 && (!remind || place.spot > 1) ? lead : [];
};

/** The words in front of a block's first part; `moved` is what they are up to where a change of position is over. */
interface Opening {
  readonly beats: readonly Beat[];
  readonly moved?: { readonly from: Position; readonly beats: readonly Beat[] };
}

const opening = (content: Content, step: Step, start: Start, part: Part, timing: Timing): Opening => {
  const exercise = inForm(content, step);
  const { set, pass } = part.place;
  const inSet = set > 0;
  // Corkscrew begins lying and goes on sitting: whoever comes back to a set goes where the sets are done.
  const to = inSet && set > 1 ? exercise.endPosition : exercise.position;
  const named = [
    ...(start.before ?? []),
    ...(start.announce && inSet ? announceSet(content, step, part.place, start.unnumbered && set === 1) : []),
    ...(start.who ?? []),
    ...(start.things && exercise.words.needs ? [sayPhrase(content, 'youNeed', { things: exercise.words.needs })] : []),
  ];
  const moving = move(content, step, start.from, to, timing);
  const beats = [
    ...named,
    ...moving,
    ...(start.explain && inSet ? instruction(content, step, pass, 'full', timing) : []),
    ...(start.remind && inSet ? instruction(content, step, pass, 'short', timing) : []),
    ...(start.getReady && inSet
      ? [sayAndWait(content, phrase(content, 'getReady'), stretched(start.getReady, timing.ready))]
      : []),
    ...leadIn(content, step, part, start),
  ];
  return {
    beats,
    ...(start.from && moving.length > 0 ? { moved: { from: start.from, beats: [...named, ...moving] } } : {}),
  };
};

interface Draft {
  readonly beats: readonly Beat[];
  readonly marks: readonly Mark[];
  readonly moves: readonly Move[];
  readonly to: Destination;
}

/** The second at which what follows `beats` begins, at the latest. */
const slowBound = (beats: readonly Beat[]): Seconds => lastingAt(beats, slowest) + longestDelay;

const destination = (content: Content, plan: Plan, step: Step, parts: readonly Part[], upTo: number): Destination => {
  const next = parts[upTo]?.place;
  if (next) {
    const after = parts[upTo - 1]?.place.set === 0 ? 'setUp' : 'rest';
    return after === 'setUp' ? { after, next } : { after, next, setsToGo: parts.length - upTo };
  }
  const following = afterStep(plan, { step: step.id });
  return following === 'end'
    ? { after: 'plan', next: 'end', done: step }
    : { after: 'step', next: following, done: step };
};

const moveTo = (place: Place, from: Position, upToItsEnd: readonly Beat[]): Move => ({
  place,
  from,
  soonest: lastingAt(upToItsEnd, fastest),
  surely: slowBound(upToItsEnd),
});

/** Nobody is asked anything in the middle of a stretch: the way out of it comes first. */
const outOf = (content: Content, step: Step, here: Place, next: Place): Beat =>
  here.spot === next.spot && here.pass === next.pass ? restAt(content, step, here) : releaseAt(content, step, here);

const draft = (
  content: Content,
  plan: Plan,
  step: Step,
  spoken: Draft | undefined,
  opened: Opening,
  parts: readonly Part[],
  from: number,
  upTo: number,
): Draft => {
  let beats: Beat[] = [...(spoken?.beats ?? [])];
  const first = parts[from]?.place;
  const moved = opened.moved && first ? [moveTo(first, opened.moved.from, [...beats, ...opened.moved.beats])] : [];
  const marks: Mark[] = [...(spoken?.marks.slice(0, -1) ?? [])];
  parts.slice(from, upTo).forEach((part, i) => {
    marks.push({ place: part.place, at: beats.length === 0 ? 0 : slowBound(beats) });
    beats = [...beats, ...(i === 0 ? opened.beats : part.lead), ...part.beats];
  });
  const to = destination(content, plan, step, parts, upTo);
  const next = parts[upTo];
  if (to.after === 'rest' && next)
    beats = [...beats, outOf(content, step, parts[upTo - 1]?.place ?? next.place, next.place)];
  marks.push({ place: to.next, at: slowBound(beats) });
  return { beats, marks, moves: [...(spoken?.moves ?? []), ...moved], to };
};

/** What a block could be: its parts from one on, and what it says up to the end of any of them. */
interface Choice {
  readonly parts: readonly Part[];
  readonly from: number;
  readonly upTo: (end: number) => Draft;
}

const choiceFor = (content: Content, plan: Plan, step: Step, start: Start, timing: Timing): Choice => {
  const parts = partsOf(content, step, timing);
  const from = Math.max(
    0,
    parts.findIndex(({ place }) => samePlace(place, start.place)),
  );
  // A form with fewer sets has no such place: its set-up is the nearest.
  const opened = opening(content, step, start, parts[from] ?? nothingBut(start.place), timing);
  return { parts, from, upTo: (end) => draft(content, plan, step, undefined, opened, parts, from, end) };
};

/**
 * One block: from a place to the end of its step where the budget allows. If need be less is said, to whoever knows the
 * step or comes back to it; else it is split. Goes on into following steps where `runOn` wants it. Throws when the place
 * is not in the plan.
 */
export const narrate = (content: Content, plan: Plan, start: Start, options: NarrateOptions): Narration => {
  const budget = options.budget ?? maxBlockSeconds;
  const timing = options.timing ?? usualTiming;
  const step = stepAt(plan, start.place);
  if (!step) throw new Error(`No step "${start.place.step}" in the plan`);

  const fits = ({ beats, to }: Draft) => lasting(beats) + lasting(options.ask(to)) <= budget;
  const usual = choiceFor(content, plan, step, start, timing);
  const whole = ({ parts, upTo }: Choice) => upTo(parts.length);
  let chosen = whole(usual);
  if (!fits(chosen)) {
    const toldInFull = start.explain === true || (step.level === 'full' && usual.from === 0);
    const inShort = toldInFull
      ? usual
      : choiceFor(content, plan, { ...step, level: 'short' }, { ...start, unnumbered: true }, timing);
    const afterSetUp = step.level === 'full' || !isRaised(inForm(content, step), step.dose);
    chosen = fits(whole(inShort)) ? whole(inShort) : usual.upTo(splitAt(usual, afterSetUp, fits));
  }
  if (options.runOn) chosen = runOn(content, plan, chosen, options.runOn, fits, timing);

  const question = options.ask(chosen.to);
  return {
    beats: [...chosen.beats, ...question],
    marks: chosen.marks,
    moves: chosen.moves,
    opensAt: lastingAt([...chosen.beats, ...question.slice(0, -1)], fastest),
    to: chosen.to,
  };
};

const nothingBut = (place: Place): Part => ({ place, lead: [], beats: [] });

/**
 * Where a step that does not fit is split. After the set-up, where all sets follow in one block; with more than the usual
 * dose only after a full one, as a short one would hold somebody up in a position that is no rest. Else at a rest: at a
 * change of spot where there is one, and so that what remains fits and the halves are even, the first the longer. At
 * least one part is spoken.
 */
const splitAt = ({ parts, from, upTo }: Choice, afterSetUp: boolean, fits: (draft: Draft) => boolean): number => {
  const remains = (end: number): boolean => {
    const beats = parts.slice(end).flatMap((part, i) => (i === 0 ? part.beats : [...part.lead, ...part.beats]));
    return fits({ ...upTo(parts.length), beats });
  };
  if (from === 0 && afterSetUp && remains(1)) return 1;
  const firstSet = Math.max(from, 1);
  const ends = parts.map((_, i) => i).filter((i) => i > firstSet && fits(upTo(i)));
  const betweenSpots = ends.filter((i) => parts[i]?.place.spot !== parts[i - 1]?.place.spot);
  const rests = betweenSpots.length > 0 ? betweenSpots : ends;
  const enough = rests.filter(remains);
  const half = (firstSet + parts.length) / 2;
  return enough.find((end) => end >= half) ?? enough.at(-1) ?? rests.at(-1) ?? from + 1;
};

const runOn = (
  content: Content,
  plan: Plan,
  spoken: Draft,
  wanted: (step: Step) => boolean,
  fits: (draft: Draft) => boolean,
  timing: Timing,
): Draft => {
  if (spoken.to.after !== 'step') return spoken;
  const { next, done } = spoken.to;
  const step = stepAt(plan, next);
  if (!step || !wanted(step)) return spoken;

  const parts = partsOf(content, step, timing);
  const before = [sayPhrase(content, 'runOn', { name: inForm(content, step).words.name })];
  const from = inForm(content, done).endPosition;
  const opened = opening(content, step, { place: next, before, from }, parts[0] ?? nothingBut(next), timing);
  const longer = draft(content, plan, step, spoken, opened, parts, 0, parts.length);
  return fits(longer) ? runOn(content, plan, longer, wanted, fits, timing) : spoken;
};
