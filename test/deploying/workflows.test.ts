import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.join(__dirname, '../../.github/workflows');
const workflows = readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')] as const);

describe.each(workflows)('%s', (_name, text) => {
  it("pins every action to a commit: a tag is the author's to move", () => {
    const used = [...text.matchAll(/uses: (?!\.\/)(\S+)/g)].map(([, action]) => action);
    for (const action of used) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
  });

  it('holds no key, and has no right that it does not name', () => {
    expect(text).not.toMatch(/secrets\.|aws-access-key-id|aws-secret-access-key/);
    expect(text).toMatch(/^permissions:/m);
    expect(text.match(/: write/g) ?? []).toEqual(text.includes('configure-aws-credentials') ? [': write'] : []);
  });

  it('puts nothing from outside into a command', () => {
    for (const [line] of text.matchAll(/^ *(- )?run: .*$/gm)) expect(line).not.toContain('${{');
  });
});

describe('deploying', () => {
  const deploy = workflows.find(([name]) => name === 'deploy.yml')?.[1] ?? '';

  it('waits for the checks and for an approval', () => {
    expect(deploy).toMatch(/needs: checks/);
    expect(deploy).toMatch(/environment: production/);
  });

  it('uses flags that there are', () => {
    const command = /npm run deploy -- (.*)/.exec(deploy)?.[1] ?? '';
    expect([...command.matchAll(/--([\w-]+)/g)].map(([, flag]) => flag)).toEqual([
      'yes',
      'stage',
      'regions',
      'alarm-email',
      'monthly-budget',
    ]);
  });
});
