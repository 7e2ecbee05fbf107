import type { ContentFiles } from './files.ts';
import { layOut, type Finding } from './library/library.ts';
import { catalogueRules } from './rules/catalogue.ts';
import { doseRules } from './rules/doses.ts';
import { equipmentRules } from './rules/equipment.ts';
import { lengthRules } from './rules/lengths.ts';
import { pointerRules } from './rules/pointers.ts';
import { routineRules } from './rules/routines.ts';
import type { Rule } from './rules/rule.ts';
import { sideRules } from './rules/sides.ts';
import { textRules } from './rules/texts.ts';

/** Something a listener would notice, or an engine could not speak: where, by which rule, and why. */
interface Mistake extends Finding {
  readonly rule: string;
}

/** Everything content is refused for. */
export const rules: readonly Rule[] = [
  { name: 'misshapen', find: ({ misshapen }) => misshapen },
  ...catalogueRules,
  ...pointerRules,
  ...routineRules,
  ...doseRules,
  ...equipmentRules,
  ...sideRules,
  ...lengthRules,
  ...textRules,
];

/** All mistakes of all files, each once. A file that has not its shape is checked no further. */
export function checkContent(files: ContentFiles): Mistake[] {
  const library = layOut(files);
  const mistakes = new Map<string, Mistake>();
  for (const { name: rule, find } of rules) {
    for (const { file, field, message } of find(library)) {
      const place = `${file} ${field} ${rule}`;
      // Forms inherit: what is wrong in the normal form is found again in each of them.
      if (!mistakes.has(place)) mistakes.set(place, { file, field, rule, message });
    }
  }
  return [...mistakes.values()];
}

/** A mistake as one line: "content/en/exercises/ballerina.json sets[0][0].do side-not-named: …". */
export function describeMistake({ file, field, rule, message }: Mistake): string {
  return `${[file, field, rule].filter((part) => part !== '').join(' ')}: ${message}`;
}
