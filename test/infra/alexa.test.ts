import 'aws-cdk-lib/testhelpers/jest-autoclean';
import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { synthesize } from '../../infra/synthesize.ts';
import {
  all,
  asText,
  assembly,
  assemblyOf,
  only,
  rightsOf,
  second,
  skillId,
  template,
  templates,
} from './templates.ts';

const skillOf = (deployed: (typeof all)[number]) => only(deployed, 'Alexa', 'Alexa::ASK::Skill');
const first = all.filter((deployed) => !second.includes(deployed));
const packaged = JSON.parse(readFileSync(path.join(__dirname, '../../interactionModel/skill.json'), 'utf8'));

describe.each(first)('%s', (deployed) => {
  it('makes the skill alone, without an endpoint and without events', () => {
    expect(Object.keys(templates(deployed))).toEqual(['Alexa']);
    expect(skillOf(deployed).Properties.SkillPackage.Overrides).toBeUndefined();
    expect(packaged.manifest.apis.custom.endpoint).toBeUndefined();
    expect(packaged.manifest.events).toBeUndefined();
  });
});

describe('a package that is not for us', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'package-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const deployed = (manifest: object) => () => {
    writeFileSync(path.join(folder, 'skill.json'), JSON.stringify({ manifest }));
    return synthesize({}, { skillPackage: folder });
  };
  const called = { endpoint: { uri: 'arn:aws:lambda:us-east-1:123456789012:function:another' } };

  it('is refused where it names an endpoint or events of its own', () => {
    const refused = 'names an endpoint or events. Make it without: npm run package';
    expect(deployed({ apis: { custom: called } })).toThrow(refused);
    expect(deployed({ apis: { custom: { regions: { EU: called } } } })).toThrow(refused);
    expect(deployed({ events: { ...called, subscriptions: [] } })).toThrow(refused);
  });

  it('is missed where it is not there', () => {
    expect(() => synthesize({}, { skillPackage: path.join(folder, 'none') })).toThrow('Make it: npm run package');
  });
});

describe.each(all)('the skill of %s', (deployed) => {
  it('has its credentials from the secret, and never in the template', () => {
    const { VendorId, AuthenticationConfiguration } = skillOf(deployed).Properties;
    const { ClientId, ClientSecret, RefreshToken } = AuthenticationConfiguration;
    const fields = { vendorId: VendorId, clientId: ClientId, clientSecret: ClientSecret, refreshToken: RefreshToken };
    for (const [field, value] of Object.entries(fields)) {
      expect(value).toBe(`{{resolve:secretsmanager:back-routine/alexa:SecretString:${field}::}}`);
    }
  });

  it('lets Amazon read its package, that one file and no other', () => {
    const { SkillPackage } = skillOf(deployed).Properties;
    const role = SkillPackage.S3BucketRole['Fn::GetAtt'][0] as string;
    const trusted = template(deployed, 'Alexa').Resources[role]?.Properties.AssumeRolePolicyDocument.Statement;
    expect(trusted).toMatchObject([{ Principal: { Service: 'alexa-appkit.amazon.com' } }]);
    expect(rightsOf(deployed, 'Alexa', role)).toEqual([
      { actions: ['s3:GetObject'], on: [`arn:aws:s3:::${asText(SkillPackage.S3Bucket)}/${SkillPackage.S3Key}`] },
    ]);
  });

  it('is made once that may be read', () => {
    const policies = Object.entries(template(deployed, 'Alexa').Resources).filter(
      ([, { Type }]) => Type === 'AWS::IAM::Policy',
    );
    expect(policies.length).toBeGreaterThan(0);
    expect(skillOf(deployed).DependsOn).toEqual(expect.arrayContaining(policies.map(([id]) => id)));
  });

  it('tells its id', () => {
    expect(template(deployed, 'Alexa').Outputs.SkillId?.Value).toEqual({ Ref: skillOf(deployed).id });
  });
});

describe.each(second)('the manifest of %s', (deployed) => {
  const { apis, events } = skillOf(deployed).Properties.SkillPackage.Overrides.Manifest;

  it('calls what the skill stacks give, and the nearest of them', () => {
    const name = deployed.startsWith('production') ? 'back-routine-production:live' : 'back-routine';
    const at = (region: string) => `arn:aws:lambda:${region}:<AWS::AccountId>:function:${name}`;
    for (const { endpoint, regions = {} } of [apis.custom, events]) {
      expect(asText(endpoint.uri)).toBe(at('us-east-1'));
      const called = Object.entries<any>(regions).map(([part, one]) => [part, asText(one.endpoint.uri)]);
      expect(Object.fromEntries(called)).toEqual(
        deployed.startsWith('production') ? { NA: at('us-east-1'), EU: at('eu-west-1'), FE: at('us-west-2') } : {},
      );
    }
  });

  it('hears of one event: that the skill was taken off an account', () => {
    expect(events.subscriptions).toEqual([{ eventName: 'SKILL_DISABLED' }]);
  });

  it('overrides nothing that the package has', () => {
    const leaves = (value: any, at: string[] = []): string[][] =>
      value !== null && typeof value === 'object' && !Array.isArray(value) && !('Fn::Join' in value)
        ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...at, key]))
        : [at];
    const overridden = leaves({ apis, events });
    expect(overridden.length).toBeGreaterThan(0);
    for (const steps of overridden) {
      expect(steps.reduce((value: any, key) => value?.[key], packaged.manifest)).toBeUndefined();
    }
  });

  it('comes after Alexa may call, in every region', () => {
    const alexa = assembly(deployed).stacks.find(({ id }) => id.endsWith('Alexa'));
    const skills = assembly(deployed).stacks.filter(({ id }) => id.includes('Skill'));
    expect(skills.length).toBeGreaterThan(0);
    expect(alexa?.dependencies.map(({ id }) => id)).toEqual(expect.arrayContaining(skills.map(({ id }) => id)));
  });
});

it('goes on calling home where nothing nearer is deployed', () => {
  const context = { stage: 'production', regions: 'eu-west-1,us-west-2', skillId };
  const { stacks } = assemblyOf(context);
  const alexa = stacks.find(({ id }) => id === 'BackRoutineProductionAlexa')?.template;
  const { Properties } = Object.values<any>(alexa.Resources).find(({ Type }) => Type === 'Alexa::ASK::Skill');
  const { endpoint, regions } = Properties.SkillPackage.Overrides.Manifest.apis.custom;
  const called = [endpoint, regions.NA.endpoint, regions.EU.endpoint, regions.FE.endpoint].map(
    ({ uri }) => asText(uri).split(':')[3],
  );
  expect(called).toEqual(['eu-west-1', 'us-west-2', 'eu-west-1', 'us-west-2']);
});
