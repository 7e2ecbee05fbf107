import type { Subject } from './subject.ts';

/** Where a requirement comes from: pages of Amazon's documentation, by a short name. */
export const sources = {
  certification: 'https://developer.amazon.com/docs/custom-skills/certification-requirements-for-custom-skills.html',
  policy: 'https://developer.amazon.com/docs/custom-skills/policy-requirements-for-an-alexa-skill.html',
  security: 'https://developer.amazon.com/docs/custom-skills/security-testing-for-an-alexa-skill.html',
  functional: 'https://developer.amazon.com/docs/custom-skills/functional-testing-for-a-custom-skill.html',
  'voice interface':
    'https://developer.amazon.com/docs/custom-skills/voice-interface-and-user-experience-testing-for-a-custom-skill.html',
  'invocation name':
    'https://developer.amazon.com/docs/custom-skills/choose-the-invocation-name-for-a-custom-skill.html',
  session: 'https://developer.amazon.com/docs/custom-skills/manage-skill-session-and-session-attributes.html',
  response: 'https://developer.amazon.com/docs/custom-skills/request-and-response-json-reference.html',
  'built-in intents': 'https://developer.amazon.com/docs/custom-skills/standard-built-in-intents.html',
  manifest: 'https://developer.amazon.com/docs/smapi/skill-manifest.html',
  model: 'https://developer.amazon.com/docs/smapi/interaction-model-schema.html',
  events: 'https://developer.amazon.com/docs/smapi/skill-events-in-alexa-skills.html',
  reminders: 'https://developer.amazon.com/docs/smapi/alexa-reminders-guidelines-for-usage.html',
} as const;

/** One thing Amazon asks for, and how a machine sees whether it is there. */
export interface Requirement {
  readonly requires: string;
  readonly source: keyof typeof sources;
  /** What to do where it is not met. */
  readonly remedy: string;
  /** Only needed to publish, and nobody but the publisher can do it: not met, it is open, not failed. */
  readonly publisher?: true;
  /** What speaks against it; nothing: it is met. */
  readonly check: (subject: Subject) => readonly string[];
}

export type Result = 'met' | 'failed' | 'open';

export interface Finding {
  readonly requirement: Requirement;
  readonly result: Result;
  /** What speaks against it. */
  readonly against: readonly string[];
}

/** Checks one requirement. */
export const judged = (requirement: Requirement, subject: Subject): Finding => {
  const against = requirement.check(subject);
  const result = against.length === 0 ? 'met' : requirement.publisher ? 'open' : 'failed';
  return { requirement, result, against };
};
