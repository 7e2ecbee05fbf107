/**
 * The device's own voice, made up independently of the skill's pace: about 155 words a minute, digits read out,
 * a breath at each comma and a longer one after each sentence.
 */
export const secondsToSay = (text: string): number => {
  const letters = text.replace(/\d/g, '12345').replace(/[^\p{L}\p{N} ]/gu, '').length;
  const commas = text.match(/[,;:–—]/g)?.length ?? 0;
  const stops = text.match(/[.?!…]+/g)?.length ?? 0;
  return letters * 0.06 + commas * 0.2 + stops * 0.45;
};
