/**
 * Fits the shape of the pace model (which words take how long) to espeak-ng over everything the skill can say, and
 * prints how well it fits. `npm run pace` shows it, `npm run pace -- --write` puts it into content/en/pace.json. The
 * factor to Alexa's own voice is not fitted here: it is set after one recording on a device (docs/voice.md).
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { english } from '../content/index.ts';
import type { Beat } from '../routine/beats.ts';
import type { Step } from '../routine/listener.ts';
import type { Pace } from '../routine/words.ts';
import { speechSeconds } from '../routine/pace.ts';
import { partsOf } from '../routine/parts.ts';

/** Words a minute for espeak-ng: the middle of what suits young and old (150 to 200, docs/voice.md). */
const wordsAMinute = 170;
const bytesASecond = 22_050 * 2;

if (spawnSync('espeak-ng', ['--version']).status !== 0) {
  console.error('npm run pace needs espeak-ng: apt-get install espeak-ng');
  process.exit(1);
}

/** Every sentence of every exercise in every form and level, and every fixed sentence of the conversation. */
const sentences = (): string[] => {
  const steps = Object.values(english.exercises).flatMap(({ facts }) =>
    Object.keys(facts.forms).flatMap((form) =>
      (['full', 'medium', 'short'] as const).map((level): Step => ({
        id: facts.id,
        exercise: facts.id,
        side: 'left',
        form,
        level,
      })),
    ),
  );
  const spoken = (beats: readonly Beat[]) => beats.map(({ text }) => text);
  const instructions = steps.flatMap((step) =>
    partsOf(english, step).flatMap(({ lead, beats }) => spoken([...lead, ...beats])),
  );
  const phrases = Object.values(english.phrases).flatMap((one) =>
    typeof one === 'string' ? [one] : Object.values(one),
  );
  return [...new Set([...instructions, ...phrases])].filter((text) => /\p{L}/u.test(text) && !text.includes('{'));
};

/** Seconds of speech, without the silence espeak-ng puts around it. */
const measure = (text: string): number => {
  const wav = execFileSync('espeak-ng', ['-v', 'en-us', '-s', String(wordsAMinute), '--stdout', text]);
  const pcm = wav.subarray(wav.indexOf('data') + 8);
  const samples = new Int16Array(pcm.buffer.slice(pcm.byteOffset, pcm.byteOffset + (pcm.length & ~1)));
  const loud = (sample: number) => Math.abs(sample) > 200;
  const first = samples.findIndex(loud);
  const last = samples.findLastIndex(loud);
  return first < 0 ? 0 : ((last - first) * 2) / bytesASecond;
};

const parameters = ['perPhrase', 'perWord', 'perLetter', 'perComma', 'perStop'] as const;
const unit = (key: (typeof parameters)[number]): Pace => ({
  factor: 1,
  perPhrase: 0,
  perWord: 0,
  perLetter: 0,
  perComma: 0,
  perStop: 0,
  [key]: 1,
});
/** What each parameter is multiplied by for a text: the model is linear in them. */
const features = (text: string): number[] => parameters.map((key) => speechSeconds(text, unit(key)));

/** Least squares of the relative error, by the normal equations; a parameter that would be negative is left at 0. */
const fit = (rows: readonly { x: readonly number[]; y: number }[], free = parameters.map((_, i) => i)): number[] => {
  const normal = free.map((i) => [
    ...free.map((j) => rows.reduce((sum, { x, y }) => sum + ((x[i] ?? 0) * (x[j] ?? 0)) / y ** 2, 0)),
    rows.reduce((sum, { x, y }) => sum + (x[i] ?? 0) / y, 0),
  ]);
  const solved = solve(normal);
  const negative = free.filter((_, k) => (solved[k] ?? 0) < 0);
  if (negative.length > 0)
    return fit(
      rows,
      free.filter((i) => !negative.includes(i)),
    );
  return parameters.map((_, i) => (free.includes(i) ? (solved[free.indexOf(i)] ?? 0) : 0));
};

/** Gaussian elimination with pivoting. */
const solve = (matrix: number[][]): number[] => {
  const m = matrix.map((row) => [...row]);
  const at = (r: number, c: number) => m[r]?.[c] ?? 0;
  for (let c = 0; c < m.length; c++) {
    const pivot = m.slice(c).reduce((best, _, k) => (Math.abs(at(c + k, c)) > Math.abs(at(best, c)) ? c + k : best), c);
    const swapped: [number[], number[]] = [m[pivot] ?? [], m[c] ?? []];
    [m[c], m[pivot]] = swapped;
    for (let r = 0; r < m.length; r++) {
      if (r === c) continue;
      const times = at(r, c) / at(c, c);
      m[r] = (m[r] ?? []).map((value, k) => value - times * at(c, k));
    }
  }
  return m.map((_, r) => at(r, m.length) / at(r, r));
};

const texts = sentences();
const rows: { text: string; x: number[]; y: number }[] = [];
for (const [i, text] of texts.entries()) {
  if (process.stderr.isTTY) process.stderr.write(`\r${i + 1} of ${texts.length} sentences`);
  const y = measure(text);
  if (y > 0) rows.push({ text, x: features(text), y });
}
if (process.stderr.isTTY) process.stderr.write('\n');

const shape = Object.fromEntries(fit(rows).map((value, i) => [parameters[i] ?? '', Number(value.toFixed(4))] as const));
const fitted = { factor: 1, ...shape } as unknown as Pace;

const errors = (pace: Pace) =>
  rows
    .map(({ text, y }) => ({
      text,
      y,
      guess: speechSeconds(text, pace),
      off: Math.abs(speechSeconds(text, pace) / y - 1),
    }))
    .sort((a, b) => a.off - b.off);
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
const report = (name: string, pace: Pace) => {
  const sorted = errors(pace);
  const at = (q: number) => percent(sorted[Math.floor((sorted.length - 1) * q)]?.off ?? 0);
  console.log(
    `${name}: median error ${at(0.5)}, 90th percentile ${at(0.9)}, worst ${at(1)}, ${sorted.length} sentences`,
  );
  return sorted;
};

const shapeOfContent: Pace = { ...english.pace, factor: 1 };
report('content/en/pace.json', shapeOfContent);
const worst = report('fitted now          ', fitted).slice(-5).reverse();
console.log(JSON.stringify(fitted));
for (const { text, y, guess } of worst) console.log(`  ${y.toFixed(2)} s, model ${guess.toFixed(2)} s: ${text}`);

if (process.argv.includes('--write')) {
  const file = new URL('../content/en/pace.json', import.meta.url);
  const { factor } = JSON.parse(readFileSync(file, 'utf8')) as Pace;
  writeFileSync(file, `${JSON.stringify({ ...fitted, factor }, null, 2)}\n`);
  console.log('written to content/en/pace.json; the factor stays as it was');
}
