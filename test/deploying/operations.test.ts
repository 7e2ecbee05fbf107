import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { dollars, measured, perMonth, perThousandSessions, sum } from '../../deploying/costs.ts';
import { choiceIn } from '../../deploying/choice.ts';
import { partitionKey } from '../../lambda/fingerprint.ts';

const root = path.join(__dirname, '../..');
const text = readFileSync(path.join(root, 'docs/operations.md'), 'utf8');
const row = (name: string): string[] => {
  const line = text.split('\n').find((one) => one.startsWith(`| ${name}`)) ?? '';
  return line
    .replaceAll('*', '')
    .split('|')
    .slice(2, -1)
    .map((cell) => cell.trim());
};

describe('the runbook', () => {
  it('shows the costs that deploying tells', () => {
    const thousand = perThousandSessions();
    const parts = { 'function |': thousand.function, 'table, one region |': thousand.table, 'logs |': thousand.logs };
    for (const [name, cost] of Object.entries({
      ...parts,
      'traces (': thousand.traces,
      '**together**': sum(thousand),
    })) {
      expect(row(name)).toEqual([dollars(cost), dollars(1000 * cost)]);
    }
    const further = perThousandSessions(measured, 1).table - thousand.table;
    expect(row('table, for each further region')).toEqual([dollars(further), dollars(1000 * further)]);
    for (const [name, value] of [
      ['turns', measured.turns],
      ['read units', measured.reads],
      ['write units', measured.writes],
      ['log bytes', measured.logBytesPerTurn],
      ['billed milliseconds', measured.milliseconds],
    ] as const) {
      expect(row(name)[1]).toBe(String(value));
    }
  });

  it('says what an unused deployment costs', () => {
    const personal = choiceIn([], {});
    expect(text).toContain(`With nobody using it: ${dollars(perMonth(personal, true))} a month`);
    expect(text).toContain(`used up, ${dollars(perMonth(personal, false))}.`);
  });

  it("finds a person's data by the key under which the skill keeps it", () => {
    const program = /node -p '(.*)'\)/.exec(text)?.[1] ?? '';
    const userId = 'amzn1.ask.account.AEXAMPLE';
    const found = execFileSync(process.execPath, ['-p', program], { env: { USER_ID: userId }, encoding: 'utf8' });
    expect(found.trim()).toBe(partitionKey(userId));
  });

  it('leads to headings and files that there are, by scripts that there are', () => {
    const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
      heading.toLowerCase().replaceAll(' ', '-').replaceAll("'", ''),
    );
    for (const [, target] of text.matchAll(/\]\(#([^)]+)\)/g)) expect(headings).toContain(target);
    const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    // Assembling the package is another part's.
    for (const [, script = ''] of text.matchAll(/npm run (\w+)/g))
      expect({ ...scripts, package: '' }).toHaveProperty(script);
    for (const [, file = ''] of text.matchAll(
      /`((?:infra|lambda|routine|content|\.github|deploying)\/[\w/.-]+\.\w+)`/g,
    )) {
      expect([file, existsSync(path.join(root, file))]).toEqual([file, true]);
    }
  });

  it('is where deploying points to', () => {
    for (const file of ['lookAround', 'agree']) {
      const sources = readFileSync(path.join(root, `deploying/${file}.ts`), 'utf8');
      const heading = /see "([^"]+)" in docs\/operations\.md/i.exec(sources)?.[1] ?? 'none';
      expect(text).toContain(`### ${heading}\n`);
    }
  });

  it('makes a role that may do what deploying asks, and no more', () => {
    const rights = [...text.matchAll(/"Action": (\[[^\]]*\]|"[^"]*")/g)].flatMap(
      ([, json = '']) => JSON.parse(json) as string | string[],
    );
    const wanted = [
      'cloudformation:DescribeStacks',
      'cloudformation:ListStackResources',
      'ssm:GetParameter',
      'dynamodb:DescribeTable',
      'secretsmanager:GetSecretValue',
    ];
    expect(rights.sort()).toEqual(['sts:AssumeRoleWithWebIdentity', 'sts:AssumeRole', ...wanted].sort());
    expect(text).toContain('repo:owner/name:environment:production');
  });
});
