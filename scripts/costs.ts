/*
 * What a session costs: plays whole sessions on the simulated Echo, through the bundle that is deployed and an embedded
 * DynamoDB, counts what AWS would bill, and prints it with its price. Compare with `measured` in deploying/costs.ts.
 */
import { readFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import { dollars, measured, perThousandSessions, sum } from '../deploying/costs.ts';
import { Clock } from '../simulator/clock.ts';
import { Echo, type Handler } from '../simulator/device.ts';
import { startDynamo } from '../simulator/dynamo.ts';
import { deviceIdOf, skillId, userIdOf } from '../simulator/identity.ts';
import { loadSkill } from '../simulator/skill.ts';
import type { InteractionModel } from '../simulator/understand.ts';

process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
const root = fileURLToPath(new URL('..', import.meta.url));
const sessions = 20;

type Value = Readonly<Record<string, string>>;

/** A call of the table, in the units that are paid for. */
const units = { reads: 0, writes: 0, largest: 0 };
const sizeOf = (item: Readonly<Record<string, Value>>): number =>
  Object.entries(item).reduce((sum, [name, value]) => {
    // A number takes a byte for two digits, and one more; a text its bytes.
    const size = value.N === undefined ? Buffer.byteLength(value.S ?? '') : Math.ceil(value.N.length / 2) + 1;
    return sum + Buffer.byteLength(name) + size;
  }, 0);

const count = (target: string, body: string): void => {
  // Eventually or not, a read of up to 4 KB is at most one unit, and one of nothing too.
  if (target.endsWith('.Query')) units.reads += 1;
  if (target.endsWith('.DeleteItem')) units.writes += 1;
  if (!target.endsWith('.PutItem')) return;
  const size = sizeOf((JSON.parse(body) as { Item: Record<string, Value> }).Item);
  units.writes += Math.ceil(size / 1024);
  units.largest = Math.max(units.largest, size);
};

const dynamo = await startDynamo();
const counter = http.createServer((from, to) => {
  const chunks: Buffer[] = [];
  from.on('data', (chunk: Buffer) => chunks.push(chunk));
  from.on('end', () => {
    const body = Buffer.concat(chunks);
    count(String(from.headers['x-amz-target']), body.toString());
    const onward = http.request(dynamo.endpoint, { method: from.method, headers: from.headers }, (answer) => {
      to.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(to);
    });
    onward.end(body);
  });
});
await new Promise<void>((listening) => counter.listen(0, '127.0.0.1', listening));

/** As Lambda's JSON format wraps a record; CloudWatch counts 26 bytes of its own for each. */
const logged = { bytes: 0, finished: 0 };
const print = console.log.bind(console);
const keep = (message: unknown): void => {
  const record = { timestamp: new Date().toISOString(), level: 'INFO', requestId: '0'.repeat(36), message };
  if (/to: 'finished'/.test(inspect(message)) || /finished: true/.test(inspect(message))) logged.finished += 1;
  logged.bytes += Buffer.byteLength(JSON.stringify(record)) + 26;
};
Object.assign(console, { log: keep, info: keep, warn: keep, error: keep });

const skill = await loadSkill(
  `${root}/dist/lambda/index.mjs`,
  `http://127.0.0.1:${(counter.address() as AddressInfo).port}`,
);
const asked = { turns: 0, answers: 0 };
const handler: Handler = async (event, context) => {
  asked.turns += 1;
  const answer = await skill(event, context);
  asked.answers = Math.max(asked.answers, Buffer.byteLength(JSON.stringify(answer)));
  return answer;
};
const model = JSON.parse(readFileSync(`${root}/interactionModel/custom/en-US.json`, 'utf8')) as InteractionModel;
const clock = new Clock(Date.now());
const api = { endpoint: 'http://127.0.0.1:1', token: 'none' };

/** A default routine to its end: one pause of a minute, and yes to every question. */
const session = async (n: number): Promise<void> => {
  const userId = userIdOf(`person ${n % 5}`);
  const sender = { applicationId: skillId, userId, deviceId: deviceIdOf(userId, 'costs'), locale: 'en-US', api };
  const echo = new Echo({ ...sender, handler, model, clock } as ConstructorParameters<typeof Echo>[0]);
  await echo.say('alexa, start back routine');
  await echo.hearOut();
  let paused = false;
  for (let answers = 0; echo.open && answers < 40; answers++) {
    const speaking = await echo.say(answers === 0 && n < 5 ? 'left' : 'yes');
    const long = speaking.some((one) => one.kind === 'speaks' && one.speech.length > 60_000);
    if (long && !paused) {
      paused = true;
      await echo.wait(45);
      await echo.say('alexa, pause');
      await echo.wait(60);
      await echo.say('alexa, resume');
    }
    await echo.hearOut();
  }
  await echo.silence();
  await clock.passTo(clock.now + 24 * 60 * 60 * 1000);
};

for (let n = 0; n < sessions; n++) await session(n);

const each = (sum: number): number => sum / sessions;
const found = {
  turns: each(asked.turns),
  milliseconds: measured.milliseconds,
  reads: each(units.reads),
  writes: each(units.writes),
  logBytesPerTurn: logged.bytes / asked.turns,
};
const row = (what: string, value: string, remark = ''): void =>
  print(`${what.padEnd(34)}${value.padStart(10)}  ${remark}`);
print(
  `${sessions} sessions of five people, ${logged.finished} of them to the end, one pause each, through the deployed bundle.\n`,
);
row('turns a session', found.turns.toFixed(1), `${measured.turns} in deploying/costs.ts`);
row('read units a session', found.reads.toFixed(1), `${measured.reads}`);
row('write units a session', found.writes.toFixed(1), `${measured.writes}`);
row('largest item, bytes', String(units.largest), 'up to 1024 is one write unit');
row('log bytes a turn', found.logBytesPerTurn.toFixed(0), `${measured.logBytesPerTurn}`);
row('largest answer, bytes', String(asked.answers));
row('billed ms a turn', String(found.milliseconds), 'assumed: only an account can show it');
print('\nUS dollars for a thousand sessions, in one region of production:\n');
const costs = perThousandSessions(found);
for (const [part, amount] of Object.entries(costs)) row(part, dollars(amount));
row('together', dollars(sum(costs)));
process.exit(0);
