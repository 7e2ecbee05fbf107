import { builtInSlots, phrasesOf } from '../../simulator/builtins.ts';
import type { InteractionModel } from '../../simulator/understand.ts';
import { keyOf, wordsOf } from '../../simulator/words.ts';

/** Words that can be taken for one of Amazon's own slots in another sample. */
const countable =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|sixty|today|tomorrow|morning|evening|night|noon)\b/;

const marker = /\{(\w+)\}/;
const markers = new RegExp(marker, 'g');
const today = '2027-03-03';

/** Every way of saying everything, by what is said, with the meanings: the intent and the ids of its slots. */
export const readingsOf = (model: InteractionModel): ReadonlyMap<string, ReadonlySet<string>> => {
  const { intents, types = [] } = model.interactionModel.languageModel;
  const found = new Map<string, Set<string>>();
  const add = (said: string, meaning: string) => {
    const there = found.get(said);
    if (there) there.add(meaning);
    else found.set(said, new Set([meaning]));
  };
  const values = new Map(
    types.map(({ name, values }) => [
      name,
      values.flatMap(({ id, name }) =>
        [name.value, ...(name.synonyms ?? [])].map((value) => [value, id ?? value] as const),
      ),
    ]),
  );
  const valuesOf = (type: string) =>
    values.get(type) ?? [[`${type.toLowerCase().replace(/[^a-z]/g, '')}slot`, type] as const];
  // Of several slots each is tried with all its values, the others with one: all with all are millions.
  const expand = (intent: string, sample: string, slots: ReadonlyMap<string, string>) => {
    const types = [...sample.matchAll(markers)].map(([, slot]) => slots.get(slot!)!);
    const tries = types.length === 0 ? [-1] : types.keys();
    for (const tried of tries) {
      const all = types[tried] === undefined ? [['', ''] as const] : valuesOf(types[tried]);
      for (const one of all) {
        const chosen = types.map((type, n) => (n === tried ? one : valuesOf(type)[0]!));
        const said = chosen.reduce((rest, [value]) => rest.replace(marker, value), sample);
        add(keyOf(wordsOf(said)), [intent, ...chosen.map(([, id]) => id)].join(' '));
      }
    }
  };
  for (const { name, slots = [], samples = [] } of intents) {
    const types = new Map(slots.map((slot) => [slot.name, slot.type]));
    for (const sample of [...phrasesOf(name), ...samples]) expand(name, sample, types);
  }
  // What is written out in one sample may be a number or a time in another.
  for (const [said, meanings] of found) {
    if (!countable.test(said)) continue;
    const words = said.split(' ');
    for (const [from] of words.entries()) {
      for (let to = from + 1; to <= words.length; to++) {
        for (const [type, read] of Object.entries(builtInSlots)) {
          if (read(words.slice(from, to), today) === undefined) continue;
          const other = words.toSpliced(from, to - from, `${type.toLowerCase().replace(/[^a-z]/g, '')}slot`).join(' ');
          for (const meaning of found.get(other) ?? []) meanings.add(meaning);
        }
      }
    }
  }
  return found;
};
