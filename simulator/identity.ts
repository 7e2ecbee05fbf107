import { createHash } from 'node:crypto';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Letters and digits that look like Amazon's, always the same for the same name. */
const scrambled = (name: string, length: number): string => {
  let text = '';
  for (let n = 0; text.length < length; n++) {
    text += [...createHash('sha512').update(`${n} ${name}`).digest()].map((byte) => letters[byte % 32]).join('');
  }
  return text.slice(0, length);
};

/** The skill id that simulated requests carry, and that the bundle is told to accept. */
export const skillId = 'amzn1.ask.skill.5a0e6d1c-0000-4000-8000-0000000000ec';

/** The account of a person, as long as Amazon's. */
export const userIdOf = (name: string): string => `amzn1.ask.account.${scrambled(`user ${name}`, 207)}`;

/** A device of an account, as long as Amazon's. */
export const deviceIdOf = (user: string, device: string): string =>
  `amzn1.ask.device.${scrambled(`device ${device} of ${user}`, 207)}`;

/** A voice that is recognised on a user's devices, as long as Amazon's. */
export const personIdOf = (user: string, name: string): string =>
  `amzn1.ask.person.${scrambled(`person ${name} of ${user}`, 207)}`;
