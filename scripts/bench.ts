/*
 * How fast the skill starts, side by side with a handler that does nothing and with ask-sdk's standard stack, all under
 * Lambda's runtime interface client and Node; then what the bundle is made of. `--runs 15` starts of each, `--memory`
 * shows the memory sizes that could be bought.
 */
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { Metafile } from 'esbuild';
import { partsOf, sizesOf } from '../bench/bundleParts.ts';
import { secureTable } from '../bench/secureTable.ts';
import { type Start, startOf, variants, warmTurnsOf } from '../bench/starting.ts';

const target = 4;
const root = fileURLToPath(new URL('..', import.meta.url));
const { build } = (await import(pathToFileURL(`${root}/build.mjs`).href)) as { build: () => Promise<Metafile> };
const { values } = parseArgs({ options: { runs: { type: 'string', default: '15' }, memory: { type: 'boolean' } } });
const runs = Number(values.runs);
if (!(runs >= 1)) throw new Error('--runs takes a number of starts, such as 15');

const median = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? NaN;
const middle = (all: readonly Start[], part: (one: Start) => number) => median(all.map(part));
const total = ({ init, first }: Start) => init + first;
const progress = (text: string) => process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${text}` : `${text}\n`);
const done = () => process.stderr.isTTY && process.stderr.write('\r\x1b[K');
const row = (name: string, ...cells: readonly string[]) =>
  console.log(name.padEnd(42) + cells.map((cell) => cell.padStart(10)).join(''));
const kib = (bytes: number) => (bytes / 1024).toFixed(1);

const names = {
  empty: 'an empty handler',
  skill: 'Back Routine, the deployed bundle',
  standard: "ask-sdk's standard stack and its adapter",
} as const;
type Name = keyof typeof names;

/** Dollars for a million turns of so many milliseconds: each second of a gigabyte, and each request. */
const costOf = (milliseconds: number, memory: number) =>
  1e6 * ((milliseconds / 1000) * (memory / 1024) * 0.0000133334 + 0.2e-6);

const table = await secureTable();
const functions = variants(root, table.environment);

/** Interleaved, so that whatever else the machine does befalls all of them alike. */
const interleaved = async (what: string, start: (name: Name) => Promise<Start>): Promise<Record<Name, Start[]>> => {
  const starts: Record<Name, Start[]> = { empty: [], skill: [], standard: [] };
  for (let run = 1; run <= runs; run++) {
    for (const name of Object.keys(names) as Name[]) {
      progress(`${what}: run ${run} of ${runs}, ${names[name]} …`);
      starts[name].push(await start(name));
    }
  }
  done();
  return starts;
};

const cold = await interleaved('cold starts', (name) => startOf(root, functions[name]));
console.log(
  `Medians of ${runs} cold starts each, interleaved. Node 24, TLS to a DynamoDB on this machine, all of a processor.\n`,
);
row('', 'init ms', 'first ms', 'total ms', 'x empty', 'CPU ms', 'x empty', 'MB');
const empty = middle(cold.empty, total);
const emptyProcessor = middle(cold.empty, (one) => one.processor);
for (const name of Object.keys(names) as Name[]) {
  const of = (part: (one: Start) => number) => middle(cold[name], part);
  const [both, processor] = [of(total), of((one) => one.processor)];
  const [init, first, memory] = [of((one) => one.init), of((one) => one.first), of((one) => one.memory)];
  const ratios = [both / empty, processor / emptyProcessor].map((ratio) => ratio.toFixed(2)) as [string, string];
  row(
    names[name],
    init.toFixed(0),
    first.toFixed(1),
    both.toFixed(0),
    ratios[0],
    processor.toFixed(0),
    ratios[1],
    memory.toFixed(0),
  );
}
const ratio = middle(cold.skill, total) / empty;
const met = ratio <= target;
console.log(
  `\nThe bundle takes ${ratio.toFixed(2)} times the empty handler; at most ${target.toFixed(1)} are wanted: ${met ? 'met' : 'NOT MET'}.`,
);

progress('warm turns …');
const warm = await warmTurnsOf(root, functions.skill, 300);
done();
console.log(
  `300 warm launches: p50 ${warm.p50.toFixed(1)} ms, p99 ${warm.p99.toFixed(1)} ms, ${warm.processor.toFixed(1)} ms of processor time each.\n`,
);

if (values.memory) {
  console.log(
    'By memory size, which sets the share of a processor (an empty handler / the bundle / the standard stack):\n',
  );
  row('', 'first ms', '', '', 'total *', 'p50 warm', 'p99 warm', '$ **');
  for (const memory of [256, 512, 1024, 1769]) {
    const starts = await interleaved(`${memory} MB`, (name) => startOf(root, functions[name], memory));
    const throttled = await interleaved(`${memory} MB from birth`, (name) =>
      startOf(root, functions[name], memory, true),
    );
    progress(`${memory} MB, warm turns …`);
    const { p50, p99 } = await warmTurnsOf(root, functions.skill, 300, memory);
    done();
    const first = (Object.keys(names) as Name[]).map((name) => middle(starts[name], (one) => one.first).toFixed(1));
    const throttledTotal = middle(throttled.skill, total).toFixed(0);
    row(`${memory} MB`, ...first, throttledTotal, p50.toFixed(1), p99.toFixed(1), costOf(p50, memory).toFixed(2));
  }
  console.log('\n*  init and first request of the bundle, where init has no more than the share either');
  console.log('** a million warm turns, of the median each, on arm64 in us-east-1\n');
}

const { raw, zip } = sizesOf(`${root}/dist/lambda/index.mjs`);
console.log(`The bundle: ${kib(raw)} KiB, ${kib(zip)} KiB as a zip. Of it, in KiB:\n`);
for (const [part, bytes] of partsOf(await build())) if (bytes >= 512) row(part, kib(bytes));

await table.stop();
process.exit(met ? 0 : 1);
