import Ajv, { type ValidateFunction } from 'ajv';
import spec from 'ask-smapi-model/spec.json';

interface Definition {
  type?: string;
  properties?: object;
  allOf?: unknown;
  discriminator?: unknown;
  additionalProperties?: unknown;
}

const names = {
  model: 'v1.skill.interactionModel.InteractionModelData',
  manifest: 'v1.skill.Manifest.SkillManifestEnvelope',
};

/** Checks by Amazon's own definitions of what an upload may hold, made strict: a misspelt property is an error too. */
const amazonSchema = (of: keyof typeof names): ValidateFunction => {
  const definitions = structuredClone(spec.definitions) as Record<string, Definition>;
  for (const each of Object.values(definitions)) {
    const plain = each.type === 'object' && each.properties && !each.allOf && !each.discriminator;
    if (plain && each.additionalProperties === undefined) each.additionalProperties = false;
  }
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  ajv.addSchema({ $id: 'smapi', definitions });
  return ajv.compile({ $ref: `smapi#/definitions/${names[of]}` });
};

/** What is wrong with a value by Amazon's definitions. */
export const misfits = (of: keyof typeof names, value: unknown): string[] => {
  const fits = amazonSchema(of);
  fits(value);
  return (fits.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
};
