import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Differences } from '../inRegion.ts';
import { drawn, icons } from './icons.ts';
import { iconFile, type Manifest, manifestOf } from './manifest.ts';
import type { Publisher } from './publisher.ts';

/** A skill package in the layout of ask-cli: each file's content by its path. */
export type SkillPackage = ReadonlyMap<string, Uint8Array>;

const folder = fileURLToPath(new URL('..', import.meta.url));
const bytesOf = (file: string): Promise<Uint8Array> => readFile(join(folder, file));
const read = async <T>(file: string): Promise<T> => JSON.parse(await readFile(join(folder, file), 'utf8')) as T;
const asJson = (value: unknown): Uint8Array => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);

/** interactionModel/publisher.json. */
export const readPublisher = (): Promise<Publisher> => read('publisher.json');

/**
 * Everything Amazon gets to know about the skill, the same bytes for the same sources. `endpoints` are the ARNs of the
 * functions Alexa calls; none in the first phase. Throws where Alexa could not call one.
 */
export const assemble = async (endpoints: readonly string[], publisher: Publisher): Promise<SkillPackage> => {
  const locales = (await readdir(join(folder, 'custom'))).map((file) => file.replace(/\.json$/, '')).sort();
  const differences: Record<string, Pick<Differences, 'words'>> = {};
  for (const locale of locales) {
    differences[locale] = locale === 'en-US' ? { words: {} } : await read<Differences>(`differences/${locale}.json`);
  }
  const skill = await read<Manifest>('skill.json');
  const files = new Map([['skill.json', asJson(manifestOf({ skill, differences, publisher, endpoints }))]]);
  for (const locale of locales) {
    files.set(`interactionModels/custom/${locale}.json`, await bytesOf(`custom/${locale}.json`));
  }
  const svg = await readFile(join(folder, 'icon.svg'), 'utf8');
  for (const [icon, width] of Object.entries(icons)) {
    const png = await drawn(svg, width);
    for (const locale of locales) files.set(iconFile(locale, icon), png);
  }
  return files;
};
