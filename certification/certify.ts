import { conversationRequirements } from './conversation.ts';
import { modelRequirements } from './model.ts';
import { privacyRequirements } from './privacy.ts';
import { type Finding, judged, type Requirement } from './requirement.ts';
import { storePageRequirements } from './storePage.ts';
import type { Subject } from './subject.ts';

/** What a machine can check of Amazon's requirements, in the order in which it is told. */
export const requirements: Readonly<Record<string, readonly Requirement[]>> = {
  'The store page': storePageRequirements,
  'The interaction models': modelRequirements,
  'The conversation': conversationRequirements,
  'Privacy and security': privacyRequirements,
};

/** Checks everything, by chapter. */
export const certify = (subject: Subject): Readonly<Record<string, readonly Finding[]>> =>
  Object.fromEntries(
    Object.entries(requirements).map(([chapter, all]) => [
      chapter,
      all.map((requirement) => judged(requirement, subject)),
    ]),
  );
