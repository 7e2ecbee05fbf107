import path from 'node:path';
import { envelopeOf, newSession } from '../simulator/envelope.ts';
import { deviceIdOf, skillId, userIdOf } from '../simulator/identity.ts';
import { Environment, type LambdaFunction } from '../test/artefact/lambda.ts';
import { shareOf } from './processorShare.ts';

/** Functions that are compared. */
export const variants = (root: string, table: Readonly<Record<string, string>>) => {
  const limits = { timeout: 7, memory: 1024 };
  const of = (folder: string, environment: Record<string, string>): LambdaFunction => ({
    folder: path.join(root, folder),
    handler: 'index.handler',
    environment: { ...table, ...environment },
    ...limits,
  });
  return {
    empty: of('bench/empty', {}),
    skill: of('dist/lambda', { TABLE_NAME: 'skill', SKILL_ID: skillId }),
    standard: of('bench/standard', { TABLE_NAME: 'standard', AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE: '1' }),
  };
};

export interface Start {
  /** From the start of the process until it asks for its first request, in milliseconds. */
  readonly init: number;
  /** The first request, a launch. */
  readonly first: number;
  /** Milliseconds of processor time for both: the rest of the machine hardly changes it. */
  readonly processor: number;
  /** In MB, after it. */
  readonly memory: number;
}

let people = 0;

const launch = () => {
  const userId = userIdOf(`bench ${++people}`);
  const sender = { applicationId: skillId, userId, deviceId: deviceIdOf(userId, 'bedroom'), locale: 'en-US' };
  return envelopeOf(sender, newSession(), Date.now(), { type: 'LaunchRequest' });
};

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

/** A new execution environment, and its first request; with the processor of so many MB from then on, or from birth. */
export const startOf = async (
  root: string,
  one: LambdaFunction,
  memory?: number,
  fromBirth = false,
): Promise<Start> => {
  const share = memory === undefined ? undefined : shareOf(memory);
  const environment = await Environment.start(root, one, fromBirth ? share?.limit : undefined);
  try {
    if (!fromBirth) share?.limit(environment.pid);
    const first = await timed(() => environment.invoke(launch()));
    return { init: environment.init, first, processor: environment.processorTime, memory: environment.memory };
  } finally {
    await environment.stop();
    share?.remove();
  }
};

export interface WarmTurns {
  readonly p50: number;
  readonly p99: number;
  /** Milliseconds of processor time a turn. */
  readonly processor: number;
}

/** Launches, one after the other, in one environment: each reads the table. */
export const warmTurnsOf = async (
  root: string,
  one: LambdaFunction,
  turns: number,
  memory?: number,
): Promise<WarmTurns> => {
  const share = memory === undefined ? undefined : shareOf(memory);
  const environment = await Environment.start(root, one);
  try {
    for (let n = 0; n < 20; n++) await environment.invoke(launch());
    share?.limit(environment.pid);
    const before = environment.processorTime;
    const times: number[] = [];
    for (let n = 0; n < turns; n++) times.push(await timed(() => environment.invoke(launch())));
    const sorted = times.sort((a, b) => a - b);
    const at = (part: number) => sorted[Math.floor(part * turns)] ?? 0;
    return { p50: at(0.5), p99: at(0.99), processor: (environment.processorTime - before) / turns };
  } finally {
    await environment.stop();
    share?.remove();
  }
};
