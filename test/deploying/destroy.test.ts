import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { deploy } from '../../deploying/deploy.ts';
import { destroy } from '../../deploying/destroy.ts';
import { Account, keys, standAt } from './account.ts';
import { keepsSecrets, sitting } from './sitting.ts';

let account: Account;
let leave: () => void;

beforeEach(async () => {
  account = new Account();
  await account.start();
  leave = standAt(account);
  account.secret = JSON.stringify(keys);
  account.bootstrapped.add('us-east-1').add('eu-west-1');
});

afterEach(async () => {
  leave();
  await account.stop();
});

const deleted = (): string[] =>
  account.asked.flatMap(({ target, region, body }) =>
    target === 'DeleteStack' ? [`${region} ${new URLSearchParams(body).get('StackName')}`] : [],
  );

describe('destroying', () => {
  it('takes away alarms, skill and function, in this order, and leaves the data', async () => {
    await sitting(deploy, account, [], { types: ['yes'] });
    const went = await sitting(destroy, account, [], { types: ['personal'] });
    expect(went.code).toBe(0);
    expect(deleted()).toEqual([
      'us-east-1 BackRoutineWatch',
      'us-east-1 BackRoutineAlexa',
      'us-east-1 BackRoutineSkill',
    ]);
    expect([...account.stacks.keys()]).toEqual(['us-east-1 BackRoutineData']);
    expect(account.table).toEqual([]);
    expect(went.shown).toContain('What stays: BackRoutineData with the table back-routine');
    keepsSecrets(went);
  });

  it('finds all regions by itself', async () => {
    const production = ['--stage', 'production', '--regions', 'eu-west-1,us-east-1'];
    await sitting(deploy, account, production, { types: ['yes'] });
    await sitting(destroy, account, ['--stage', 'production'], { types: ['production'] });
    expect([...account.stacks.keys()]).toEqual(['eu-west-1 BackRoutineProductionData']);
  });

  it.each(['yes', 'production', ''])('deletes nothing after "%s"', async (typed) => {
    await sitting(deploy, account, [], { types: ['yes'] });
    const went = await sitting(destroy, account, [], { types: [typed] });
    expect(went.shown).toContain('Nothing was deleted.');
    expect(deleted()).toEqual([]);
  });

  it('asks a person, whatever the flags', async () => {
    await sitting(deploy, account, [], { types: ['yes'] });
    const went = await sitting(destroy, account, ['--yes'], { types: null });
    expect(went.shown).toContain('Nobody is here to answer');
    expect(deleted()).toEqual([]);
  });

  it('goes on where it stopped', async () => {
    await sitting(deploy, account, [], { types: ['yes'] });
    account.has('us-east-1', 'BackRoutineAlexa', { status: 'STUCK' });
    const failed = await sitting(destroy, account, [], { types: ['personal'] });
    expect(failed.code).toBe(1);
    expect(failed.shown).toContain('describe-stack-events --stack-name BackRoutineAlexa');
    account.asked.length = 0;
    const went = await sitting(destroy, account, [], { types: ['personal'] });
    expect(went.code).toBe(0);
    expect(deleted()).toEqual(['us-east-1 BackRoutineAlexa', 'us-east-1 BackRoutineSkill']);
  });

  it('says so where there is nothing', async () => {
    const went = await sitting(destroy, account, []);
    expect(went.shown).toContain('There is nothing to take away');
    expect(went.code).toBe(0);
  });

  it('says where it could not look', async () => {
    account.failing.set('us-west-2 DescribeStacks', 'AccessDenied');
    const went = await sitting(destroy, account, []);
    expect(went.shown).toContain('- BackRoutineWatch: could not look in us-west-2.');
    expect(went.code).toBe(0);
  });

  it('lets everything be deployed again, over the data that stayed', async () => {
    await sitting(deploy, account, [], { types: ['yes'] });
    await sitting(destroy, account, [], { types: ['personal'] });
    const again = await sitting(deploy, account, [], { types: ['yes'] });
    expect(again.code).toBe(0);
    expect(again.shown).toContain('- BackRoutineData in us-east-1: there.');
    expect(account.stacks.size).toBe(4);
  });

  it('is shown by a dry run without asking anybody', async () => {
    const went = await sitting(destroy, account, ['--dry-run'], { types: null });
    expect(went.code).toBe(0);
    expect(account.asked).toEqual([]);
    expect(went.shown).toContain('Asks: This deletes the skill');
  });
});
