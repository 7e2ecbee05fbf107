const bytes = (text: string) => Buffer.byteLength(text, 'utf8');

/**
 * The bytes of an item by DynamoDB's rule, on the safe side: names and texts in UTF-8, a byte for two digits of a
 * number, one more for it, and one for its sign or an odd digit.
 */
export const itemSize = (item: Readonly<Record<string, unknown>>): number =>
  Object.entries(item)
    .map(([name, value]) => {
      if (typeof value === 'string') return bytes(name) + bytes(value);
      if (typeof value === 'number') return bytes(name) + Math.ceil(String(value).length / 2) + 2;
      throw new TypeError(`${name} is neither a text nor a number`);
    })
    .reduce((sum, size) => sum + size, 0);
