import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Parsed content by name of file, relative to the repository: "content/en/phrases.json". */
export type ContentFiles = Readonly<Record<string, unknown>>;

/** Reads every content file of the repository at `root`; the generated schemas are none. */
export function readContentFiles(root: string): ContentFiles {
  const names = readdirSync(path.join(root, 'content'), { recursive: true, encoding: 'utf8' })
    .map((name) => `content/${name.replaceAll(path.sep, '/')}`)
    .filter((file) => file.endsWith('.json') && !file.startsWith('content/schemas/'))
    .sort();
  return Object.fromEntries(names.map((file) => [file, parse(file, readFileSync(path.join(root, file), 'utf8'))]));
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${file} is not JSON`, { cause });
  }
}
