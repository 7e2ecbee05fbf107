import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const start = path.join(__dirname, '../../scripts/start.mjs');

let data: string;
beforeEach(() => {
  data = mkdtempSync(path.join(tmpdir(), 'back-routine-'));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

/** `npm start`, its input a pipe that is still open. */
const started = (...args: string[]) => {
  const env = { ...process.env, NODE_OPTIONS: '', BACK_ROUTINE_DATA: data };
  const child = spawn(process.execPath, [start, ...args], { env });
  const said = { out: '', err: '' };
  child.stdout.on('data', (text) => (said.out += String(text)));
  child.stderr.on('data', (text) => (said.err += String(text)));
  const ended = new Promise<{ code: number | null; out: string; err: string }>((done) =>
    child.on('close', (code) => done({ code, ...said })),
  );
  const until = async (text: string): Promise<void> => {
    while (!said.out.includes(text) && child.exitCode === null) await new Promise((done) => setTimeout(done, 20));
  };
  return { child, ended, until };
};

/** A whole run: these lines, piped. */
const talk = (lines: readonly string[], ...args: string[]) => {
  const { child, ended } = started(...args);
  child.stdin.end(lines.map((line) => `${line}\n`).join(''));
  return ended;
};

const launch = 'alexa, start back routine';

describe('npm start, piped', () => {
  it('reads as a conversation, and a new process carries on with it', async () => {
    const first = await talk([launch, 'left', 'yes', ':at 100s', 'alexa, pause']);
    expect(first).toMatchObject({ code: 0, err: '' });
    const lines = first.out.split('\n');
    expect(lines.filter((line) => line.startsWith('>'))).toEqual([
      `> ${launch}`,
      '> left',
      '> yes',
      '> :at 100s',
      '> alexa, pause',
    ]);
    expect(lines[lines.indexOf('> :at 100s') - 1]).toMatch(/Cross your right foot.* …$/);
    expect(first.out).toMatch(/Paused\..*\(170 s\)/);
    expect(first.out).toContain('(the microphone is open)');
    // No escape codes in a pipe.
    expect(first.out).not.toContain('\u001b');

    const second = await talk([launch]);
    expect(second.out).toMatch(/Welcome back\. Ballerina stretch, left side, (?:second|first) of three\./);
  }, 30_000);

  it('does not run backwards in time', async () => {
    await talk([':wait 5d']);
    const moment = () => Date.parse(readFileSync(path.join(data, 'clock'), 'utf8').trim());
    const first = moment();
    expect(first).toBeGreaterThan(Date.now() + 4 * 86_400_000);
    await talk([launch]);
    expect(moment()).toBeGreaterThanOrEqual(first);
  }, 30_000);

  it('has the plug pulled at the end of its input', async () => {
    const { out } = await talk([launch, 'left', 'yes', ':at 30s']);
    expect(out.trimEnd()).toMatch(/ …$/);
  }, 30_000);

  it('answers somebody who waits for the answer', async () => {
    const { child, ended, until } = started();
    child.stdin.write(`${launch}\n`);
    await until('left, right, or both?');
    child.stdin.end('left\n');
    expect((await ended).out).toContain('Left side.');
  }, 30_000);

  it('keeps the accounts apart', async () => {
    await talk([launch, 'left', 'yes', 'alexa, pause']);
    expect((await talk([launch], '--user', 'anna')).out).toContain('Welcome to Back Routine.');
  }, 30_000);

  it('keeps the voices of an account apart', async () => {
    await talk([launch, 'left', 'yes', 'alexa, pause'], '--person', 'anna');
    expect((await talk([launch], '--person', 'ben')).out).toContain('Welcome to Back Routine.');
    expect((await talk([launch], '--person', 'anna')).out).toContain('Welcome back.');
  }, 30_000);

  it('remembers reminders; without permission Alexa asks for it herself', async () => {
    const remind = 'alexa, ask back routine to remind me every day at eight am';
    const asked = await talk([remind, 'I approve'], '--no-permission');
    expect(asked).toMatchObject({ code: 0, err: '' });
    expect(asked.out).toContain('Do you give back routine permission to update your reminders?');
    expect(asked.out).toContain('every day at 8 AM');
    const list = await talk(['alexa, ask back routine what reminders do I have']);
    expect(list.out).toContain('every day at 8 AM');
  }, 30_000);

  it('ends with a silence that nobody breaks', async () => {
    const { out } = await talk([launch, '', '']);
    expect(out).toContain('(no answer: the Alexa session has ended)');
  }, 30_000);
});

describe('npm start refuses, in a sentence and with an exit code,', () => {
  it.each([
    [['--persona', 'anna'], "Unknown option '--persona'. There are"],
    [['--locale', 'de-DE'], 'There is no locale "de-DE". There are: en-'],
    [['--person', ' '], '--person needs a name'],
    [['left'], "Unexpected argument 'left'. There are"],
    [['--voice'], '--voice speaks in real time'],
  ])(
    '%s',
    async (args, sentence) => {
      const { code, err } = await talk([launch], ...args);
      expect(code).toBe(2);
      expect(err).toContain(sentence);
      expect(err.trim().split('\n')).toHaveLength(1);
    },
    30_000,
  );

  it('a data folder that is in use', async () => {
    const first = started();
    await first.until('start back routine');
    const { code, err } = await talk([launch]);
    first.child.stdin.end();
    await first.ended;
    expect(code).toBe(1);
    expect(err).toMatch(/^The data folder .* is in use by another Back Routine\. End that one first\.\n$/);
  }, 30_000);

  const anyLog = (): string => {
    const table = path.join(data, 'table');
    return path.join(table, readdirSync(table).find((name) => name.endsWith('.log')) ?? '');
  };
  it.each([
    ['clock', () => path.join(data, 'clock'), /clock is broken/],
    ['LevelDB pointer', () => path.join(data, 'table/CURRENT'), /cannot be read/],
    ['LevelDB log', anyLog, /\.log is damaged/],
  ])(
    'a broken data file: %s',
    async (_, file, sentence) => {
      await talk([launch, 'left', 'yes']);
      writeFileSync(file(), 'not what was written here\n');
      const { code, err } = await talk([launch]);
      expect(code).toBe(1);
      expect(err).toMatch(sentence);
      expect(err.trim().split('\n')).toHaveLength(1);
    },
    30_000,
  );
});

it('npm start -- --help tells how to talk', async () => {
  const { code, out } = await talk([], '--help');
  expect(code).toBe(0);
  expect(out).toContain('--user <name>');
  expect(out).toContain(':wait 2h');
}, 30_000);
