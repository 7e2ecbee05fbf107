const units: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** "45s", "2h", "1h 30m", "2 d" in seconds; undefined if it is no duration. */
export const durationOf = (text: string): number | undefined => {
  const compact = text.toLowerCase().replace(/\s+/g, '');
  if (!/^(?:\d+(?:\.\d+)?[smhd])+$/.test(compact)) return undefined;
  return [...compact.matchAll(/([\d.]+)([smhd])/g)].reduce(
    (sum, [, n, unit]) => sum + Number(n) * (units[unit ?? ''] ?? 0),
    0,
  );
};
