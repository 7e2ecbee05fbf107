import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import model from '../../interactionModel/custom/en-US.json';
import publisher from '../../interactionModel/publisher.json';
import { dynamoStore } from '../../lambda/dynamoStore.ts';
import { understand } from '../../simulator/understand.ts';
import { assemblyOf, skillId } from '../infra/templates.ts';
import { fullListener, now } from '../lambda/listeners.ts';

const read = (name: string) => readFileSync(path.join(__dirname, `../../docs/${name}.md`), 'utf8').replace(/\s+/g, ' ');
const privacy = read('privacy');

/** Where the privacy policy says that this is stored: everything that is remembered must stand here. */
const told = {
  listener: {
    version: undefined,
    session: 'the session that is running or paused',
    preferences: 'your settings',
    welcomed: undefined,
    completed: 'how often you have done each exercise',
    lastStrengthAt: 'when you last did strength exercises',
    completeSessions: 'and each routine',
    totals: 'and totals',
    history: 'your last fourteen sessions',
    lastAt: 'when you last used the skill',
  },
  preferences: {
    side: 'which side of your lower back you named',
    secondSide: 'which side felt tighter',
    notches: 'how much you do',
    pace: 'pace',
    rests: 'rests',
    holds: 'holds',
    getReady: 'time to get ready',
    words: 'how much is said',
    runThrough: 'whether it waits for you',
    never: 'exercises you never want',
    goal: 'your goal for the week',
  },
  session: {
    plan: 'its exercises',
    place: 'the place in it',
    block: 'when its last instructions were sent',
    startedAt: 'when it began',
    seconds: 'how long it has lasted',
    alexaSession: 'a code for the conversation it belongs to',
    completed: 'what of it is done',
    ended: 'whether it was paused, stopped, or ended because something hurt',
    errors: 'whether something went wrong',
  },
};

describe('the privacy policy', () => {
  it('names everything that is stored', () => {
    const { session, preferences } = fullListener;
    const stored = { listener: fullListener, preferences, session: session! };
    for (const [what, of] of Object.entries(stored)) {
      const names = Object.keys(told[what as keyof typeof told]);
      expect([what, Object.keys(of).toSorted()]).toEqual([what, names.toSorted()]);
    }
    const places = Object.values(told).flatMap((of) => Object.values(of).filter((place) => place !== undefined));
    expect(places.filter((place) => !privacy.includes(place))).toEqual([]);
  });

  it('says for how long, as the store does', async () => {
    let expiry = 0;
    const client = {
      send: (command: { input: { Item: { expiresAt: { N: string } } } }) =>
        Promise.resolve((expiry = Number(command.input.Item.expiresAt.N))),
    };
    const store = dynamoStore({ table: 'any', client: client as never });
    const stored = { listener: { ...fullListener, lastAt: now }, revision: 'Xk2_9sabcdefghij' };
    await store.save('anybody', 'household', stored, undefined, AbortSignal.timeout(1000));
    const days = Math.round((expiry - now / 1000) / 86_400);
    expect(privacy).toContain(`deleted ${days} days after you last used the skill`);
  });

  it('says for how long notes and backups are kept, as the templates do', () => {
    const deployed = ['personal', 'production'].flatMap((stage) => assemblyOf({ stage, skillId }).stacks);
    const days = (name: string) =>
      deployed.flatMap(({ template }) =>
        [...JSON.stringify(template).matchAll(new RegExp(`"${name}":(\\d+)`, 'g'))].map(([, held]) => Number(held)),
      );
    const [notes, backups] = [days('RetentionInDays'), days('RecoveryPeriodInDays')];
    expect([notes.length, backups.length]).toEqual([2, 2]);
    for (const held of notes) expect(privacy).toContain(`none of your words, and is deleted after ${held} days`);
    for (const held of backups) expect(privacy).toContain(`keeps backups for up to ${held} days`);
  });

  it('names phrases that are understood', () => {
    const phrases = [...privacy.matchAll(/Say: \**(Alexa, ask Back Routine[^*.,]+)/g)].map(([, phrase]) => phrase!);
    const heard = phrases.map((phrase) => understand(model, phrase, { open: false }));
    expect(heard.map((one) => one.kind === 'intent' && one.intent.name)).toEqual([
      'ForgetIntent',
      'WhatDoYouKnowIntent',
      'CancelRemindersIntent',
    ]);
  });
});

it.each(['privacy', 'terms'])('docs/%s.md is by the publisher', (name) => {
  expect(read(name)).toContain(`${publisher.name}, ${publisher.contact}`);
});
