const ones = [
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
  ...['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'],
];
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** A number from 0 to 99 in words; undefined of words that are none. */
export const numberOf = (words: readonly string[]): number | undefined => {
  const [first, second, ...more] = words;
  if (first === undefined || more.length > 0) return undefined;
  const ten = tens.indexOf(first);
  if (second === undefined) {
    if (ten >= 0) return (ten + 2) * 10;
    const one = ones.indexOf(first);
    return one >= 0 ? one : undefined;
  }
  const one = ones.indexOf(second);
  return ten >= 0 && one >= 1 && one <= 9 ? (ten + 2) * 10 + one : undefined;
};

/** A number in words, as it is heard: "8:05" is eight oh five; from one hundred on digit by digit, as in 911. */
export const inWords = (digits: string): string => {
  const n = Number(digits);
  if (/^0[1-9]$/.test(digits)) return `oh ${ones[n]}`;
  if (digits.length > 2) return [...digits].map((d) => ones[Number(d)]).join(' ');
  if (n < 20) return ones[n] ?? digits;
  return [tens[Math.floor(n / 10) - 2], n % 10 === 0 ? undefined : ones[n % 10]].filter(Boolean).join(' ');
};
