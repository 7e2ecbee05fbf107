import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const block = 32 * 1024;
const header = 7;

/** Whether every record of a LevelDB log has a header that LevelDB writes; an unfinished last one is no damage. */
const isSound = (log: Buffer): boolean => {
  for (let at = 0; at + header <= log.length;) {
    const room = block - (at % block);
    if (room < header) {
      at += room;
      continue;
    }
    const length = log.readUInt16LE(at + 4);
    const type = log[at + 6] ?? 0;
    if (type > 4 || length > room - header) return false;
    at += header + length;
  }
  return true;
};

/** LevelDB drops a log it cannot read without a word, and what was remembered with it: this speaks up before. */
export const refuseBrokenLog = (folder: string): void => {
  for (const name of readdirSync(folder)) {
    if (name.endsWith('.log') && !isSound(readFileSync(join(folder, name)))) throw new Error(`${name} is damaged`);
  }
};
