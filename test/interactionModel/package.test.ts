import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import askResources from '../../ask-resources.json';
import { readPackage } from '../../certification/subject.ts';
import { misfits } from '../../certification/amazonSchema.ts';
import { assemble, type SkillPackage } from '../../interactionModel/package/assemble.ts';
import { drawn } from '../../interactionModel/package/icons.ts';
import { openFields, type Publisher } from '../../interactionModel/package/publisher.ts';
import { spelt } from '../../interactionModel/inRegion.ts';

const american = 'arn:aws:lambda:us-east-1:123456789012:function:back-routine';
const european = 'arn:aws:lambda:eu-west-1:123456789012:function:back-routine:live';
const locales = ['en-AU', 'en-CA', 'en-GB', 'en-IN', 'en-US'];

const publisher: Publisher = {
  name: 'The publisher',
  contact: 'contact@publisher.example',
  privacyPolicyUrl: 'https://publisher.example/privacy',
  termsOfUseUrl: 'https://publisher.example/terms',
};
const known: Publisher = {
  name: 'Ann Example',
  contact: 'ann@ann.test',
  privacyPolicyUrl: 'https://ann.test/privacy',
  termsOfUseUrl: 'https://ann.test/terms',
};
const manifestWith = async (endpoints: readonly string[], by: Publisher = publisher) =>
  readPackage(await assemble(endpoints, by)).manifest;

let first: SkillPackage;
beforeAll(async () => {
  first = await assemble([], publisher);
});

describe('the package', () => {
  test('is laid out as ask-cli wants it, where it looks', () => {
    expect(askResources.profiles.default.skillMetadata.src).toBe('./dist/skill-package');
    expect([...first.keys()].toSorted()).toEqual([
      ...locales.flatMap((l) => [`assets/images/${l}_largeIcon.png`, `assets/images/${l}_smallIcon.png`]),
      ...locales.map((locale) => `interactionModels/custom/${locale}.json`),
      'skill.json',
    ]);
  });

  test('is the same bytes each time, icons included', async () => {
    const again = await assemble([], publisher);
    for (const [file, bytes] of first) expect([file, Buffer.compare(bytes, again.get(file)!)]).toEqual([file, 0]);
  });

  test("is valid by Amazon's schema in both phases", async () => {
    for (const endpoints of [[], [american, european]]) {
      expect(misfits('manifest', { manifest: await manifestWith(endpoints, known) })).toEqual([]);
    }
  });

  test('shows the icons of each language from within', () => {
    const { manifest, files } = readPackage(first);
    for (const [locale, page] of Object.entries(manifest.publishingInformation!.locales!)) {
      expect(page.smallIconUri).toBe(`file://assets/images/${locale}_smallIcon.png`);
      expect(files.has(page.largeIconUri!.replace('file://', ''))).toBe(true);
    }
  });

  test('has the page of the United States everywhere, in the spelling of the place', () => {
    const pages = readPackage(first).manifest.publishingInformation!.locales!;
    expect(Object.keys(pages)).toEqual(locales);
    expect(pages['en-GB']!.description).toBe(pages['en-US']!.description);
    expect(spelt('the center of my vacation', { center: 'centre', vacation: 'holiday' })).toBe(
      'the centre of my holiday',
    );
    expect(spelt('the center', {})).toBe('the center');
  });
});

describe('endpoints', () => {
  test('are not there in the first phase, nor are events', async () => {
    const { apis, events } = await manifestWith([]);
    expect(apis?.custom).toEqual({ interfaces: [] });
    expect(events).toBeUndefined();
  });

  test('come with the events, for each region of Alexa', async () => {
    const { apis, events } = await manifestWith([american, european]);
    const regions = { NA: { endpoint: { uri: american } }, EU: { endpoint: { uri: european } } };
    expect(apis?.custom).toEqual({ interfaces: [], endpoint: { uri: american }, regions });
    expect(events).toEqual({
      endpoint: { uri: american },
      regions,
      subscriptions: [{ eventName: 'SKILL_DISABLED' }],
    });
  });

  test.each([
    [['back-routine'], 'is not the ARN of a Lambda function'],
    [['arn:aws:lambda:eu-central-1:123456789012:function:f'], 'Alexa calls no function in eu-central-1'],
    [[american, american], "There are two functions for Alexa's region NA."],
  ])('%j is refused', async (endpoints, message) => {
    await expect(assemble(endpoints, publisher)).rejects.toThrow(message);
  });
});

describe('the publisher', () => {
  test('may be nobody yet, and then no address is invented', async () => {
    expect(openFields(publisher)).toEqual(['name', 'contact', 'privacyPolicyUrl', 'termsOfUseUrl']);
    expect((await manifestWith([])).privacyAndCompliance?.locales?.['en-GB']).toEqual({});
  });

  test('links to both policies in every language', async () => {
    expect(openFields(known)).toEqual([]);
    const { privacyPolicyUrl, termsOfUseUrl } = known;
    const { locales: answers } = (await manifestWith([], known)).privacyAndCompliance!;
    expect(answers).toEqual(Object.fromEntries(locales.map((locale) => [locale, { privacyPolicyUrl, termsOfUseUrl }])));
  });
});

test('a drawing is a PNG of the width that is asked for', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><rect width="2" height="1"/></svg>';
  const png = Buffer.from(await drawn(svg, 20));
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([20, 10]);
});

describe('npm run package', () => {
  const root = path.join(__dirname, '../..');
  const folder = path.join(root, 'dist/skill-package');
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'scripts/package.ts', ...args], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '' },
    });

  test('writes the package and nothing else, and says so', () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'stray.txt'), 'left from before');
    const { status, stdout } = run();
    expect(status).toBe(0);
    expect(stdout).toMatch(/en-US_largeIcon\.png +\d+\.\d KiB/);
    expect(existsSync(path.join(folder, 'stray.txt'))).toBe(false);
    for (const [file, bytes] of first) {
      if (file !== 'skill.json')
        expect([file, readFileSync(path.join(folder, file)).equals(bytes)]).toEqual([file, true]);
    }
    expect(readFileSync(path.join(folder, 'skill.json'), 'utf8')).not.toContain('endpoint');
  });

  test.each([['--endpoint', 'foo'], ['--nothing']])('refuses %s %s, and says how', (...args) => {
    const { status, stderr } = run(...args.filter(Boolean));
    expect(status).toBe(1);
    expect(stderr).toContain('npm run package [-- --endpoint <arn of the function> ...]');
  });
});
