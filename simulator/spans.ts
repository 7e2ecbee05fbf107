import { builtInSlots } from './builtins.ts';
import { type Filling, type Phrasebook, slotWord } from './samples.ts';
import { keyOf } from './words.ts';

/** A line in which words that fill a slot are replaced by the word of its type. */
export interface Variant {
  readonly words: readonly string[];
  /** In the order of the line. */
  readonly fillings: readonly Omit<Filling, 'slot'>[];
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly filling: Omit<Filling, 'slot'>;
}

/** Words in the longest value. */
const longest = 12;
/** Slots in a sample. */
const mostSlots = 5;
const mostVariants = 2000;

const readAs = (book: Phrasebook, words: readonly string[], today: string): Omit<Filling, 'slot'>[] => [
  ...(book.values.get(keyOf(words)) ?? []),
  ...book.builtIn.flatMap((type) => {
    const said = builtInSlots[type]?.(words, today);
    return said === undefined ? [] : [{ type, said }];
  }),
];

/** What can be taken for a slot. A shorter value inside a longer one is none; a shorter time or number may be one. */
const spansIn = (book: Phrasebook, words: readonly string[], today: string): Span[] => {
  const found: Span[] = [];
  for (let from = 0; from < words.length; from++) {
    for (let to = Math.min(words.length, from + longest); to > from; to--) {
      // "Right now", "right away" have no side.
      if (words[to - 1] === 'right' && ['now', 'away', 'here', 'there'].includes(words[to] ?? '')) continue;
      for (const filling of readAs(book, words.slice(from, to), today)) {
        const inside =
          filling.value &&
          found.some((other) => other.filling.type === filling.type && other.from <= from && other.to >= to);
        if (!inside) found.push({ from, to, filling });
      }
    }
  }
  return found;
};

/** The line as it is, then with one value after the other taken for its slot. */
export const variantsOf = (book: Phrasebook, words: readonly string[], today: string): Variant[] => {
  const spans = spansIn(book, words, today);
  let sets: Span[][] = [[]];
  const all = [...sets];
  for (let slots = 0; slots < mostSlots && all.length < mostVariants; slots++) {
    sets = sets.flatMap((set) =>
      spans.filter(({ from }) => from >= (set.at(-1)?.to ?? 0)).map((span) => [...set, span]),
    );
    all.push(...sets);
  }
  return all.slice(0, mostVariants).map((set) => ({
    words: set
      .toReversed()
      .reduce<readonly string[]>(
        (rest, { from, to, filling }) => rest.toSpliced(from, to - from, slotWord(filling.type)),
        words,
      ),
    fillings: set.map(({ filling }) => filling),
  }));
};

/** A reading with what the line has for its slots; undefined where it has not just these. */
export const filledIn = <T extends { readonly slots: readonly { readonly slot: string; readonly type: string }[] }>(
  reading: T,
  { fillings }: Variant,
): (T & { readonly fillings: readonly Filling[] }) | undefined => {
  if (reading.slots.length !== fillings.length) return undefined;
  const rest = [...fillings];
  const found = reading.slots.flatMap(({ slot, type }) => {
    const at = rest.findIndex((filling) => filling.type === type);
    return at < 0 ? [] : [{ slot, ...rest.splice(at, 1)[0]! }];
  });
  return found.length === reading.slots.length ? { ...reading, fillings: found } : undefined;
};
