/** Whether words begin with the wake word. */
export const wakes = (words: string): boolean => /^\s*alexa\b/i.test(words);
