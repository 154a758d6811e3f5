import { expect, it } from 'vitest';
import { isSameWord, pickPlaces, splitWords } from './recoveryWords.ts';

it('splits words at any blank, the Chinese one too', () => {
  expect(splitWords(' abandon  ability\nable ')).toEqual(['abandon', 'ability', 'able']);
  expect(splitWords('的\u3000一 是')).toEqual(['的', '一', '是']);
});

it('asks for different places in order', () => {
  for (let round = 0; round < 50; round++) {
    const places = pickPlaces(24, 3);
    expect(new Set(places).size).toBe(3);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...places)).toBeLessThan(24);
  }
  expect(pickPlaces(2, 3)).toEqual([0, 1]);
});

it('compares words without regard to case, blanks and composition', () => {
  expect(isSameWord(' Able ', 'able')).toBe(true);
  expect(isSameWord('é', 'e\u0301')).toBe(true);
  expect(isSameWord('able', 'ability')).toBe(false);
  expect(isSameWord('', 'able')).toBe(false);
});
