import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataUnusable } from './dynamo.ts';

const fileIn = (folder: string): string => join(folder, 'clock');

/** When a run may begin: now, or at the last moment of the run before if that is later. Throws `DataUnusable`. */
export const firstMoment = (folder: string, now: number): number => {
  let stored: string;
  try {
    stored = readFileSync(fileIn(folder), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return now;
    throw new DataUnusable(`${fileIn(folder)} cannot be read: ${(error as Error).message}.`);
  }
  const last = Date.parse(stored.trim());
  if (Number.isNaN(last)) {
    throw new DataUnusable(
      `${fileIn(folder)} is broken: it should hold one time, as in 2026-01-31T09:00:00.000Z. Delete it to begin at the present.`,
    );
  }
  return Math.max(now, last);
};

/** Keeps the last moment of this run. */
export const keepMoment = (folder: string, now: number): void => {
  // Renamed into place: a process killed in between leaves the old file whole.
  writeFileSync(`${fileIn(folder)}.new`, `${new Date(now).toISOString()}\n`);
  renameSync(`${fileIn(folder)}.new`, fileIn(folder));
};
