import { describe, expect, test } from '@jest/globals';
import { builtInSlots } from '../../simulator/builtins.ts';
import { wordsOf } from '../../simulator/words.ts';

/** A Wednesday. */
const today = '2027-03-03';
const read = (type: string, said: string) => builtInSlots[type]!(wordsOf(said), today);

describe('AMAZON.NUMBER', () => {
  const ones = ['zero', 'one', 'nine', 'ten', 'nineteen', 'twenty', 'twenty one', 'forty five', 'sixty', 'ninety nine'];
  test.each(ones.map((said, n) => [said, ['0', '1', '9', '10', '19', '20', '21', '45', '60', '99'][n]]))(
    '%s is %s',
    (said, n) => {
      expect(read('AMAZON.NUMBER', said!)).toBe(n);
    },
  );

  test('digits from 0 to 60', () => {
    for (let n = 0; n <= 60; n++) expect(read('AMAZON.NUMBER', String(n))).toBe(String(n));
  });

  test.each(['', 'left', 'twenty twenty', 'ten five', 'five minutes', 'twenty zero'])('"%s" is none', (said) => {
    expect(read('AMAZON.NUMBER', said)).toBeUndefined();
  });
});

describe('AMAZON.TIME', () => {
  test.each([
    ['eight', '08:00'],
    ['8', '08:00'],
    ["eight o'clock", '08:00'],
    ['8:00', '08:00'],
    ['8 am', '08:00'],
    ['eight a.m.', '08:00'],
    ['eight p.m.', '20:00'],
    ['twelve pm', '12:00'],
    ['twelve am', '00:00'],
    ['seven thirty', '07:30'],
    ['7:30 pm', '19:30'],
    ['seven thirty in the evening', '19:30'],
    ['half past seven', '07:30'],
    ['half past seven in the evening', '19:30'],
    ['half seven', '07:30'],
    ['quarter to eight', '07:45'],
    ['a quarter past six', '06:15'],
    ['ten to nine', '08:50'],
    ['five minutes past nine', '09:05'],
    ['seven oh five', '07:05'],
    ['seven forty five', '07:45'],
    ['nine at night', '21:00'],
    ['tonight at half past seven', '19:30'],
    ['morning at seven', '07:00'],
    ['18:30', '18:30'],
    ['noon', '12:00'],
    ['midnight', '00:00'],
    ['the morning', 'MO'],
    ['afternoon', 'AF'],
    ['this evening', 'EV'],
    ['tonight', 'NI'],
  ])('%s is %s', (said, time) => {
    expect(read('AMAZON.TIME', said)).toBe(time);
  });

  test.each(['', 'left', 'twenty five', 'seven ninety', 'half past', 'seven thirty tomorrow', 'eighteen pm'])(
    '"%s" is none',
    (said) => {
      expect(read('AMAZON.TIME', said)).toBeUndefined();
    },
  );
});

describe('AMAZON.DATE', () => {
  test.each([
    ['today', '2027-03-03'],
    ['tomorrow', '2027-03-04'],
    ['the day after tomorrow', '2027-03-05'],
    ['friday', '2027-03-05'],
    ['on monday', '2027-03-08'],
    ['next tuesday', '2027-03-09'],
    ['wednesday', '2027-03-10'],
    ['in three days', '2027-03-06'],
    ['march tenth', '2027-03-10'],
    ['the tenth of march', '2027-03-10'],
    ['the twenty first of march', '2027-03-21'],
    ['january first', '2028-01-01'],
  ])('%s is %s', (said, date) => {
    expect(read('AMAZON.DATE', said)).toBe(date);
  });

  test.each(['', 'someday', 'march', 'february thirty first', 'yesterday week', 'eight'])('"%s" is none', (said) => {
    expect(read('AMAZON.DATE', said)).toBeUndefined();
  });
});
