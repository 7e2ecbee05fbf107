import { builtInSlots } from './builtins.ts';
import type { Filling, Phrasebook } from './samples.ts';
import { slotWord } from './samples.ts';
import { keyOf } from './words.ts';

/** A line in which words that fill a slot are replaced by the word of its type. */
export interface Variant {
  readonly words: readonly string[];
  readonly fillings: readonly Omit<Filling, 'slot'>[];
}

const longest = 9;
const most = 96;

type Reader = (words: readonly string[]) => Omit<Filling, 'slot'> | undefined;

const readerOf = (book: Phrasebook, type: string, today: string): Reader => {
  const values = book.values.get(type);
  if (values) return (words) => values.get(keyOf(words));
  return (words) => {
    const said = builtInSlots[type]?.(words, today);
    return said === undefined ? undefined : { type, said };
  };
};

/** Every way of reading one stretch of the line as a value, the longest from each word on. */
const replaced = (read: Reader, type: string, { words, fillings }: Variant): Variant[] => {
  const found: Variant[] = [];
  let end = 0;
  for (let from = 0; from < words.length; from++) {
    for (let to = Math.min(words.length, from + longest); to > Math.max(from, end); to--) {
      const filling = read(words.slice(from, to));
      if (!filling) continue;
      const rest = words.toSpliced(from, to - from, slotWord(type));
      found.push({ words: rest, fillings: [...fillings, filling] });
      end = to;
      break;
    }
  }
  return found;
};

const within = (book: Phrasebook, types: readonly string[], words: readonly string[], today: string): Variant[] => {
  let variants: Variant[] = [{ words, fillings: [] }];
  for (const type of types) {
    const read = readerOf(book, type, today);
    variants = [...variants, ...variants.flatMap((variant) => replaced(read, type, variant))].slice(0, most);
  }
  return variants;
};

/** The line as it is, then with numbers, times and dates taken for slots. */
export const withBuiltIns = (book: Phrasebook, words: readonly string[], today: string): Variant[] =>
  within(book, book.builtIn.toSorted(), words, today);

/** The line as it is, then with every value of every slot taken for the slot. */
export const withAllSlots = (book: Phrasebook, words: readonly string[], today: string): Variant[] =>
  within(book, [...book.builtIn.toSorted(), ...book.values.keys()], words, today);
