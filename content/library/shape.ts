import type { z } from 'zod';
import type { Finding } from './library.ts';

type Issue = z.core.$ZodIssue;

/** Where a file has not the shape its schema asks for. */
export function* findMisshapen(
  file: string,
  issues: readonly Issue[],
  above: readonly PropertyKey[] = [],
): Generator<Finding> {
  for (const issue of issues) {
    const path = [...above, ...issue.path];
    const closest = issue.code === 'invalid_union' ? closestOf(issue.errors) : undefined;
    if (closest) yield* findMisshapen(file, closest, path);
    else if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys)
        yield { file, field: fieldOf([...path, key]), message: 'is not a key of the format' };
    } else yield { file, field: fieldOf(path), message: issue.message };
  }
}

/** Of the alternatives of a union, the one the writer most likely meant: it has the fewest complaints. */
function closestOf(alternatives: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const complaints = (issues: readonly Issue[]) =>
    issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0);
  return [...alternatives].sort((a, b) => complaints(a) - complaints(b))[0];
}

function fieldOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((field, key) => {
    if (typeof key === 'number') return `${field}[${key}]`;
    return field === '' ? String(key) : `${field}.${String(key)}`;
  }, '');
}
