import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { byHand } from '../../certification/byHand.ts';
import { certify, requirements } from '../../certification/certify.ts';
import { rehearse } from '../../certification/rehearse.ts';
import { judged, sources } from '../../certification/requirement.ts';
import { readPackage, type Subject, textsIn } from '../../certification/subject.ts';
import { checklistOf, tableOf } from '../../certification/table.ts';
import { contents } from '../../content/index.ts';
import { assemble, readPublisher } from '../../interactionModel/package/assemble.ts';
import { startDynamo } from '../../simulator/dynamo.ts';
import { loadSkill } from '../../simulator/skill.ts';
import { faults } from './faults.ts';

const root = path.join(__dirname, '../..');
const all = Object.values(requirements).flat();

let subject: Subject;
beforeAll(async () => {
  const publisher = await readPublisher();
  const pack = readPackage(await assemble(['arn:aws:lambda:us-east-1:000000000000:function:back-routine'], publisher));
  const dynamo = await startDynamo();
  const handler = await loadSkill(path.join(root, 'dist/lambda/index.mjs'), dynamo.endpoint);
  const rehearsal = await rehearse(handler, pack.models, pack.manifest);
  await dynamo.stop();
  const policies = ['privacy', 'terms'].map((name) => readFileSync(path.join(root, `docs/${name}.md`), 'utf8'));
  subject = { ...pack, publisher, policies, texts: textsIn(contents), rehearsal };
}, 300_000);

describe('what a machine can check', () => {
  it('is met, but for what only the publisher can supply', () => {
    const findings = Object.values(certify(subject)).flat();
    expect(
      findings
        .filter(({ result }) => result === 'failed')
        .map(({ requirement, against }) => [requirement.requires, against]),
    ).toEqual([]);
    const open = findings.filter(({ result }) => result === 'open');
    expect(open.filter(({ requirement }) => !requirement.publisher)).toEqual([]);
  });

  it('has a fault to be caught for each requirement', () => {
    expect(Object.keys(faults).toSorted()).toEqual(all.map(({ requires }) => requires).toSorted());
  });

  it.each(Object.entries(faults))('catches a fault: %s', (requires, plant) => {
    const requirement = all.find((one) => one.requires === requires)!;
    const met = requirement.publisher ? plant.met!(subject) : subject;
    expect(judged(requirement, met)).toMatchObject({ result: 'met', against: [] });
    const { result, against } = judged(requirement, plant.fault(met));
    expect(result).toBe(requirement.publisher ? 'open' : 'failed');
    expect(against).not.toEqual([]);
  });

  it('is told with its source, and what to do where it is not met', () => {
    const [requirement] = all;
    const finding = judged({ ...requirement!, check: () => ['it is so'] }, subject);
    const table = tableOf({ 'A chapter': [finding] });
    expect(table).toMatch(/FAILED +manifest +the manifest is valid/);
    expect(table).toContain('- it is so');
    expect(table).toContain(`To do: ${requirement!.remedy}.`);
    expect(table).toContain(sources.manifest);
  });
});

describe('what is left for a person', () => {
  it.each([
    'physiotherapist',
    'stacked breaks',
    'Alexa, pause',
    '200 seconds',
    'Alexa+',
    'Routine of your own',
    'private window',
    'health',
  ])('holds: %s', (what) => expect(checklistOf(byHand).replace(/\s+/g, ' ')).toContain(what));
});
