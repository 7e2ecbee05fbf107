import { describe, expect, test } from '@jest/globals';
import english from '../../interactionModel/custom/en-US.json';
import { understand } from '../../simulator/understand.ts';

const closed = (line: string) => understand(english, line, { open: false });
const open = (line: string) => understand(english, line, { open: true });
const intent = (line: string, isOpen = true) => {
  const understood = understand(english, line, { open: isOpen });
  if (understood.kind !== 'intent') throw new Error(`"${line}" is ${understood.kind}`);
  return understood;
};

describe('launching', () => {
  const words = ['open', 'start', 'launch', 'begin', 'run', 'load', 'use', 'play', 'talk to', 'resume'];
  const lines = words.flatMap((word) => [
    `alexa ${word} back routine`,
    `${word} the back routine`,
    `Alexa, ${word} my Back Routine.`,
  ]);

  test.each([
    ...lines,
    'back routine',
    'Alexa, back routine',
    'alexa ask back routine',
    'alexa please open back routine',
  ])('%s', (line) => {
    expect(closed(line)).toEqual({ kind: 'launch' });
    expect(open(line)).toEqual({ kind: 'launch' });
  });
});

describe('one-shots', () => {
  test.each([
    ['alexa ask back routine to start on my left side', 'StartIntent'],
    ['ask back routine to resume my paused session', 'ContinueIntent'],
    ['Alexa, ask the back routine to start the book stretch', 'RoutineIntent'],
    ["alexa tell back routine I'm ready", 'ReadyIntent'],
    ['alexa tell back routine that my right side hurts', 'SideIntent'],
    ['alexa ask back routine for the full routine', 'RoutineIntent'],
    ['alexa ask back routine for help', 'AMAZON.HelpIntent'],
    ['alexa tell back routine to pause', 'AMAZON.PauseIntent'],
    ['alexa open back routine and start on my right side', 'StartIntent'],
    ['alexa resume back routine and carry on where i stopped', 'ContinueIntent'],
    ['alexa start on my left side with back routine', 'StartIntent'],
    ['alexa resume my paused session from back routine', 'ContinueIntent'],
    ['alexa do the ballerina in my back routine', 'ExerciseIntent'],
    ['alexa can you ask back routine to start fresh', 'StartFreshIntent'],
    ['alexa tell back routine i have chest pain', 'WarningAIntent'],
  ])('%s → %s', (line, name) => {
    expect(intent(line, false)).toMatchObject({ intent: { name }, newSession: true });
    expect(intent(line, true)).toMatchObject({ intent: { name }, newSession: true });
  });

  test('a request that is not understood still reaches the skill', () => {
    expect(intent('alexa ask back routine for a blue banana', false)).toMatchObject({
      intent: { name: 'AMAZON.FallbackIntent' },
      how: 'fallback',
      newSession: true,
    });
  });
});

describe('what never reaches the skill', () => {
  test.each(['yes', 'left', 'alexa stop', 'alexa resume', 'alexa what time is it', 'exit', '', 'alexa'])(
    'closed: "%s"',
    (line) => {
      expect(closed(line)).toEqual({ kind: 'elsewhere' });
    },
  );

  test.each(['exit', 'quit', 'alexa exit', 'Exit back routine!', 'alexa, quit the back routine'])(
    'open: "%s" ends it',
    (line) => {
      expect(open(line)).toEqual({ kind: 'exit' });
    },
  );

  test.each(['', '  ', 'alexa', '...'])('open: "%s" is nothing', (line) => {
    expect(open(line)).toEqual({ kind: 'elsewhere' });
  });
});

describe('the intent as Amazon sends it', () => {
  const authority = (type: string) => `amzn1.er-authority.echo-sdk.amzn1.ask.skill.simulated.${type}`;

  test('without slots', () => {
    expect(open('Yes.')).toEqual({
      kind: 'intent',
      intent: { name: 'AMAZON.YesIntent', confirmationStatus: 'NONE' },
      newSession: false,
      how: 'exact',
      score: 1,
    });
  });

  test('a synonym is resolved to its value and id', () => {
    const resolutions = {
      resolutionsPerAuthority: [
        {
          authority: authority('Side'),
          status: { code: 'ER_SUCCESS_MATCH' },
          values: [{ value: { name: 'left', id: 'left' } }],
        },
      ],
    };
    expect(intent('my left hip').intent).toEqual({
      name: 'SideIntent',
      confirmationStatus: 'NONE',
      slots: {
        side: {
          name: 'side',
          value: 'left hip',
          resolutions,
          confirmationStatus: 'NONE',
          source: 'USER',
          slotValue: { type: 'Simple', value: 'left hip', resolutions },
        },
      },
    });
  });

  test('words that are no value are handed on unresolved', () => {
    const { intent: heard, how } = intent('start on my piano');
    expect(how).toBe('close');
    expect(heard.slots?.side).toMatchObject({
      value: 'piano',
      resolutions: {
        resolutionsPerAuthority: [{ authority: authority('Side'), status: { code: 'ER_SUCCESS_NO_MATCH' } }],
      },
    });
    expect(heard.slots?.side?.resolutions?.resolutionsPerAuthority[0]).not.toHaveProperty('values');
  });

  test('an empty slot is there by name only', () => {
    expect(intent('start').intent.slots).toEqual({ side: { name: 'side', confirmationStatus: 'NONE' } });
  });
});

describe('certainty', () => {
  test.each([
    ['left', 'exact'],
    ['LEFT!', 'exact'],
    ['um left', 'close'],
    ['reday', 'close'],
    ['blue banana', 'fallback'],
  ])('%s is %s', (line, how) => {
    expect(intent(line).how).toBe(how);
  });

  test('digits are words', () => {
    expect(intent('call 911').intent.name).toBe('WarningAIntent');
    expect(intent('give me 2 minutes')).toMatchObject({ how: 'exact', intent: { name: 'MinutesIntent' } });
  });

  test.each(['lift', 'lefty', 'rigth', 'light side', 'yet', 'yeas', 'nos', 'bot sides'])(
    '"%s" is no side, no yes and no no',
    (line) => {
      expect(['AMAZON.YesIntent', 'AMAZON.NoIntent', 'SideIntent']).not.toContain(intent(line).intent.name);
    },
  );
});
