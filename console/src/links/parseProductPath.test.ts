import { describe, expect, it } from 'vitest';
import { hasValidCheckDigit, isLot, normalizeGtin, parseProductPath, productPath } from './parseProductPath.ts';

const gtin = '06901234567892';

describe('parseProductPath', () => {
  it('reads the canonical path, with and without a trailing slash', () => {
    expect(parseProductPath(`/01/${gtin}/10/L-1`)).toEqual({ kind: 'lot', gtin, lot: 'L-1' });
    expect(parseProductPath(`/01/${gtin}/10/L-1/`)).toEqual({ kind: 'lot', gtin, lot: 'L-1' });
  });

  it('pads shorter GTINs, reads words for keys and skips finer qualifiers', () => {
    expect(parseProductPath('/gtin/6901234567892/lot/A')).toEqual({ kind: 'lot', gtin, lot: 'A' });
    expect(parseProductPath(`/01/${gtin}/22/2A/10/A/21/7`)).toEqual({ kind: 'lot', gtin, lot: 'A' });
    expect(parseProductPath(`/01/${gtin}`)).toEqual({ kind: 'product', gtin });
  });

  it('decodes a lot once', () => {
    expect(parseProductPath(`/01/${gtin}/10/A%2FB`)).toEqual({ kind: 'lot', gtin, lot: 'A/B' });
    expect(parseProductPath(productPath(gtin, 'A/B%'))).toEqual({ kind: 'lot', gtin, lot: 'A/B%' });
  });

  it('says what is wrong', () => {
    expect(parseProductPath('/01/123/10/A')).toEqual({ kind: 'invalid', reason: 'digits' });
    expect(parseProductPath('/01/06901234567893/10/A')).toEqual({ kind: 'invalid', reason: 'checkDigit' });
    expect(parseProductPath(`/01/${gtin}/10/%E8%8C%B6`)).toEqual({ kind: 'invalid', reason: 'lot' });
    expect(parseProductPath(`/01/${gtin}/10/%zz`)).toEqual({ kind: 'invalid', reason: 'lot' });
  });

  it('leaves other pages alone', () => {
    expect(parseProductPath('/')).toBeNull();
    expect(parseProductPath('/events/01')).toBeNull();
  });
});

describe('keys', () => {
  it('checks digits and lengths', () => {
    expect(hasValidCheckDigit('00614141999996')).toBe(true);
    expect(hasValidCheckDigit('00614141999997')).toBe(false);
    expect(normalizeGtin('96385074')).toBe('00000096385074');
    expect(normalizeGtin('963850745')).toBeNull();
    expect(isLot('')).toBe(false);
    expect(isLot('A'.repeat(21))).toBe(false);
  });
});
