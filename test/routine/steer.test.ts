import { describe, expect, it } from '@jest/globals';
import type { Spoken } from '../../routine/steer.ts';
import { type Moment, moment } from '../../routine/moment.ts';
import { steerTable } from '../../routine/steer.ts';
import { english as content } from '../../content/index.ts';
import { newTalk } from '../../routine/talk.ts';
import { conversation, type Conversation, named, side, steering, yes } from './talking.ts';

const launched = conversation().say(steering('launch'));
const offered = launched.say(side('left'));
const inFirst = offered.say(yes);
/** In the second set of the first exercise. */
const inSet: Conversation = { ...inFirst, say: (event) => inFirst.say(event, 100) };
const atGate = inFirst.heard();
const atLast = (() => {
  let talk = atGate;
  for (let i = 0; i < 8 && talk.outcome?.talk.asked !== 'howWasIt'; i++) talk = talk.say(yes).heard();
  return talk;
})();

/** One conversation in each moment. */
const moments: Record<Moment, Conversation> = {
  none: inFirst.heard().say(steering('pause')).later(600),
  choosing: launched,
  gate: atGate,
  block: inSet,
  waiting: atGate.say(steering('wait')).heard(),
  paused: inSet.say(steering('pause')),
  lastQuestion: atLast,
  finished: atLast.say(yes),
};

/** What a turn led to, in a few words. */
const told = ({ outcome }: Conversation): string => {
  if (!outcome) return 'nothing';
  const { talk, listener, reply } = outcome;
  const session = listener.session;
  if (reply.expects === 'nothing') return session?.ended ? `closes, ${session.ended.how}` : 'closes, cleared';
  if (session?.block && !talk.draft && (talk.opensAt ?? 0) > session.block.sentAt && reply.speech.length > 8) {
    return `speaks ${named(session.block.marks[0]?.place)}`;
  }
  const about = talk.draft ? talk.draft.place : session?.place;
  return `asks ${talk.asked}${about ? ` at ${named(about)}` : ''}`;
};

