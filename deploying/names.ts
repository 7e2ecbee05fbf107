import type { Choice, Region } from './choice.ts';

/** What the stacks of `infra/` are called; a test holds the two together. */
const prefix = ({ stage }: Choice): string => (stage === 'production' ? 'BackRoutineProduction' : 'BackRoutine');

export const stackName = (choice: Choice, of: 'Data' | 'Skill' | 'Watch' | 'Alexa'): string => prefix(choice) + of;

/** Of the function and of the table. */
export const resourceName = ({ stage }: Choice): string =>
  stage === 'production' ? 'back-routine-production' : 'back-routine';

/** Holds clientId, clientSecret, refreshToken and vendorId, in the home region. */
export const secretName = 'back-routine/alexa';

export interface Place {
  readonly region: Region;
  readonly stack: string;
}

/** All stacks, in the order in which they are made. */
export const places = (choice: Choice): Place[] => {
  const [home] = choice.regions;
  const everywhere = (of: 'Skill' | 'Watch') =>
    choice.regions.map((region) => ({ region, stack: stackName(choice, of) }));
  return [
    { region: home, stack: stackName(choice, 'Data') },
    ...everywhere('Skill'),
    ...everywhere('Watch'),
    { region: home, stack: stackName(choice, 'Alexa') },
  ];
};
