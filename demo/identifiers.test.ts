import { describe, expect, test } from 'vitest';
import { checkDigit, documentUri, gln, gtin, lotUri, placeUri, ssccUri } from './identifiers.ts';

describe('identifiers', () => {
  test('the check digit follows the General Specifications', () => {
    expect(checkDigit('629104150021')).toBe('3'); // worked example of a GTIN-13
    expect(checkDigit('0401234512345')).toBe('6');
    expect(checkDigit('34012345111111111')).toBe('1');
  });

  test('keys have the length of their standard', () => {
    expect(gtin('9521001', 12, 0)).toMatch(/^09521001\d{6}$/);
    expect(gln('9521001', 1)).toMatch(/^9521001\d{6}$/);
    expect(ssccUri('9521001', 3, 7)).toMatch(/\/00\/39521001\d{10}$/);
  });

  test('qualifiers are percent-encoded and in the order of the Digital Link standard', () => {
    expect(lotUri('09521001000123', 'A/1')).toBe('https://id.gs1.org/01/09521001000123/10/A%2F1');
    expect(placeUri('9521001000015', 'P 7')).toBe('https://id.gs1.org/414/9521001000015/254/P%207');
    expect(documentUri('9521001', 2, 'PO-1')).toMatch(/\/253\/9521001\d{6}PO-1$/);
  });
});
