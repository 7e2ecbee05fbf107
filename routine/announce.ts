import { type Beat, sayPhrase } from './beats.ts';
import { doseOf, inForm } from './form.ts';
import type { Place, Step } from './listener.ts';
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
