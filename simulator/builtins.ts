import { dateOf } from './spokenDate.ts';
import { numberOf } from './spokenNumber.ts';
import { timeOf } from './spokenTime.ts';

/**
 * What Amazon's own intents and slots understand without a sample of ours. Amazon documents "a subset" of the
 * phrases (developer.amazon.com, Standard Built-in Intents); the second list is what devices are known to take too.
 */

/** Documented by Amazon. */
const documentedPhrases: Readonly<Record<string, readonly string[]>> = {
  'AMAZON.CancelIntent': ['cancel', 'never mind', 'forget it'],
  'AMAZON.FallbackIntent': [],
  'AMAZON.HelpIntent': ['help', 'help me', 'can you help me'],
  'AMAZON.NavigateHomeIntent': ['home', 'go home'],
  'AMAZON.NextIntent': ['next', 'skip', 'skip forward'],
  'AMAZON.NoIntent': ['no', 'no thanks'],
  'AMAZON.PauseIntent': ['pause', 'pause that'],
  'AMAZON.PreviousIntent': ['go back', 'skip back', 'back up'],
  'AMAZON.RepeatIntent': ['repeat', 'say that again', 'repeat that'],
  'AMAZON.ResumeIntent': ['resume', 'continue', 'keep going'],
  'AMAZON.StartOverIntent': ['start over', 'restart', 'start again'],
  'AMAZON.StopIntent': ['stop', 'off', 'shut up'],
  'AMAZON.YesIntent': ['yes', 'yes please', 'sure'],
};

/** Some of what is meant for Alexa or for somebody in the room: Amazon trains its fallback with such phrases. */
const elsewhere = [
  ...['what time is it', 'what day is it', 'what date is it today', "what's the date today", 'how late is it'],
  ...[
    "what's the weather",
    "what's the weather like",
    'is it raining',
    'will it rain tomorrow',
    'how warm is it outside',
  ],
  ...['call my mother', 'call my mom', 'call my friend', 'phone my sister', 'send a message', 'answer the phone'],
  ...['play some music', 'play some jazz', 'play a song', 'play the radio', 'put some music on', 'stop the music'],
  ...['turn on the lights', 'turn off the lights', 'turn off the tv', 'turn on the heating', 'dim the lights'],
  ...['set a timer', 'set a timer for ten minutes', 'set an alarm', 'set an alarm for seven', 'cancel the timer'],
  ...[
    'turn up the volume',
    'turn down the volume',
    'volume up',
    'make it louder',
    "what's in the news",
    'read the news',
  ],
  ...['tell me a joke', 'sing a song', 'how are you', 'how old are you', 'who are you', 'do you love me', 'i love you'],
  ...['what is the capital of france', 'who won the game last night', 'how tall is the tower', 'what is two plus two'],
  ...[
    'add milk to my shopping list',
    'order some milk',
    'buy some bread',
    "what's on my list",
    "what's on my calendar",
  ],
  ...[
    "what's for dinner",
    'dinner is ready',
    'the food is ready',
    'where are my keys',
    'where is my phone',
    'where is the remote',
    'where is the cat',
  ],
  ...['open another skill', 'open the door', 'lock the door', 'good morning', 'happy birthday', 'merry christmas'],
];

const heardPhrases: Readonly<Record<string, readonly string[]>> = {
  'AMAZON.FallbackIntent': elsewhere,
  'AMAZON.NavigateHomeIntent': ['navigate home', 'go to the home screen'],
  'AMAZON.NoIntent': ['nope', 'no thank you'],
  'AMAZON.PauseIntent': ['pause it', 'pause this'],
  'AMAZON.PreviousIntent': ['previous'],
  'AMAZON.YesIntent': ['okay', 'yeah', 'yep', 'yup'],
};

/** Everything that reaches one of Amazon's intents by itself; the model must not claim any of it. */
export const phrasesOf = (intent: string): readonly string[] => [
  ...(documentedPhrases[intent] ?? []),
  ...(heardPhrases[intent] ?? []),
];

/** Reads words as the value of a slot; undefined where they are none. `today` is an ISO date. */
type SlotReader = (words: readonly string[], today: string) => string | undefined;

/**
 * Amazon's own slot types, by their name. A model that uses a type which is missing here is refused: add it when the
 * first slot needs it.
 */
export const builtInSlots: Readonly<Record<string, SlotReader>> = {
  'AMAZON.NUMBER': (words) => numberOf(words)?.toString(),
  'AMAZON.TIME': timeOf,
  'AMAZON.DATE': dateOf,
};
