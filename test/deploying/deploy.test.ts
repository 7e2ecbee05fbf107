import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { deploy } from '../../deploying/deploy.ts';
import { Account, keys, skillId, standAt } from './account.ts';
import { assemblyOf } from '../infra/templates.ts';
import { keepsSecrets, sitting } from './sitting.ts';

const answers = ['yes', keys.clientId, keys.clientSecret, keys.refreshToken];
let account: Account;
let leave: () => void;

beforeEach(async () => {
  account = new Account();
  await account.start();
  leave = standAt(account);
});

afterEach(async () => {
  leave();
  await account.stop();
});

const made = (): string[] => [...account.stacks.keys()].sort();
const everything = [
  'us-east-1 BackRoutineAlexa',
  'us-east-1 BackRoutineData',
  'us-east-1 BackRoutineSkill',
  'us-east-1 BackRoutineWatch',
];

describe('from nothing', () => {
  it('makes everything after one yes, in two phases, and switches the skill on', async () => {
    account.learning = 2;
    const went = await sitting(deploy, account, [], { types: answers });
    expect(went.shown).toContain('Say to an Echo');
    expect(went.code).toBe(0);
    expect(went.commands.map((text) => /cdk (\S+ \S+)/.exec(text)?.[1] ?? text)).toEqual([
      'npm run --silent build',
      'npm run --silent package',
      'bootstrap aws://123456789012/us-east-1',
      'deploy BackRoutineAlexa',
      'deploy --all',
    ]);
    expect(went.commands[3]).not.toContain('skillId');
    expect(went.commands[4]).toContain(`-c skillId=${skillId}`);
    expect(made()).toEqual(everything);
    expect(account.enabled).toBe(true);
    expect(went.shown).toContain('Amazon is still learning: en-US');
    expect(went.shown).toContain('https://us-east-1.example/');
    keepsSecrets(went);
  });

  it('keeps what was typed in the secret, and looks the vendor id up', async () => {
    await sitting(deploy, account, [], { types: answers });
    expect(JSON.parse(account.secret ?? '')).toEqual(keys);
  });

  it('asks which, where there are several developer accounts', async () => {
    account.vendors = [...account.vendors, { id: 'M2OTHER', name: 'My company' }];
    const went = await sitting(deploy, account, [], { types: [...answers, 'M2OTHER'] });
    expect(went.shown).toContain('- M2OTHER My company');
    expect(JSON.parse(account.secret ?? '')).toEqual({ ...keys, vendorId: 'M2OTHER' });
  });

  it('asks again for what Amazon refuses', async () => {
    const wrong = ['yes', keys.clientId, 'SECRET-mistyped', keys.refreshToken];
    const went = await sitting(deploy, account, [], { types: [...wrong, ...answers.slice(1)] });
    expect(went.shown).toContain('The Client ID and the Client Secret do not belong together.');
    expect(went.code).toBe(0);
    keepsSecrets(went);
  });

  it.each(['no', 'maybe', ''])('makes nothing after "%s"', async (answer) => {
    const went = await sitting(deploy, account, [], { types: [answer] });
    expect(went.shown).toContain('Nothing was made.');
    expect(went.code).toBe(1);
    expect(went.commands).toEqual(['npm run --silent build', 'npm run --silent package']);
    expect(account.actions.filter((action) => /Create|Put|Delete/.test(action))).toEqual([]);
  });

  it('can be stopped at a question', async () => {
    const went = await sitting(deploy, account, [], { types: ['yes'] });
    expect(went.shown).toContain('Start again when you like');
    expect(went.code).toBe(1);
    expect(account.secret).toBeUndefined();
  });

  it('says that nobody is there to answer, rather than wait', async () => {
    const went = await sitting(deploy, account, [], { types: null });
    expect(went.shown).toContain('Nobody is here to answer');
    expect(went.code).toBe(1);
  });

  it('asks nothing in a workflow', async () => {
    account.secret = JSON.stringify(keys);
    account.bootstrapped.add('us-east-1');
    const went = await sitting(deploy, account, ['--yes'], { types: null });
    expect(went.code).toBe(0);
    expect(made()).toEqual(everything);
  });
});

