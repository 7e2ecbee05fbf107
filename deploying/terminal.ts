import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { Stop } from './stop.ts';

/** The person in front of it. */
export interface Terminal {
  say(text?: string): void;
  /** What is typed; without an echo where it is hidden. Throws `Stop` where nobody can type. */
  ask(question: string, how?: { readonly hidden: boolean }): Promise<string>;
}

interface Streams {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream & { readonly columns?: number };
}

const widest = 100;

/** Breaks lines at spaces, and keeps their indentation. What is to be copied stands four in, and stays whole. */
const wrapped = (text: string, columns: number): string =>
  text
    .split('\n')
    .map((line) => {
      const indentation = /^ *(?:- )?/.exec(line)?.[0].length ?? 0;
      if (line.startsWith('    ')) return line;
      const lines: string[] = [''];
      for (const word of line.slice(indentation).split(' ')) {
        const last = lines[lines.length - 1] ?? '';
        if (last && indentation + last.length + 1 + word.length > columns) lines.push(word);
        else lines[lines.length - 1] = last ? `${last} ${word}` : word;
      }
      return lines.map((part, n) => (n === 0 ? line.slice(0, indentation) : ' '.repeat(indentation)) + part).join('\n');
    })
    .join('\n');

export const terminalOn = ({ input, output }: Streams): Terminal => ({
  say: (text = '') => void output.write(`${wrapped(text, Math.min(output.columns || widest, widest))}\n`),
  ask: (question, { hidden } = { hidden: false }) => {
    if (!input.isTTY) {
      throw new Stop(`Nobody is here to answer: "${question}" Start this in a terminal, or see --help.`);
    }
    return new Promise((resolve, reject) => {
      output.write(`${question} `);
      // What is typed is echoed here, and goes no further when it is hidden.
      const echo = new Writable({
        write: (chunk: Buffer, _encoding, done) => {
          if (!hidden) output.write(chunk);
          done();
        },
      });
      const lines = createInterface({ input, output: echo, terminal: true, historySize: 0 });
      lines.on('line', (line) => {
        if (hidden) output.write('\n');
        resolve(line.trim());
        lines.close();
      });
      lines.on('SIGINT', () => lines.close());
      lines.on('close', () => reject(new Stop('\nStopped. Start again when you like: it goes on where it is now.')));
    });
  },
});

/** Whether the answer is yes. Anything else is a no: what costs wants a clear word. */
export const agrees = async (terminal: Terminal, question: string): Promise<boolean> =>
  /^y(es)?$/i.test(await terminal.ask(`${question} (yes or no)`));
