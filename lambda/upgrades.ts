import { type Item, parts } from './packing.ts';

/**
 * From version 1, 2026-11-20: what "too easy" and "too much" had moved for all exercises at once is now moved for each
 * that was completed.
 */
export const notchesOfEach = (item: Item): Item => {
  const [side = '', second = '', dose = '', ...rest] = String(item.l).split('|');
  const digit = String(Math.max(-3, Math.min(3, Number(dose))) + 3);
  const moved = Number(dose) === 0 ? [] : parts(item.x).map((counted) => (/^(\.\.|00)/.test(counted) ? '-' : digit));
  const notches = moved.join('').replace(/-+$/, '');
  const wishes = item.w === undefined && notches === '' ? {} : { w: `${item.w === undefined ? '----||||' : String(item.w)}|${notches}` };
  return { ...item, ...wishes, v: 2, l: [side, second, ...rest].join('|') };
};
