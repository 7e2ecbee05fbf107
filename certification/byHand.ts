/** What only a person can see, with an Echo, a browser, or a profession: what to do, and what it should come to. */
export const byHand: Readonly<Record<string, readonly (readonly [task: string, expected: string])[]>> = {
  'Before anybody but you uses it': [
    ['a physiotherapist reads every exercise for both sides (npm run narrate)', 'a name and a date; none has yet'],
    [
      "read the section on health in Amazon's policy as it is today, with the list in docs/privacy.md beside it",
      'the skill keeps which side hurts and how sessions ended. The policy is reported to refuse skills that collect health information outside HIPAA: ask Amazon before you submit',
    ],
    [
      'have somebody who knows the law of your countries read docs/privacy.md and docs/terms.md',
      'they are plain words by developers',
    ],
    [
      'open the addresses of policy and terms in a private window, without a redirect',
      'both load by https, and name you',
    ],
    ['answer for isExportCompliant, and for the rights to exercises and icon', 'you sign for them in the console'],
  ],
  'On an Echo without a screen': [
    [
      'start the ballerina stretch and listen to a 30-second hold, then to one of 60 seconds',
      'stacked breaks play whole, marks come in time',
    ],
    [
      'hear the longest block to its end (about 200 seconds)',
      'it is not cut off, and the microphone opens after the question',
    ],
    [
      'in the middle of a hold say: Alexa, pause; then: Alexa, resume',
      'it reaches the skill, and carries on at the same set',
    ],
    ['at a gate be silent', 'one reprompt, 40 seconds of silence, then the session ends; the next launch carries on'],
    ['record ten blocks and compare the times with npm run narrate', 'the factor for content/en/pace.json'],
    ['say every example phrase, on a fresh account, in each language you publish', 'the same as on this desk'],
    [
      'say: Alexa, start back routine, with a Routine of your own called "back"',
      "the skill starts, not Alexa's Routine",
    ],
    ['say: Alexa, exit, in a block, and launch again', 'the place is kept'],
    ['unplug it in a block, plug it in, and launch', 'the place is kept'],
    ['lie on a mat three metres away with music playing', 'you are understood, and understand'],
  ],
  'On other devices': [
    [
      'launch on an Echo Show and in the Alexa app',
      'the same words; the screen stays plain, and a card only after a refused permission',
    ],
    [
      'launch on a device with Alexa+, by "open", "ask" and "open ... skill"',
      'it is routed to the skill, and pauses are not rephrased',
    ],
    ['two recognised voices on one Echo', 'each has a place of their own'],
  ],
  'In the Alexa app': [
    ['look at icon, page and phrases on the detail card', 'nothing is cut off, no typing errors'],
    [
      'say: remind me every day at eight; refuse, then allow',
      'a card the first time; the reminder is in the app the second',
    ],
    ['disable the skill, enable it, and launch', 'you are new to it; the log has one skillDisabled record'],
  ],
  'In the developer console': [
    ['run the validation of the Certification tab', 'no error; what it warns of is understood'],
    ['invite a few people to a beta test for two weeks', 'sessions finished, few misunderstandings on the dashboard'],
  ],
};
