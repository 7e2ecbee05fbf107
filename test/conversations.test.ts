import { afterAll, beforeAll, describe, it, jest } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { startDynamo } from '../simulator/dynamo.ts';
import type { Dynamo } from '../simulator/dynamo.ts';
import { loadSkill } from '../simulator/skill.ts';
import type { InteractionModel } from '../simulator/understand.ts';
import { runConversation } from './conversations/run.ts';
import type { Scene } from './conversations/run.ts';
import { startUnreliableTable } from './conversations/unreliableTable.ts';

const root = path.join(__dirname, '..');
const folder = path.join(__dirname, 'conversations');
const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));

describe('conversations', () => {
  let dynamo: Dynamo;
  let scene: Scene;

  beforeAll(async () => {
    // The skill's own records of its turns.
    for (const level of ['log', 'info', 'warn', 'error'] as const)
      jest.spyOn(console, level).mockReturnValue(undefined);
    dynamo = await startDynamo();
    const table = await startUnreliableTable(dynamo.endpoint);
    const handler = await loadSkill(path.join(root, 'dist/lambda/index.mjs'), table.endpoint);
    const model = readFileSync(path.join(root, 'interactionModel/custom/en-US.json'), 'utf8');
    scene = { handler, table, model: JSON.parse(model) as InteractionModel };
  });

  afterAll(async () => {
    await scene.table.stop();
    await dynamo.stop();
  });

  it.each(files)(
    '%s',
    async (name) => {
      await runConversation(`test/conversations/${name}`, readFileSync(path.join(folder, name), 'utf8'), scene);
    },
    20_000,
  );
});
