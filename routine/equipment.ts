import { type Beat, sayPhrase } from './beats.ts';
import type { Equipment } from './exercise.ts';
import { inForm } from './form.ts';
import type { Step } from './listener.ts';
import type { Content } from './words.ts';

const ids = (equipment: readonly Equipment[]): string[] =>
  equipment.flatMap(({ id, substitute }) => [id, substitute ?? id]);

/**
 * What to fetch for these steps: "a tennis ball, or a pair of rolled-up socks". Named once where one thing serves
 * several: the book of the hip drop is also the step of the split squat.
 */
export const thingsFor = (content: Content, steps: readonly Step[]): string[] => {
  const fetched = new Set<string>();
  return steps.flatMap((step) => {
    const { equipment, words } = inForm(content, step);
    const served = equipment.every((thing) => ids([thing]).some((id) => fetched.has(id)));
    for (const id of ids(equipment)) fetched.add(id);
    return words.needs && !served ? [words.needs] : [];
  });
};

/** The names of a thing and of what serves instead, where they have one: "the step or the book". */
const namesOf = (content: Content, equipment: readonly Equipment[]): string[] => {
  const names = Object.assign({}, ...Object.values(content.exercises).map(({ words }) => words.things)) as Record<
    string,
    string
  >;
  return equipment.flatMap(({ id, substitute }) => [names[id] ?? [], (substitute && names[substitute]) ?? []].flat());
};

/** A short word about what was named at the start; what came in later is named in full. */
export const reminderOfThings = (content: Content, step: Step): Beat[] => {
  const { equipment, words } = inForm(content, step);
  const names = namesOf(content, equipment);
  if (!words.needs) return [];
  if (names.length === 0) return [sayPhrase(content, 'youNeed', { things: words.needs })];
  const thing = new Intl.ListFormat(content.locale, { type: 'disjunction' }).format(names);
  return [sayPhrase(content, 'haveReady', { thing })];
};

/** What an exercise needs, in a word, as it was named at the start: "the ball". */
export const namesOfThings = (content: Content, step: Step): string[] => {
  const { equipment, words } = inForm(content, step);
  return words.needs ? equipment.flatMap(({ id }) => words.things?.[id] ?? words.needs ?? []) : [];
};
