import { type Beat, count, hold, longEnoughToBreathe, rest, say, sayAndWait, sayPhrase, walk } from './beats.ts';
import { doseOf, type FormedExercise, inForm, type StepDose } from './form.ts';
import type { BodySide, Seconds } from './exercise.ts';
import type { Place, Step } from './listener.ts';
import type { Content, Line } from './words.ts';
import { fill, numberWord, ordinalWord, phrase, type Values } from './phrases.ts';
import { placesOf } from './place.ts';
import { stretched, type Timing, usualTiming } from './timing.ts';

/** What one place of a step sounds like. */
export interface Part {
  readonly place: Place;
  /** What leads here from the place before: rest, change of sides. Not spoken when a block begins here. */
  readonly lead: readonly Beat[];
  readonly beats: readonly Beat[];
}

const opposite = (side: BodySide): BodySide => (side === 'left' ? 'right' : 'left');

/** The side a pass is about: the last pass is the step's own side. */
export const sideOfPass = (step: Step, pass: number, passes: number): BodySide =>
  pass === passes ? step.side : opposite(step.side);

/** What the tokens of this exercise's lines stand for in a pass: sides and things. */
const tokens = (content: Content, { words, sides }: FormedExercise, side: BodySide): Values => {
  const named = phrase(content, side);
  const other = phrase(content, opposite(side));
  return {
    ...words.things,
    ...(sides === 'each' ? { this: named, opposite: other } : { sore: named, other }),
  };
};

interface Speaking {
  readonly content: Content;
  readonly step: Step;
  readonly exercise: FormedExercise;
  readonly dose: StepDose;
  readonly values: Values;
  readonly timing: Timing;
  /** The breathing cue, where it is due. */
  breathe?: string | undefined;
}

const speakLine = (speaking: Speaking, line: Line): Beat[] => {
  const { content, step, exercise, dose, values } = speaking;
  if ('say' in line) return [say(content, fill(line.say, values))];
  if ('do' in line) return [sayAndWait(content, fill(line.do, values), stretched(line.seconds, speaking.timing.move))];

  const breathe = speaking.breathe;
  speaking.breathe = undefined;
  const before = breathe ? [say(content, breathe)] : [];
  if ('count' in line) {
    const tempo = (exercise.dose.tempo ?? []).map(({ seconds }) => seconds);
    return [
      ...before,
      ...count(
        content,
        dose.reps,
        tempo,
        line.count.map((text) => fill(text, values)),
        step.level,
      ),
    ];
  }
  if ('walk' in line) {
    return [
      ...before,
      ...walk(
        content,
        dose.hold(line.walk),
        line.steps.map((text) => fill(text, values)),
      ),
    ];
  }
  const seconds: Seconds = dose.hold(line.hold);
  const words = {
    begin: fill(line.begin ?? phrase(content, 'hold'), values),
    end: fill(line.end ?? phrase(content, 'release'), values),
  };
  return breathe && seconds >= longEnoughToBreathe
    ? hold(content, seconds, step.level, { ...words, breathe })
    : [...before, ...hold(content, seconds, step.level, words)];
};

const speakingAt = (content: Content, step: Step, pass: number, timing: Timing = usualTiming): Speaking => {
  const exercise = inForm(content, step);
  const dose = doseOf(exercise, step.dose);
  const values = tokens(content, exercise, sideOfPass(step, pass, dose.passes));
  return { content, step, exercise, dose, values, timing };
};

/** The sentence that gets a person out of the position they are in at this place. */
export const releaseAt = (content: Content, step: Step, place: Place): Beat => {
  const { exercise, values } = speakingAt(content, step, place.pass);
  return say(content, fill(exercise.words.release, values));
};

/** The sentence that leads into a rest between two sets. */
export const restAt = (content: Content, step: Step, place: Place): Beat => {
  const { exercise, values } = speakingAt(content, step, place.pass);
  return say(content, fill(exercise.words.rest, values));
};

/** The instruction at a level of detail, said for the pass of this place. */
export const instruction = (
  content: Content,
  step: Step,
  pass: number,
  level: Step['level'],
  timing: Timing = usualTiming,
): Beat[] => {
  const speaking = speakingAt(content, step, pass, timing);
  const { words } = speaking.exercise;
  const lines = { full: words.setUp, medium: words.medium, short: words.short }[level];
  const felt = level === 'full' ? [words.mayFeel, words.stopIf] : [];
  return [
    ...lines.flatMap((line) => speakLine(speaking, line)),
    ...felt.map((text) => say(content, fill(text, speaking.values))),
  ];
};

/** What these lines say in a pass, without what is held and counted. */
export const spokenLines = (content: Content, step: Step, pass: number, lines: readonly Line[]): string[] => {
  const { values } = speakingAt(content, step, pass);
  return lines.flatMap((line) =>
    'say' in line ? [fill(line.say, values)] : 'do' in line ? [fill(line.do, values)] : [],
  );
};

/** "Second of three."; nothing where a pass has a single set. */
export const ordinal = (content: Content, place: Place, sets: number): Beat[] =>
  sets > 1
    ? [sayPhrase(content, 'setOf', { ordinal: ordinalWord(content, place.set), total: numberWord(content, sets) })]
    : [];

const leadTo = (speaking: Speaking, place: Place): Beat[] => {
  const { content, exercise, dose, values } = speaking;
  const { words } = exercise;
  const lines = (list: readonly Line[] = []) => list.flatMap((line) => speakLine(speaking, line));
  if (place.set > 1) {
    return [
      rest(content, fill(words.rest, values), stretched(exercise.dose.rest.seconds, speaking.timing.rest)),
      ...ordinal(content, place, dose.sets),
    ];
  }
  if (place.pass > 1) return lines(words.switch);
  return place.spot > 1 ? lines(words.nextSpot) : [];
};

/** Everything a step says, place by place, in order. */
export const partsOf = (content: Content, step: Step, timing: Timing = usualTiming): Part[] => {
  const places = placesOf(content, step);
  return places.map((place, i) => {
    const speaking = speakingAt(content, step, place.set === 0 ? 1 : place.pass, timing);
    if (place.set === 0) return { place, lead: [], beats: instruction(content, step, 1, step.level, timing) };

    const { words } = speaking.exercise;
    const beginning = place.spot === 1 && place.pass === 1 && place.set === 1;
    if (beginning && step.level !== 'short') speaking.breathe = fill(words.breathe, speaking.values);
    const lines =
      beginning && step.level === 'full' && words.first
        ? words.first
        : (words.sets[(place.set - 1) % words.sets.length] ?? []);
    const lead = leadTo(speaking, place);
    const last = i === places.length - 1;
    return {
      place,
      lead,
      beats: [
        ...lines.flatMap((line) => speakLine(speaking, line)),
        ...(last ? [say(content, fill(words.release, speaking.values))] : []),
      ],
    };
  });
};
