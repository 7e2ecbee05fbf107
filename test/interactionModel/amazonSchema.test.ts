import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import Ajv from 'ajv';
import spec from 'ask-smapi-model/spec.json';
import skill from '../../interactionModel/skill.json';

interface Definition {
  type?: string;
  properties?: object;
  allOf?: unknown;
  discriminator?: unknown;
  additionalProperties?: unknown;
}

/** Amazon's own definitions, made strict: a misspelt property is an error too. */
const validator = (definition: string) => {
  const definitions = structuredClone(spec.definitions) as Record<string, Definition>;
  for (const each of Object.values(definitions)) {
    const plain = each.type === 'object' && each.properties && !each.allOf && !each.discriminator;
    if (plain && each.additionalProperties === undefined) each.additionalProperties = false;
  }
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  ajv.addSchema({ $id: 'smapi', definitions });
  return ajv.compile({ $ref: `smapi#/definitions/${definition}` });
};

describe('by the schema Amazon checks an upload with', () => {
  const isModel = validator('v1.skill.interactionModel.InteractionModelData');
  const isManifest = validator('v1.skill.Manifest.SkillManifestEnvelope');

  const folder = join(import.meta.dirname ?? __dirname, '../../interactionModel/custom');

  test.each(readdirSync(folder))('the interaction model %s is valid', (file) => {
    isModel(JSON.parse(readFileSync(join(folder, file), 'utf8')));
    expect(isModel.errors).toBeNull();
  });

  test('the manifest is valid', () => {
    isManifest(skill);
    expect(isManifest.errors).toBeNull();
  });

  test('a mistake is found', () => {
    expect(isModel({ interactionModel: { languageModel: { invocationName: 'x y', intents: [{ nam: 'A' }] } } })).toBe(
      false,
    );
    expect(isManifest({ manifest: { manifestVersion: '1.0', endpont: {} } })).toBe(false);
  });
});
