import 'aws-cdk-lib/testhelpers/jest-autoclean';
import { describe, expect, it } from '@jest/globals';
import { App } from 'aws-cdk-lib';
import { deploymentIn } from '../../infra/deployment.ts';
import { skillId } from './templates.ts';

const read = (context: Record<string, unknown>) => deploymentIn(new App({ context }).node);

describe('the context', () => {
  it('may be empty: a personal stage at home in us-east-1, first phase', () => {
    expect(read({})).toMatchObject({
      stage: 'personal',
      regions: ['us-east-1'],
      name: 'back-routine',
      prefix: 'BackRoutine',
    });
    expect(read({ skillId: '', regions: '' }).skillId).toBeUndefined();
  });

  it('names a production stage of several regions', () => {
    const said = {
      stage: 'production',
      skillId,
      regions: 'eu-west-1, us-west-2',
      alarmEmail: 'a@example.com',
      monthlyBudget: 80,
    };
    const { regions, monthlyBudget, name } = read(said);
    expect([regions, monthlyBudget, name]).toEqual([['eu-west-1', 'us-west-2'], 80, 'back-routine-production']);
  });

  it.each([
    [{ stage: 'staging' }, 'There is no stage "staging". The stages are: personal, production.'],
    [
      { regions: 'eu-central-1' },
      'Alexa cannot call Lambda in "eu-central-1". She can in: us-east-1, eu-west-1, us-west-2, ap-northeast-1.',
    ],
    [
      { regions: 'us-east-1,eu-west-1' },
      'More than one region needs stage=production; the personal stage runs in one.',
    ],
    [{ stage: 'production', regions: 'us-east-1,us-east-1' }, 'The regions name one twice: us-east-1, us-east-1.'],
    [{ regions: ['us-east-1'] }, 'The context "regions" must be plain text, as in: -c regions=…'],
    [{ skillId: `${skillId}0` }, /^"amzn1\..*" is not a skill id\. One looks like amzn1\.ask\.skill\./],
    [{ skillId: 'a skill' }, /^"a skill" is not a skill id\./],
    [{ alarmEmail: 'nobody' }, '"nobody" is not an e-mail address that alarms can go to.'],
    [
      { stage: 'production', alarmEmail: 'a@example.com', monthlyBudget: '-5' },
      '"-5" is no monthly budget: give US dollars, as in 50.',
    ],
    [{ monthlyBudget: '50' }, 'A monthly budget needs stage=production; the personal stage sets none.'],
    [{ stage: 'production', monthlyBudget: '50' }, 'A monthly budget needs alarmEmail, or nobody would hear of it.'],
  ])('is refused in one sentence: %j', (context, sentence) => {
    expect(() => read(context)).toThrow(sentence);
  });
});
