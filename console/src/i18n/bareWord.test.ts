import { expect, it } from 'vitest';
import { bareWord } from './bareWord.ts';

it('reads every form of a CBV value', () => {
  for (const form of [
    'shipping',
    'urn:epcglobal:cbv:bizstep:shipping',
    'cbv:BizStep-shipping',
    'https://ref.gs1.org/cbv/BizStep-shipping',
  ]) {
    expect(bareWord(form)).toBe('shipping');
  }
  expect(bareWord('https://ref.gs1.org/cbv/Disp-in_transit')).toBe('in_transit');
});
