import { createInterface } from 'node:readline';
import type { NextLine } from './piped.ts';

/** How long a line may take that follows at once: longer, and somebody is waiting for the answer. */
const grace = 250;

/** Lines of a stream, one at a time, and whether the next is there yet. It never waits for one that was not announced. */
export const linesOf = (input: NodeJS.ReadableStream): NextLine => {
  const lines: string[] = [];
  let ended = false;
  let toldLate = false;
  let wake = (): void => undefined;
  const reader = createInterface({ input, terminal: false });
  reader.on('line', (line) => {
    lines.push(line);
    wake();
  });
  reader.on('close', () => {
    ended = true;
    wake();
  });

  const something = (patience?: number): Promise<void> =>
    new Promise((done) => {
      const timer = patience === undefined ? undefined : setTimeout(done, patience);
      wake = () => {
        clearTimeout(timer);
        done();
      };
    });

  return async () => {
    if (lines.length === 0 && !ended) await something(toldLate ? undefined : grace);
    const typed = lines.shift();
    toldLate = typed === undefined && !ended;
    if (typed !== undefined) return { typed };
    return ended ? 'end' : 'late';
  };
};
