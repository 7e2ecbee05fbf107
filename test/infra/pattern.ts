type Json = { readonly [key: string]: unknown };

const tokens = /\s*(\{|\}|\(|\)|&&|\|\||IS TRUE|>=|=|"[^"]*"|-?\d+(?:\.\d+)?|\$(?:\.\w+)+)/y;

const split = (pattern: string): string[] => {
  const found: string[] = [];
  tokens.lastIndex = 0;
  while (tokens.lastIndex < pattern.trimEnd().length) {
    const at = tokens.lastIndex;
    const token = tokens.exec(pattern)?.[1];
    if (token === undefined) throw new Error(`not understood from here on: ${pattern.slice(at)}`);
    found.push(token);
  }
  return found;
};

const valueAt = (path: string, record: Json): unknown =>
  path
    .split('.')
    .slice(1)
    .reduce<unknown>((value, key) => (value as Json | undefined)?.[key], record);

/**
 * Whether a record matches a CloudWatch metric filter pattern, of which this knows what ours use: a field that equals a
 * text, reaches a number or is true, joined by && and ||, where && binds closer. Everything else throws.
 */
export const matches = (pattern: string, record: Json): boolean => {
  const rest = split(pattern);
  const take = (wanted?: string): string => {
    const token = rest.shift();
    if (token === undefined || (wanted && token !== wanted))
      throw new Error(`${wanted ?? 'more'} expected in ${pattern}`);
    return token;
  };
  const condition = (): boolean => {
    const first = take();
    if (first === '(') {
      const inner = either();
      take(')');
      return inner;
    }
    if (!first.startsWith('$.')) throw new Error(`a field expected instead of ${first}`);
    const value = valueAt(first, record);
    const operator = take();
    if (operator === 'IS TRUE') return value === true;
    const wanted = take();
    if (operator === '=' && wanted.startsWith('"')) return value === wanted.slice(1, -1);
    if (operator === '>=' && /\d$/.test(wanted)) return typeof value === 'number' && value >= Number(wanted);
    throw new Error(`not understood: ${first} ${operator} ${wanted}`);
  };
  const both = (): boolean => {
    const left = condition();
    if (rest[0] !== '&&') return left;
    take();
    const right = both();
    return left && right;
  };
  const either = (): boolean => {
    const left = both();
    if (rest[0] !== '||') return left;
    take();
    const right = either();
    return left || right;
  };
  take('{');
  const result = either();
  take('}');
  if (rest.length > 0) throw new Error(`too much in ${pattern}`);
  return result;
};

/** The fields that a pattern asks for. */
export const fieldsOf = (pattern: string): string[] => split(pattern).filter((token) => token.startsWith('$.'));
