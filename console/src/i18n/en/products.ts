import type { products as zh } from '../zh-CN/products.ts';

export const products: typeof zh = {
  title: 'Product lots',
  lead: 'See the whole journey of a lot and verify it in your browser.',
  lookup: 'Find a lot by its code',
  gtin: 'GTIN',
  gtinHint: '8, 12, 13 or 14 digits; the last is the check digit.',
  lot: 'Lot',
  go: 'Open the product page',
  known: 'Lots on this platform',
  invalid: {
    digits: 'Enter 8, 12, 13 or 14 digits.',
    checkDigit: 'The check digit is wrong: compare every digit.',
    lot: 'A lot has 1 to 20 characters that GS1 allows.',
  },
  code: 'QR code',
  codeHint: 'Scan with a phone to open the product page.',
  empty: 'No public lots yet',
};
