/** What CloudFormation needs to speak for the developer at Amazon: the secret's content, and its names there. */
export interface Keys {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly refreshToken: string;
  readonly vendorId: string;
}

const names = ['clientId', 'clientSecret', 'refreshToken', 'vendorId'] as const;

/** What a secret's text holds of them; what is no text, empty or something else does not count. */
export const keysIn = (text: string | undefined): Partial<Keys> => {
  let held: unknown;
  try {
    held = JSON.parse(text ?? '{}');
  } catch {
    return {};
  }
  if (typeof held !== 'object' || held === null) return {};
  const entries = Object.entries(held) as [string, unknown][];
  return Object.fromEntries<string>(
    entries.flatMap(([name, value]) =>
      names.some((one) => one === name) && typeof value === 'string' && value !== '' ? [[name, value]] : [],
    ),
  );
};

export const missingIn = (keys: Partial<Keys>): string[] => names.filter((name) => !keys[name]);

export const isWhole = (keys: Partial<Keys>): keys is Keys => missingIn(keys).length === 0;
