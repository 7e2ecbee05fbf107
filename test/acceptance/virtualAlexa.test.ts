import path from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { VirtualAlexa } from 'virtual-alexa';
import { type Dynamo, startDynamo } from '../../simulator/dynamo.ts';
import { skillId } from '../../simulator/identity.ts';
import { loadSkill } from '../../simulator/skill.ts';

/*
 * A client that we did not write matches the words against our interaction model and builds the requests; the bundle
 * that is deployed answers them, on an embedded DynamoDB.
 */

interface Spoken {
  prompt(): string;
  readonly response: { readonly shouldEndSession: boolean };
}

const root = path.join(__dirname, '../..');
let dynamo: Dynamo;
let alexa: { launch(): Promise<unknown>; utter(words: string): Promise<unknown> };

const records: unknown[] = [];

beforeAll(async () => {
  jest.spyOn(console, 'info').mockImplementation((record: unknown) => void records.push(record));
  dynamo = await startDynamo();
  const handler = await loadSkill(path.join(root, 'dist/lambda/index.mjs'), dynamo.endpoint);
  const client = VirtualAlexa.Builder()
    .handler(handler as never)
    .interactionModelFile(path.join(root, 'interactionModel/custom/en-US.json'))
    .applicationID(skillId)
    .create();
  client.filter((request: { request: { requestId: string } }) => {
    // It sends the same id with every request; Alexa never does.
    request.request.requestId = `amzn1.echo-api.request.${crypto.randomUUID()}`;
  });
  alexa = client;
});

afterAll(() => dynamo.stop());

const said = async (answer: Promise<unknown>): Promise<Spoken> => (await answer) as Spoken;

it('another client holds launch, side, yes, pause and resume with the bundle', async () => {
  const welcome = await said(alexa.launch());
  expect(welcome.prompt()).toContain('left, right, or both?');
  expect(welcome.response.shouldEndSession).toBe(false);

  const offer = await said(alexa.utter('my left side hurts'));
  expect(offer.prompt()).toContain('First: ballerina stretch');

  const block = await said(alexa.utter('yes'));
  expect(block.prompt()).toContain('Cross your right foot in front of your left foot.');
  expect(block.prompt()).toContain('<break time="8000ms"/>');
  expect(block.response.shouldEndSession).toBe(false);

  const paused = await said(alexa.utter('pause'));
  expect(paused.prompt()).toContain('Paused.');

  const resumed = await said(alexa.utter('resume'));
  expect(resumed.prompt()).toContain('Ballerina stretch, left side.');

  expect(records).toHaveLength(5);
  expect(JSON.stringify(records)).not.toMatch(/amzn1|hurts/);
});
