import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import * as esbuild from 'esbuild';
import type { Metafile } from 'esbuild';
import { partsOf, sizesOf } from '../bench/bundleParts.ts';
import { type AlexaApi, startAlexaApi } from '../simulator/alexaApi.ts';
import { Clock } from '../simulator/clock.ts';
import { Echo } from '../simulator/device.ts';
import { type Dynamo, startDynamo } from '../simulator/dynamo.ts';
import { deviceIdOf, skillId, userIdOf } from '../simulator/identity.ts';
import { loadSkill } from '../simulator/skill.ts';
import type { InteractionModel } from '../simulator/understand.ts';
import { hold } from './lambda/home.ts';

const root = path.join(__dirname, '..');
const bundle = path.join(root, 'dist/lambda/index.mjs');
const kib = (bytes: number) => Math.round(bytes / 102.4) / 10;
const fromRoot = <T>(file: string): Promise<T> => import(path.join(root, file)) as Promise<T>;

describe('the size of the bundle', () => {
  const { limit, parts: before } = JSON.parse(readFileSync(path.join(__dirname, 'bundleSizes.json'), 'utf8')) as {
    limit: { raw: number; zip: number };
    parts: Record<string, number>;
  };

  it('stays within its limits', async () => {
    const { build } = await fromRoot<{ build: () => Promise<Metafile> }>('build.mjs');
    const parts = Object.fromEntries(partsOf(await build()).map(([part, bytes]) => [part, kib(bytes)]));
    const { raw, zip } = sizesOf(bundle);
    const grown = Object.entries(parts).filter(([part, size]) => size > (before[part] ?? 0) + 0.5);
    const tooLarge = [
      ...(kib(raw) > limit.raw ? [`${kib(raw)} KiB, where ${limit.raw} are allowed`] : []),
      ...(kib(zip) > limit.zip ? [`${kib(zip)} KiB as a zip, where ${limit.zip} are allowed`] : []),
    ].map(
      (what) =>
        `${what}; grown since bundleSizes.json: ${grown.map(([part, size]) => `${part} ${before[part] ?? 0} → ${size}`).join(', ')}`,
    );
    expect(tooLarge).toEqual([]);
  });
});

describe('what is left out of the bundle', () => {
  const built = async (contents: string) => {
    const { trims } = await fromRoot<{ trims: esbuild.Plugin }>('scripts/trims.mjs');
    const stdin = { contents, resolveDir: root };
    return esbuild.build({
      stdin,
      bundle: true,
      write: false,
      platform: 'node',
      format: 'esm',
      plugins: [trims],
      logLevel: 'silent',
    });
  };

  it('fails the build once a package no longer has it', async () => {
    await expect(built(`import 'ask-sdk-core';`)).rejects.toThrow(
      /@smithy\/core\/event-streams is no longer in the bundle as it was/,
    );
  });

  it('fails the build once something else of it is used', async () => {
    await expect(
      built(`import { EventStreamMarshaller } from '@smithy/core/event-streams'; console.log(EventStreamMarshaller);`),
    ).rejects.toThrow(/No matching export.*EventStreamMarshaller/);
  });
});

it('a place in the bundle is found in the sources', () => {
  const text = 'a listener is saved with the moment of its last turn';
  const lines = readFileSync(bundle, 'utf8').split('\n');
  const line = lines.findIndex((one) => one.includes(text));
  const place = `index.mjs:${line + 1}:${(lines[line]?.indexOf(text) ?? 0) + 1}`;
  const { stdout } = spawnSync(process.execPath, [path.join(root, 'scripts/where.mjs'), place], { encoding: 'utf8' });
  const source = readFileSync(path.join(root, 'lambda/dynamoStore.ts'), 'utf8').split('\n');
  expect(stdout).toContain(`lambda/dynamoStore.ts:${source.findIndex((one) => one.includes(text)) + 1}\n`);
});

describe('the bundle', () => {
  const model = JSON.parse(
    readFileSync(path.join(root, 'interactionModel/custom/en-US.json'), 'utf8'),
  ) as InteractionModel;
  const clock = new Clock(Date.parse('2026-11-20T08:00:00Z'));
  let dynamo: Dynamo;
  let api: AlexaApi;
  beforeAll(async () => {
    jest.spyOn(console, 'info').mockImplementation(() => undefined);
    dynamo = await startDynamo();
    api = await startAlexaApi({ now: () => clock.now, timeZone: 'America/New_York' });
  });
  afterAll(async () => {
    await api.stop();
    await dynamo.stop();
  });

  it("calls Alexa's API: a reminder is set, told, moved and cancelled", async () => {
    const userId = userIdOf('reminded');
    const sender = { applicationId: skillId, userId, deviceId: deviceIdOf(userId, 'bedroom'), locale: 'en-US', api };
    const echo = new Echo({ ...sender, model, clock, handler: await loadSkill(bundle, dynamo.endpoint) });
    await hold(echo, 'alexa, open back routine', 'left');
    const lines = [
      'remind me every day at eight am',
      'what are my reminders',
      'change my reminder to nine am',
      'cancel my reminders',
    ];
    const heard = await hold(echo, ...lines);
    expect(heard[0]).toContain('every day at 8 AM');
    expect(heard[1]).toContain('8 AM');
    expect(heard[2]).toContain('9 AM');
    expect(api.reminders).toEqual([]);
    expect(new Set(api.calls.map((call) => call.split(' ')[0]))).toEqual(new Set(['GET', 'POST', 'PUT', 'DELETE']));
  });
});
