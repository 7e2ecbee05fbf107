import { aboutForm, type Rule } from './rule.ts';

/** Rules about the things to fetch: what the facts need, the words ask for, and nothing else. */
export const equipmentRules: readonly Rule[] = [
  aboutForm('equipment-not-named', function* ({ words, facts, at }) {
    const things = facts.equipment.map(({ id }) => id).join(', ');
    if (things && !words.needs) yield { field: at('needs'), message: `nobody is told to fetch: ${things}` };
    if (!things && words.needs) yield { field: at('needs'), message: 'something is asked for that is not needed' };
  }),
];
