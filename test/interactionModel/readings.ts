import { builtInSlots, phrasesOf } from '../../simulator/builtins.ts';
import type { InteractionModel } from '../../simulator/understand.ts';
import { keyOf, wordsOf } from '../../simulator/words.ts';

/** Words that can be taken for one of Amazon's own slots in another sample. */
const countable =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|sixty|today|tomorrow|morning|evening|night|noon)\b/;

const marker = /\{(\w+)\}/;
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
  const expand = (intent: string, sample: string, slots: ReadonlyMap<string, string>, ids: readonly string[], met: readonly string[] = []) => {
    const slot = marker.exec(sample)?.[1];
    if (slot === undefined) return add(keyOf(wordsOf(sample)), [intent, ...ids].join(' '));
    const type = slots.get(slot)!;
    const said = values.get(type) ?? [[`${type.toLowerCase().replace(/[^a-z]/g, '')}slot`, type] as const];
    // Another slot of a type that was met is as good with one value: all of them with all are millions.
    const told = met.includes(type) ? said.slice(0, 1) : said;
    for (const [value, id] of told) expand(intent, sample.replace(marker, value), slots, [...ids, id], [...met, type]);
  };
  for (const { name, slots = [], samples = [] } of intents) {
    const types = new Map(slots.map((slot) => [slot.name, slot.type]));
    for (const sample of [...phrasesOf(name), ...samples]) expand(name, sample, types, []);
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
