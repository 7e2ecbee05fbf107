import type { v1 } from 'ask-smapi-model';
import type { SkillPackage } from '../interactionModel/package/assemble.ts';
import type { Publisher } from '../interactionModel/package/publisher.ts';
import type { InteractionModel } from '../simulator/understand.ts';
import type { Rehearsal } from './rehearse.ts';

export type Manifest = v1.skill.Manifest.SkillManifest;

/** What is certified: what Amazon is sent, and what the built skill did when it was talked to. */
export interface Subject {
  readonly files: SkillPackage;
  readonly manifest: Manifest;
  /** By locale. */
  readonly models: Readonly<Record<string, InteractionModel>>;
  readonly publisher: Publisher;
  /** Texts of docs/privacy.md and docs/terms.md. */
  readonly policies: readonly string[];
  /** Every text the skill can say, in any locale. */
  readonly texts: readonly string[];
  readonly rehearsal: Rehearsal;
}

const json = (files: SkillPackage, file: string): unknown => {
  const bytes = files.get(file);
  if (!bytes) throw new Error(`The package has no ${file}.`);
  return JSON.parse(Buffer.from(bytes).toString('utf8'));
};

const modelFile = /^interactionModels\/custom\/(.+)\.json$/;

/** The manifest and the models in a package. */
export const readPackage = (files: SkillPackage): Pick<Subject, 'files' | 'manifest' | 'models'> => {
  const locales = [...files.keys()].flatMap((file) => modelFile.exec(file)?.[1] ?? []);
  return {
    files,
    manifest: (json(files, 'skill.json') as { manifest: Manifest }).manifest,
    models: Object.fromEntries(
      locales.map((locale) => [locale, json(files, `interactionModels/custom/${locale}.json`) as InteractionModel]),
    ),
  };
};

/** Every text in a value, however deep. */
export const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};
