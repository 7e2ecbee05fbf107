import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import type { Metafile } from 'esbuild';

/** Whose a file of the bundle is: a package's, or one of our folders'. */
const ownerOf = (file: string): string =>
  /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? /^stand-in:(.*)/.exec(file)?.[1] ?? `${file.split('/')[0]}/`;

/** The bytes of each part of a bundle, the largest first. */
export const partsOf = ({ outputs }: Metafile): [part: string, bytes: number][] => {
  const parts = new Map<string, number>();
  for (const { inputs } of Object.values(outputs)) {
    for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
      parts.set(ownerOf(file), (parts.get(ownerOf(file)) ?? 0) + bytesInOutput);
    }
  }
  return [...parts].sort(([, a], [, b]) => b - a);
};

/** The bytes of a file, and of an archive that holds nothing else: what is uploaded. */
export const sizesOf = (file: string): { raw: number; zip: number } => {
  const content = readFileSync(file);
  const framing = 98 + 2 * 'index.mjs'.length;
  return { raw: content.length, zip: deflateRawSync(content, { level: 9 }).length + framing };
};