/** conversation rules, cell by cell: what each word leads to in each moment. */
const cells: Record<Moment, Record<Spoken, string>> = {
  none: {
    launch: 'speaks ballerina 1.1.3',
    resume: 'speaks ballerina 1.1.3',
    ready: 'speaks ballerina 1.1.3',
    done: 'speaks ballerina 1.1.3',
    pause: 'speaks ballerina 1.1.3',
    wait: 'speaks ballerina 1.1.3',
    next: 'speaks ballerina 1.1.3',
    previous: 'speaks ballerina 1.1.3',
    repeat: 'speaks ballerina 1.1.3',
    startOver: 'speaks ballerina 1.1.3',
    startOverRoutine: 'asks startOver at ballerina 1.1.3',
    stop: 'closes, paused',
    misunderstood: 'speaks ballerina 1.1.3',
    hurts: 'asks sharp at child-cobra 1.1.0',
    hurtsElsewhere: 'closes, paused',
    tooStrong: 'asks easier at child-cobra 1.1.0',
    warningA: 'closes, cleared',
    warningB: 'closes, cleared',
  },
  choosing: {
    launch: 'asks side',
    resume: 'asks side',
    ready: 'asks side',
    done: 'asks side',
    pause: 'asks side',
    wait: 'asks side',
    next: 'asks side',
    previous: 'asks side',
    repeat: 'asks side',
    startOver: 'asks side',
    startOverRoutine: 'asks side',
    stop: 'closes, cleared',
    misunderstood: 'asks side',
    hurts: 'asks sharp',
    hurtsElsewhere: 'asks side',
    tooStrong: 'asks side',
    warningA: 'closes, cleared',
    warningB: 'closes, cleared',
  },
  gate: {
    launch: 'speaks ballerina 1.1.3',
    resume: 'speaks child-cobra 1.1.0',
    ready: 'speaks child-cobra 1.1.0',
    done: 'speaks child-cobra 1.1.0',
    pause: 'asks carryOn at ballerina 1.1.3',
    wait: 'asks ready at child-cobra 1.1.0',
    next: 'asks next at corkscrew 1.1.0',
    previous: 'asks next at ballerina 1.1.0',
    repeat: 'asks next at child-cobra 1.1.0',
    startOver: 'speaks child-cobra 1.1.0',
    startOverRoutine: 'asks startOver at child-cobra 1.1.0',
    stop: 'closes, stopped',
    misunderstood: 'asks next at child-cobra 1.1.0',
    hurts: 'asks sharp at child-cobra 1.1.0',
    hurtsElsewhere: 'asks next at child-cobra 1.1.0',
    tooStrong: 'asks easier at child-cobra 1.1.0',
    warningA: 'closes, cleared',
    warningB: 'closes, cleared',
  },
  block: {
    launch: 'speaks ballerina 1.1.2',
    resume: 'speaks ballerina 1.1.2',
    ready: 'speaks ballerina 1.1.2',
    done: 'asks next at child-cobra 1.1.0',
    pause: 'asks carryOn at ballerina 1.1.2',
    wait: 'asks carryOn at ballerina 1.1.2',
    next: 'asks next at child-cobra 1.1.0',
    previous: 'speaks ballerina 1.1.1',
    repeat: 'speaks ballerina 1.1.2',
    startOver: 'speaks ballerina 1.1.1',
    startOverRoutine: 'asks startOver at ballerina 1.1.2',
    stop: 'closes, stopped',
    misunderstood: 'speaks ballerina 1.1.2',
    hurts: 'asks sharp at child-cobra 1.1.0',
    hurtsElsewhere: 'asks easier at child-cobra 1.1.0',
    tooStrong: 'asks easier at child-cobra 1.1.0',
    warningA: 'closes, cleared',
    warningB: 'closes, cleared',
  },
  waiting: {
    launch: 'speaks child-cobra 1.1.0',
    resume: 'speaks child-cobra 1.1.0',
    ready: 'speaks child-cobra 1.1.0',
    done: 'speaks child-cobra 1.1.0',
    pause: 'asks carryOn at child-cobra 1.1.0',
    wait: 'asks ready at child-cobra 1.1.0',
    next: 'asks next at corkscrew 1.1.0',
    previous: 'asks next at ballerina 1.1.0',
    repeat: 'asks next at child-cobra 1.1.0',
    startOver: 'speaks child-cobra 1.1.0',
    startOverRoutine: 'asks startOver at child-cobra 1.1.0',
    stop: 'closes, stopped',
    misunderstood: 'asks ready at child-cobra 1.1.0',
    hurts: 'asks sharp at child-cobra 1.1.0',
    hurtsElsewhere: 'asks ready at child-cobra 1.1.0',
    tooStrong: 'asks easier at child-cobra 1.1.0',
    warningA: 'closes, cleared',
    warningB: 'closes, cleared',
  },
  paused: {
    launch: 'speaks ballerina 1.1.2',
    resume: 'speaks ballerina 1.1.2',
    ready: 'speaks ballerina 1.1.2',
    done: 'speaks ballerina 1.1.2',
    pause: 'asks carryOn at ballerina 1.1.2',
    wait: 'asks carryOn at ballerina 1.1.2',
    next: 'asks next at child-cobra 1.1.0',
    previous: 'speaks ballerina 1.1.1',
    repeat: 'asks carryOn at ballerina 1.1.2',
    startOver: 'speaks ballerina 1.1.1',
    startOverRoutine: 'asks startOver at ballerina 1.1.2',
    stop: 'closes, paused',
    misunderstood: 'asks carryOn at ballerina 1.1.2',
    hurts: 'asks sharp at child-cobra 1.1.0',
    hurtsElsewhere: 'asks carryOn at ballerina 1.1.2',
    tooStrong: 'asks easier at child-cobra 1.1.0',
    warningA: 'closes, cleared',
    warningB: 'closes, cleared',
  },
  lastQuestion: {
    launch: 'speaks butt-walk 1.1.5',
    resume: 'closes, finished',
    ready: 'closes, finished',
    done: 'closes, finished',
    pause: 'closes, finished',
    wait: 'asks howWasIt at butt-walk 1.1.0',
    next: 'closes, finished',
    previous: 'speaks butt-walk 1.1.0',
    repeat: 'asks howWasIt at butt-walk 1.1.0',
    startOver: 'speaks butt-walk 1.1.0',
    startOverRoutine: 'asks startOver at butt-walk 1.1.0',
    stop: 'closes, finished',
    misunderstood: 'asks howWasIt at butt-walk 1.1.0',
    hurts: 'asks sharp at butt-walk 1.1.5',
    hurtsElsewhere: 'asks howWasIt at butt-walk 1.1.0',
    tooStrong: 'closes, finished',
    warningA: 'closes, cleared',
    warningB: 'closes, cleared',
  },
  finished: {
    launch: 'asks start at ballerina 1.1.0',
    resume: 'asks start at ballerina 1.1.0',
    ready: 'asks start at ballerina 1.1.0',
    done: 'asks start at ballerina 1.1.0',
    pause: 'asks start at ballerina 1.1.0',
    wait: 'asks start at ballerina 1.1.0',
    next: 'asks start at ballerina 1.1.0',
    previous: 'asks start at ballerina 1.1.0',
    repeat: 'asks start at ballerina 1.1.0',
    startOver: 'asks start at ballerina 1.1.0',
    startOverRoutine: 'asks start at ballerina 1.1.0',
    stop: 'closes, finished',
    misunderstood: 'asks start at ballerina 1.1.0',
    hurts: 'asks sharp at butt-walk 1.1.0',
    hurtsElsewhere: 'closes, finished',
    tooStrong: 'closes, finished',
    warningA: 'closes, cleared',
    warningB: 'closes, cleared',
  },
};

describe('the steer table', () => {
  it.each(Object.keys(cells) as Moment[])('has the moment %s', (which) => {
    const { listener, outcome, now } = moments[which];
    const talk = which === 'none' ? newTalk('later') : (outcome?.talk ?? newTalk('first'));
    expect(moment({ content, listener, talk, now: which === 'block' ? now + 100_000 : now })).toBe(which);
  });

  const rows = (Object.keys(cells) as Moment[]).flatMap((which) =>
    (Object.keys(cells[which]) as Spoken[]).map((word) => [which, word, cells[which][word]] as const),
  );

  it.each(rows)('%s, %s: %s', (which, word, expected) => {
    expect(told(moments[which].say(steering(word)))).toBe(expected);
  });

  it('has no cell without a row', () => {
    const all = Object.entries(steerTable).flatMap(([which, row]) =>
      Object.keys(row).map((word) => `${which} ${word}`),
    );
    expect(rows.map(([which, word]) => `${which} ${word}`).sort()).toEqual(all.sort());
  });
});
