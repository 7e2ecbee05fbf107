import { appendFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { format, formatWithOptions } from 'node:util';
import { join } from 'node:path';
import { startAlexaApi } from './alexaApi.ts';
import { canSpeakAloud, speakAloud } from './aloud.ts';
import { Clock } from './clock.ts';
import { Echo } from './device.ts';
import { DataUnusable, startDynamo } from './dynamo.ts';
import { flagsOf, usage, WrongFlag } from './flags.ts';
import type { Flags } from './flags.ts';
import { deviceIdOf, personIdOf, skillId, userIdOf } from './identity.ts';
import { firstMoment, keepMoment } from './lastMoment.ts';
import { linesOf } from './lineQueue.ts';
import { talkLive } from './live.ts';
import { talkPiped } from './piped.ts';
import { loadSkill } from './skill.ts';
import type { InteractionModel } from './understand.ts';

interface TerminalOptions {
  /** The folder of the checkout. */
  readonly root: string;
  readonly args: readonly string[];
  /** Writes dist/lambda/index.mjs; called once it is clear that there will be a conversation. */
  readonly build: () => Promise<unknown>;
}

const greeting = `Type what you would say, and first: alexa, start back routine
("alexa, pause" is heard while she speaks; npm start -- --help tells the rest.)
`;

/** The interaction model of a locale. Throws `WrongFlag` where there is none. */
const modelOf = (root: string, locale: string): InteractionModel => {
  const folder = join(root, 'interactionModel/custom');
  const locales = readdirSync(folder).map((file) => file.replace(/\.json$/, ''));
  if (!locales.includes(locale))
    throw new WrongFlag(`There is no locale "${locale}". There are: ${locales.join(', ')}.`);
  return JSON.parse(readFileSync(join(folder, `${locale}.json`), 'utf8')) as InteractionModel;
};

/** What the skill logs goes to a file: the terminal belongs to the conversation. */
const keepLogIn = (folder: string): void => {
  const log = (...words: unknown[]): void =>
    appendFileSync(join(folder, 'skill.log'), `${formatWithOptions({ breakLength: Infinity }, ...words)}\n`);
  Object.assign(console, { log, info: log, warn: log, error: log, debug: log });
};

const talk = async (flags: Flags, { root, build }: TerminalOptions): Promise<void> => {
  const { user, person, locale, mayRemind, fast, voice } = flags;
  const { stdin, stdout } = process;
  const live = stdin.isTTY && stdout.isTTY && !fast;
  if (voice && !live) throw new WrongFlag('--voice speaks in real time: it needs a terminal, and no --fast.');
  if (voice && !canSpeakAloud())
    throw new WrongFlag('--voice needs espeak-ng, which is not installed (apt install espeak-ng).');

  const model = modelOf(root, locale);
  const folder = process.env.BACK_ROUTINE_DATA ?? join(root, '.data');
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new DataUnusable(`The data folder ${folder} cannot be made: ${(error as Error).message}.`);
  }
  const clock = new Clock(firstMoment(folder, Date.now()));
  const dynamo = await startDynamo(join(folder, 'table'));
  const reminders = join(folder, `reminders-${userIdOf(user).slice(-16)}.json`);
  const api = await startAlexaApi({ file: reminders, now: () => clock.now, mayRemind });
  try {
    await build();
    const handler = await loadSkill(join(root, 'dist/lambda/index.mjs'), dynamo.endpoint);
    const [userId, deviceId] = [userIdOf(user), deviceIdOf(user, 'terminal')];
    const personId = person === undefined ? {} : { personId: personIdOf(user, person) };
    const sender = { applicationId: skillId, userId, deviceId, locale, api, ...personId };
    const echo = new Echo({ ...sender, handler, model, clock });
    keepLogIn(folder);
    let kept = -Infinity;
    const passed = (): void => {
      if (clock.now - kept < 1000) return;
      kept = clock.now;
      keepMoment(folder, kept);
    };
    const print = (line: string): void => void stdout.write(`${line}\n`);
    print(greeting);
    if (live) await talkLive({ echo, input: stdin, output: stdout, passed, ...(voice ? { aloud: speakAloud() } : {}) });
    else {
      const typing = stdin.isTTY ? { repeats: false, prompt: () => void stdout.write('> ') } : { repeats: true };
      await talkPiped({ echo, next: linesOf(stdin), print, passed, ...typing });
      if (stdin.isTTY) print('');
    }
    keepMoment(folder, clock.now);
  } finally {
    await api.stop();
    await dynamo.stop();
  }
};

/** An Echo in the terminal. Returns the exit code. */
export const terminal = async (options: TerminalOptions): Promise<number> => {
  try {
    const flags = flagsOf(options.args);
    if (flags.help) process.stdout.write(`${usage}\n`);
    else await talk(flags, options);
    return 0;
  } catch (error) {
    const forPerson = error instanceof WrongFlag || error instanceof DataUnusable;
    process.stderr.write(`${forPerson ? error.message : format(error)}\n`);
    return error instanceof WrongFlag ? 2 : 1;
  }
};
