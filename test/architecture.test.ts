import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '..');
const filesIn = (folder: string): string[] => {
  const at = path.join(root, folder);
  return readdirSync(at, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => file.endsWith('.ts') && statSync(path.join(root, file)).isFile());
};

interface Import {
  readonly from: string;
  /** A folder of the house, or `npm` for a package, `node` for a part of Node. */
  readonly of: string;
  readonly typeOnly: boolean;
  readonly name: string;
}

const importsOf = (file: string): Import[] => {
  const source = readFileSync(path.join(root, file), 'utf8');
  const statements = source.matchAll(
    /(?:^|\n)\s*(?:import|export)\s+(type\s+)?[^;'"]*?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)import\s+['"]([^'"]+)['"]/g,
  );
  return [...statements].map((match) => {
    const name = match[2] ?? match[3] ?? match[4] ?? '';
    const target = name.startsWith('.') ? path.relative(root, path.resolve(root, path.dirname(file), name)) : name;
    const of = name.startsWith('.') ? (target.split(path.sep)[0] ?? '') : name.startsWith('node:') ? 'node' : 'npm';
    return { from: file, of, typeOnly: match[1] !== undefined, name };
  });
};

/** What each folder may import; `type:` only as types. Content's schema is for build and tests, and may use its library. */
const rule: Record<string, (one: Import) => boolean> = {
  routine: ({ of }) => of === 'routine',
  content: ({ of, typeOnly, from, name }) =>
    of === 'content' ||
    (of === 'routine' && typeOnly) ||
    (from !== 'content/index.ts' && (name === 'zod' || of === 'node')),
  lambda: ({ of }) => ['lambda', 'routine', 'content', 'npm', 'node'].includes(of),
  // What is deployed is built before: the infrastructure takes folders, and knows nothing of what is in them.
  infra: ({ of, name }) =>
    of === 'infra' || of === 'node' || /^(aws-cdk-lib|constructs|cdk-nag|ask-smapi-model)(\/|$)/.test(name),
  // It asks AWS what is there, and calls the rest by command.
  deploying: ({ of, name }) => of === 'deploying' || of === 'node' || name.startsWith('@aws-sdk/'),
  simulator: ({ of, name }) =>
    of === 'simulator' || of === 'npm' || of === 'node' || name.includes('interactionModel/'),
  interactionModel: ({ of, typeOnly }) =>
    of === 'interactionModel' || of === 'npm' || of === 'node' || (of === 'simulator' && typeOnly),
  certification: ({ of }) => ['certification', 'interactionModel', 'simulator', 'npm', 'node'].includes(of),
};

describe('the dependency rule', () => {
  it.each(Object.keys(rule))('holds in %s', (folder) => {
    const imports = filesIn(folder).flatMap(importsOf);
    expect(imports.length).toBeGreaterThan(0);
    const broken = imports.filter((one) => !rule[folder]?.(one)).map(({ from, name }) => `${from} imports ${name}`);
    expect(broken).toEqual([]);
  });

  it('keeps the schema library and the AWS client where they belong', () => {
    const content = importsOf('content/index.ts');
    expect(content.filter(({ of }) => of === 'npm')).toEqual([]);
    const aws = filesIn('lambda')
      .flatMap(importsOf)
      .filter(({ name }) => name.startsWith('@aws-sdk'));
    expect(new Set(aws.map(({ from }) => from))).toEqual(new Set(['lambda/dynamoStore.ts']));
  });

  it('keeps scripts to themselves', () => {
    const all = [...Object.keys(rule), 'scripts', 'test'].flatMap(filesIn).flatMap(importsOf);
    expect(all.filter(({ of }) => of === 'scripts')).toEqual([]);
  });

  it('keeps the infrastructure and its tools out of what is deployed and simulated', () => {
    const app = ['routine', 'content', 'lambda', 'simulator'].flatMap(filesIn).flatMap(importsOf);
    expect(
      app.filter(({ of, name }) => of === 'infra' || of === 'deploying' || /^(aws-cdk|constructs|cdk-nag)/.test(name)),
    ).toEqual([]);
  });
});
