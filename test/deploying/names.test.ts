import { describe, expect, it } from '@jest/globals';
import { allowedRegions, choiceIn } from '../../deploying/choice.ts';
import { resourceName, secretName, places } from '../../deploying/names.ts';
import { assemblyOf, skillId } from '../infra/templates.ts';

/** Deploying and the infrastructure know nothing of each other but these names. */
describe.each([
  ['personal', 'us-east-1'],
  ['production', 'eu-west-1,us-east-1,us-west-2'],
])('the %s stage', (stage, regions) => {
  const choice = choiceIn(['--stage', stage, '--regions', regions], {});
  const { stacks } = assemblyOf({ stage, regions, skillId });

  it('looks for the stacks that are made, where they are made', () => {
    const made = stacks.map(({ stackName, environment }) => `${stackName} ${environment.region}`);
    expect(
      places(choice)
        .map(({ stack, region }) => `${stack} ${region}`)
        .sort(),
    ).toEqual(made.sort());
  });

  it('reads outputs that are there, and names table and secret as they are', () => {
    const templates = stacks.map(({ stackName, template }) => ({ stackName, text: JSON.stringify(template) }));
    const of = (end: string) => templates.find(({ stackName }) => stackName.endsWith(end))?.text;
    expect(of('Alexa')).toContain('"SkillId":');
    expect(of('Watch')).toContain('"Dashboard":');
    expect(of('Data')).toContain(`"TableName":"${resourceName(choice)}"`);
    expect(of('Alexa')).toContain(`{{resolve:secretsmanager:${secretName}:SecretString:clientId`);
  });
});

describe('the regions', () => {
  it('are those that the infrastructure allows', () => {
    for (const region of allowedRegions) expect(() => assemblyOf({ regions: region })).not.toThrow();
    expect(() => assemblyOf({ regions: 'eu-central-1' })).toThrow(allowedRegions.join(', '));
  });
});
