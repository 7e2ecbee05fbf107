import { type Beat, say, sayPhrase } from './beats.ts';
import { reminderOfThings } from './equipment.ts';
import { doseOf, inForm } from './form.ts';
import { known } from './history.ts';
import type { Listener, Place, Step } from './listener.ts';
import type { Content } from './words.ts';
import { sideOfPass } from './parts.ts';
import { numberWord, ordinalWord, phrase } from './phrases.ts';

/** Names an exercise that somebody comes back to, with its side where it is done for one: "Ballerina stretch, left side." */
export const announceExercise = (content: Content, step: Step): Beat => {
  const { words, sides } = inForm(content, step);
  return sayPhrase(content, sides === 'sore' ? 'announceSetSided' : 'announceSet', {
    name: words.name,
    side: phrase(content, step.side),
  });
};

/**
 * Names exercise, side and set for somebody who comes back to one: "Ballerina stretch, left side, second of three."
 * A side is named where the set is done for one, the number where there are several and it is wanted.
 */
export const announceSet = (content: Content, step: Step, place: Place, unnumbered = false): Beat[] => {
  const exercise = inForm(content, step);
  const { passes, sets } = doseOf(exercise, step.dose);
  const sided = exercise.sides === 'sore' || exercise.sides === 'each';
  const key = `announceSet${sided ? 'Sided' : ''}${sets > 1 && !unnumbered ? 'Numbered' : ''}`;
  return [
    sayPhrase(content, key, {
      name: exercise.words.name,
      side: phrase(content, sideOfPass(step, place.pass, passes)),
      ordinal: ordinalWord(content, place.set),
      total: numberWord(content, sets),
    }),
  ];
};

/** Gates of an exercise at which it is said who should leave it out. */
const leaveOutGates = 2;

/** Whether the announcement of this exercise says who should leave it out. */
export const saysLeaveOut = (content: Content, listener: Listener, step: Step): boolean =>
  Boolean(inForm(content, step).words.leaveOut) && (listener.completed[step.exercise] ?? 0) < leaveOutGates;

/** Names an exercise before it begins: position, things to fetch, who leaves it out. `how` is the phrase it is named in. */
export const announce = (content: Content, listener: Listener, step: Step, how: 'first' | 'next' | 'again'): Beat[] => {
  const { words, position } = inForm(content, step);
  const knows = how !== 'again' && known(listener, step);
  return [
    sayPhrase(content, `${how}${knows ? 'Known' : 'Exercise'}${step.id === step.exercise ? '' : 'Sided'}`, {
      name: words.name,
      shortName: words.shortName,
      position: phrase(content, `position-${position}`),
      side: phrase(content, step.side),
    }),
    ...(how === 'first' || known(listener, step) ? [] : reminderOfThings(content, step)),
    ...(saysLeaveOut(content, listener, step) && words.leaveOut ? [say(content, words.leaveOut)] : []),
  ];
};