describe('again', () => {
  beforeEach(() => {
    account.secret = JSON.stringify(keys);
    account.bootstrapped.add('us-east-1');
  });

  it('goes on after the first phase with the id that is there', async () => {
    account.has('us-east-1', 'BackRoutineAlexa', { status: 'CREATE_COMPLETE', outputs: { SkillId: skillId } });
    const went = await sitting(deploy, account, [], { types: ['yes'] });
    expect(went.commands.filter((text) => text.includes('cdk'))).toEqual([
      expect.stringContaining(`deploy --all --require-approval never --progress events --no-notices -c stage=personal`),
    ]);
    expect(went.shown).toContain('Done before.');
    expect(account.enabled).toBe(true);
  });

  it('stops where the second phase fails, and the next time goes on from there', async () => {
    const failed = await sitting(deploy, account, [], { types: ['yes'], fails: ['--all'] });
    expect(failed.code).toBe(1);
    expect(failed.shown).toContain('what is done stays done');
    expect(account.enabled).toBe(false);
    account.has('us-east-1', 'BackRoutineSkill', { status: 'ROLLBACK_COMPLETE' });
    const went = await sitting(deploy, account, [], { types: ['yes'] });
    expect(went.shown).toContain('could not be made last time');
    expect(went.commands.filter((text) => text.includes('cdk deploy'))).toHaveLength(1);
    expect(went.code).toBe(0);
  });

  it('asks only for what the secret lacks, and forgets nothing of the rest', async () => {
    account.secret = JSON.stringify({ ...keys, refreshToken: '', note: 'mine' });
    const went = await sitting(deploy, account, [], { types: ['yes', keys.refreshToken] });
    expect(went.shown).toContain('lacks refreshToken');
    expect(JSON.parse(account.secret)).toEqual(keys);
    keepsSecrets(went);
  });

  it('finds out before the first phase that Amazon has taken the token back', async () => {
    account.secret = JSON.stringify({ ...keys, refreshToken: 'Atzr|SECRET-taken-back' });
    const went = await sitting(deploy, account, [], { types: ['yes'] });
    expect(went.shown).toContain('was taken back');
    expect(went.shown).toContain('aws secretsmanager delete-secret');
    expect(went.commands.filter((text) => text.includes('cdk'))).toEqual([]);
    keepsSecrets(went);
  });

  it.each([
    ['UPDATE_ROLLBACK_FAILED', 'continue-update-rollback --stack-name BackRoutineSkill'],
    ['UPDATE_IN_PROGRESS', 'Wait some minutes'],
    ['DELETE_FAILED', 'aws cloudformation delete-stack --stack-name BackRoutineSkill --region us-east-1'],
  ])('says what to do about %s, and does nothing', async (status, sentence) => {
    account.has('us-east-1', 'BackRoutineSkill', { status });
    const went = await sitting(deploy, account, [], { types: [] });
    expect(went.shown).toContain(sentence);
    expect(went.code).toBe(1);
    expect(went.commands).toEqual([]);
  });

  it('knows that the stack of the data is protected, even half made', async () => {
    account.has('us-east-1', 'BackRoutineData', { status: 'ROLLBACK_COMPLETE' });
    const went = await sitting(deploy, account, []);
    expect(went.shown).toContain('--no-enable-termination-protection --stack-name BackRoutineData');
  });

  it('makes no second skill in another region', async () => {
    account.has('eu-west-1', 'BackRoutineAlexa', { status: 'CREATE_COMPLETE', outputs: { SkillId: skillId } });
    const went = await sitting(deploy, account, []);
    expect(went.shown).toContain('There is already BackRoutineAlexa in eu-west-1');
    expect(went.commands).toEqual([]);
  });

  it('does not run into a table that no stack knows of', async () => {
    account.table = [];
    const went = await sitting(deploy, account, []);
    expect(went.shown).toContain('There is a table back-routine in us-east-1 that no stack knows of');
  });

  it('does not let somebody be forgotten who is told of alarms', async () => {
    await sitting(deploy, account, ['--alarm-email', 'me@example.com'], { types: ['yes'] });
    const forgotten = await sitting(deploy, account, [], { types: ['yes'] });
    expect(forgotten.shown).toContain('Alarms go to an e-mail address now, and you named none.');
    expect(forgotten.commands).toEqual([]);
    const ended = await sitting(deploy, account, ['--alarm-email', 'none'], { types: ['yes'] });
    expect(ended.commands.join()).not.toContain('alarmEmail');
    expect(ended.code).toBe(0);
  });

  it('gives a table that is there one copy more at a time', async () => {
    const production = ['--stage', 'production', '--alarm-email', 'me@example.com', '--regions'];
    await sitting(deploy, account, [...production, 'us-east-1'], { types: ['yes'] });
    account.bootstrapped.add('eu-west-1').add('us-west-2');
    const went = await sitting(deploy, account, [...production, 'us-east-1,eu-west-1,us-west-2'], { types: ['yes'] });
    expect(
      went.commands
        .filter((text) => text.includes('cdk deploy'))
        .map((text) => text.replace(/--require.*-c regions/, '… regions')),
    ).toEqual([
      expect.stringContaining('deploy --exclusively BackRoutineProductionData … regions=us-east-1,eu-west-1 '),
      expect.stringContaining('deploy --all … regions=us-east-1,eu-west-1,us-west-2 '),
    ]);
    const fewer = await sitting(deploy, account, [...production, 'us-east-1'], { types: ['yes'] });
    expect(fewer.shown).toMatch(/BackRoutineProductionSkill in eu-west-1/);
  });
});

