/** What a tester says to get to each moment of a conversation, from being new to the skill. */
export const moments: Readonly<Record<string, readonly string[]>> = {
  'nothing open': [],
  'the side is asked': ['alexa, open back routine'],
  'before the first exercise': ['alexa, open back routine', 'left'],
  'in an exercise': ['alexa, open back routine', 'left', 'yes'],
  'after an exercise': ['alexa, open back routine', 'left', 'yes', 'alexa, next'],
  waiting: ['alexa, open back routine', 'left', 'wait a minute'],
  paused: ['alexa, open back routine', 'left', 'yes', 'alexa, pause'],
  'something hurts': ['alexa, open back routine', 'left', 'yes', 'alexa, that hurts'],
  'the last question': ['alexa, ask back routine to start the ballerina stretch', 'left', 'yes'],
  'forget whom': ['alexa, open back routine', 'left', 'forget me'],
  'when to remind': ['alexa, open back routine', 'left', 'remind me'],
  'coming back': ['alexa, open back routine', 'left', 'yes', 'alexa, stop', 'alexa, open back routine'],
};
