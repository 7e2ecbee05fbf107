import { mkdirSync, rmdirSync, writeFileSync } from 'node:fs';

/** Lambda gives a whole processor at this memory size, in MB, and a share of it below. */
const wholeProcessor = 1769;

const period = 20_000;

export interface ProcessorShare {
  /** From now on this process has no more than the share. */
  readonly limit: (pid: number) => void;
  /** Once no process is in it. */
  readonly remove: () => void;
}

const made = (folder: string, files: Record<string, number | string>, tasks: string): ProcessorShare => {
  mkdirSync(folder, { recursive: true });
  for (const [file, value] of Object.entries(files)) writeFileSync(`${folder}/${file}`, String(value));
  return { limit: (pid) => writeFileSync(`${folder}/${tasks}`, String(pid)), remove: () => rmdirSync(folder) };
};

/** The share of a processor that a function of so many MB has, by the kernel's quota. Throws where that may not be set. */
export const shareOf = (memory: number): ProcessorShare => {
  const quota = Math.round((period * memory) / wholeProcessor);
  const name = `back-routine-${process.pid}-${memory}`;
  try {
    return made(
      `/sys/fs/cgroup/cpu/${name}`,
      { 'cpu.cfs_period_us': period, 'cpu.cfs_quota_us': quota },
      'cgroup.procs',
    );
  } catch {
    return made(`/sys/fs/cgroup/${name}`, { 'cpu.max': `${quota} ${period}` }, 'cgroup.procs');
  }
};