describe('what is missing is said', () => {
  it.each([
    ['ExpiredToken', 'Your AWS credentials have expired.'],
    ['InvalidClientTokenId', 'AWS does not know the credentials on this computer'],
    ['AccessDenied', 'Your AWS user may not do this: sts:GetCallerIdentity'],
  ])('%s', async (code, sentence) => {
    account.failing.set('GetCallerIdentity', code);
    const went = await sitting(deploy, account, []);
    expect(went.shown).toContain(sentence);
    expect(went.code).toBe(1);
    expect(went.commands).toEqual([]);
    keepsSecrets(went);
  });

  it('a region that may not be looked at, where nothing is to be', async () => {
    account.failing.set('eu-west-1 DescribeStacks', 'AccessDenied');
    const went = await sitting(deploy, account, [], { types: ['yes'] });
    expect(went.shown).toContain('- BackRoutineAlexa: could not look in eu-west-1. Your AWS user may not do this');
    expect(went.shown).toContain('What it makes, and what it costs');
  });

  it('no credentials at all', async () => {
    delete process.env.AWS_ACCESS_KEY_ID;
    delete process.env.AWS_SECRET_ACCESS_KEY;
    const went = await sitting(deploy, account, []);
    expect(went.shown).toContain('There are no AWS credentials on this computer.');
    expect(went.shown).toContain('$ aws login');
  });

  it('no network', async () => {
    process.env.AWS_ENDPOINT_URL = 'http://127.0.0.1:1';
    const went = await sitting(deploy, account, []);
    expect(went.shown).toContain('AWS cannot be reached');
  });

  it.each([
    [['--regions', 'eu-central-1'], 'Alexa cannot call Lambda in "eu-central-1". Choose from us-east-1, eu-west-1'],
    [['--regions', 'us-east-1,eu-west-1'], 'The personal stage runs in one region.'],
    [['--stage', 'staging'], 'There is no stage "staging".'],
    [['--alarm-email', 'me'], '"me" is not an e-mail address'],
    [['--monthly-budget', '5'], 'A monthly budget is of the production stage'],
    [['--quick'], 'Flags come after two dashes'],
    [['production'], 'Flags come after two dashes'],
  ])('%j', async (args, sentence) => {
    const went = await sitting(deploy, account, args);
    expect(went.shown).toContain(sentence);
    expect(went.code).toBe(1);
    expect(account.asked).toEqual([]);
  });

  it('how to switch it on by hand, where Amazon does not let it', async () => {
    account.secret = JSON.stringify(keys);
    account.enablement = 403;
    account.status = 403;
    const went = await sitting(deploy, account, [], { types: ['yes'] });
    expect(went.shown).toContain('Amazon does not tell how far it is.');
    expect(went.shown).toContain('403 The request is not allowed.');
    expect(went.shown.replace(/\s+/g, ' ')).toContain(
      `Switch it on by hand: open https://developer.amazon.com/alexa/console/ask/test/${skillId}/development/en_US/`,
    );
    expect(went.code).toBe(0);
  });
});

describe('a dry run', () => {
  it.each([
    [['--dry-run'], {}],
    [[], { npm_config_dry_run: 'true' }],
  ])('asks nobody, and nothing, with %j', async (args, env) => {
    const went = await sitting(deploy, account, args, { types: null, environment: env });
    expect(went.code).toBe(0);
    expect(account.asked).toEqual([]);
    expect(went.commands).toEqual([]);
  });

  it('warns of what a new account refuses, where the templates ask for it', async () => {
    for (const stage of ['personal', 'production']) {
      const asked = assemblyOf({ stage, skillId }).stacks.flatMap(({ template }) =>
        [...JSON.stringify(template).matchAll(/"ReservedConcurrentExecutions":(\d+)/g)].map(([, many]) => many),
      );
      const { shown } = await sitting(deploy, account, ['--stage', stage, '--dry-run'], { types: null });
      const told = /(\d+) of the turns that the account may run at once/.exec(shown.replace(/\s+/g, ' '));
      expect(told ? [told[1]] : []).toEqual(asked);
    }
  });

  it('shows the very commands, and what each costs', async () => {
    const dry = await sitting(deploy, account, ['--dry-run'], { types: null });
    const earnest = await sitting(deploy, account, [], { types: answers });
    for (const command of earnest.commands) {
      expect(dry.shown).toContain(command.replace(skillId, '<its id>').replace('123456789012', '<your account>'));
    }
    expect(dry.shown.replace(/\s+/g, ' ')).toMatch(/Costs about \$0\.40 a month.*for a thousand sessions/);
  });
});
