import { expect, it } from 'vitest';
import { hasCheckPair } from './checkDigit.ts';
import { parseDigitalLink } from './parseDigitalLink.ts';

it('reads a path with all qualifiers', () => {
  expect(parseDigitalLink('/01/6901234567892/22/V1/10/A%2F1/21/7')).toEqual({
    ai: [
      ['01', '06901234567892'],
      ['22', 'V1'],
      ['10', 'A/1'],
      ['21', '7'],
    ],
    canonical: 'https://id.gs1.org/01/06901234567892/22/V1/10/A%2F1/21/7',
  });
});

it('reads a link on any domain, with short names and a query', () => {
  expect(parseDigitalLink('https://shop.example/p/gtin/06901234567892/lot/A1?17=270101').canonical).toBe(
    'https://id.gs1.org/01/06901234567892/10/A1',
  );
});

it.each([
  '/00/369012345678901239',
  '/253/6901234567892A',
  '/255/690123456789212',
  '/402/69012345678901238',
  '/414/6901234567892/254/B',
  '/417/6901234567892',
  '/8003/06901234567892A1',
  '/8004/6901234A/7040/1ABC',
  '/8006/069012345678920102/21/A',
  '/8010/6901234-A/8011/12',
  '/8018/690123456789012346/8019/1',
])('accepts %s', (path) => {
  expect(parseDigitalLink(path).canonical).toBe(`https://id.gs1.org${path}`);
});

it.each([
  ['/01/06901234567893', 'check digit of (01)'],
  ['/414/6901234567890', 'check digit of (414)'],
  ['/8006/069012345678920302', 'check digit of (8006)'],
  ['/8003/16901234567892', 'check digit of (8003)'],
  ['/8013/1987654Ad4X4bL5ttr2310c2L', 'check digit of (8013)'],
  ['/01/0690123456', 'no GS1 key'],
  ['/01/06901234567892/99/A', 'no GS1 key'],
  ['', 'no GS1 key'],
])('refuses %s', (path, problem) => {
  expect(() => parseDigitalLink(path)).toThrow(problem);
});

it('knows the check characters of a model number', () => {
  expect(hasCheckPair('1987654Ad4X4bL5ttr2310c2K')).toBe(true);
  expect(hasCheckPair('1987654Ad4X4bL5ttr2310c2L')).toBe(false);
  expect(hasCheckPair('1')).toBe(false);
});
