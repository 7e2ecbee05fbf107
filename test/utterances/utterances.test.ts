import { describe, expect, test } from '@jest/globals';
import model from '../../interactionModel/custom/en-US.json';
import { keyOf, wordsOf } from '../../simulator/words.ts';
import { type Result, heard, utterances } from './corpus.ts';

const all = utterances().map((utterance) => ({ ...utterance, ...heard(model, utterance) }));
const wishOf = ({ means }: { means: readonly string[] }) => means[0]!;

interface Figures extends Record<Result, number> {
  said: number;
}
const figures = new Map<string, Figures>();
for (const each of all) {
  const wish = wishOf(each);
  const count = figures.get(wish) ?? { said: 0, exact: 0, close: 0, missed: 0, other: 0 };
  count.said++;
  count[each.result]++;
  figures.set(wish, count);
}
const understood = ({ exact, close }: Figures) => exact + close;
const total = [...figures.values()].reduce((sum, { said, exact, close, missed, other }) => ({
  said: sum.said + said,
  exact: sum.exact + exact,
  close: sum.close + close,
  missed: sum.missed + missed,
  other: sum.other + other,
}));
const lines = [...figures].map(
  ([wish, { said, exact, close, missed, other }]) =>
    `${wish.padEnd(32)} ${[said, exact, close, missed, other].map((n) => String(n).padStart(6)).join('')}`,
);

/** `SHOW_UTTERANCES=1 npm test -- utterances` prints the whole table. */
if (process.env.SHOW_UTTERANCES) {
  console.log([`${''.padEnd(32)}   said exact close missed other`, ...lines, JSON.stringify(total)].join('\n'));
}

describe('what people say that is no sample', () => {
  test('is no sample', () => {
    const samples = new Set(
      model.interactionModel.languageModel.intents.flatMap(({ samples }) => samples.map((s) => keyOf(wordsOf(s)))),
    );
    expect(all.filter(({ said }) => samples.has(keyOf(wordsOf(said)))).map(({ said }) => said)).toEqual([]);
  });

  test('is said once', () => {
    const said = all.map(({ said }) => keyOf(wordsOf(said)));
    expect(said.filter((each, n) => said.indexOf(each) !== n)).toEqual([]);
  });

  test('is never understood as something else', () => {
    expect(all.filter(({ result }) => result === 'other').map(({ said, means, as }) => ({ said, means, as }))).toEqual(
      [],
    );
  });

  test('is understood nine times in ten', () => {
    expect(understood(total) / total.said).toBeGreaterThanOrEqual(0.9);
  });

  test('is understood eight times in ten whatever is wished', () => {
    const poorly = [...figures].filter(([, count]) => count.said >= 5 && understood(count) / count.said < 0.8);
    expect(poorly).toEqual([]);
  });
});
