import { groups, type Item, parts } from './packing.ts';

/**
 * From version 1, 2026-11-20: what "too easy" and "too much" had moved for all exercises at once is now moved for each
 * that was completed.
 */
export const notchesOfEach = (item: Item): Item => {
  const [side = '', second = '', dose = '', ...rest] = groups(item.l, '.*')(0).split('|');
  const digit = String(Math.max(-3, Math.min(3, Number(dose))) + 3);
  const moved = Number(dose) === 0 ? [] : parts(item.x).map((counted) => (/^(\.\.|00)/.test(counted) ? '-' : digit));
  const notches = moved.join('').replace(/-+$/, '');
  const w = item.w === undefined && notches === '' ? {} : { w: `${groups(item.w ?? '----||||', '.*')(0)}|${notches}` };
  return { ...item, ...w, v: 2, l: [side, second, ...rest].join('|') };
};
