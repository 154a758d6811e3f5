import { expect, it } from 'vitest';
import { compressElements, compressLink, decompressLink } from './compressLink.ts';
import { decompressElements } from './decompressElements.ts';
import { readLink } from './readLink.ts';

// Published examples, which do not use the codes for sequences.
const examples: [path: string, compressed: string][] = [
  ['/00/998440410914660971', 'AN2yxDhfaiaw'],
  ['/01/05412345000013', 'AQnYUc1gmg'],
  ['/01/05412345000013/10/ABC123', 'AQnYUc1gmiCNV4JG'],
  ['/01/05412345000013/10/ABC123/21/72292641703', 'AQnYUc1gmiCNV4JGQhcNT6K6c'],
  ['/01/05412345000013/22/AJY3095721P49/10/ABC123/21/72292641703', 'AQnYUc1gmiCNV4JGQhcNT6K6cibQCWN9Pee9tT-PQ'],
  ['/01/05412345000013/235/8TFV883a904GH%263', 'AQnYUc1gmkax7ipGrOHDPC5YNI8hMz'],
  ['/253/3060077601309', 'JTLIetaiHYA'],
  ['/255/5678409730535', 'JVUqG5hJ5wA'],
  ['/401/0541234537290A41%26GHpp33', 'QBl2DVoxZM2jVm3ZOWEFoxTR5HDgzZg'],
  ['/402/21173492661712079', 'QCJZyW9mC6Z4'],
  ['/414/5060917510004/254/RP56J920471', 'JUa0T-eifdtOO9UFEmlYwv3Q'],
  ['/417/5060917510004/7040/5KFX', 'QXSaVjC_dHBAVlCrg'],
  ['/8003/04965031954585', 'gAMJCAXukTMA'],
  ['/8010/0541234537290A41%23GH33/8011/6639047221', 'gBCVYNWjFkzaNWbdk5YQWjFHHkM2cAI0xdvpGo'],
  ['/8018/411369833821910265/8019/4003812', 'gBhbV6rzBENPmAGXPRfk'],
];

it.each(examples)('%s is compressed as published', (path, compressed) => {
  const link = `https://id.gs1.org${path}`;
  expect(compressLink(link, { optimise: false })).toBe(`https://id.gs1.org/${compressed}`);
  expect(decompressLink(`https://id.gs1.org/${compressed}`)).toBe(link);
  expect(decompressLink(compressLink(link))).toBe(link);
});

it('leaves stem, parameters and fragment, or the key too', () => {
  const link = 'https://id.gs1.org/patientinfo/01/05060917510011?context=UK&11=241016&7004=3#chapter1';
  const plain = 'https://id.gs1.org/patientinfo/01/05060917510011?11=241016&7004=3&context=UK#chapter1';
  const whole = 'https://id.gs1.org/patientinfo/AQk0rGF-9iJ1rw4AhM?context=UK#chapter1';
  const behindKey = 'https://id.gs1.org/patientinfo/01/05060917510011/ETrXhwBCY?context=UK#chapter1';
  expect(compressLink(link, { optimise: false })).toBe(whole);
  expect(compressLink(link, { keep: 'key' })).toBe(behindKey);
  expect(decompressLink(whole)).toBe(plain);
  expect(decompressLink(behindKey)).toBe(plain);
});

it('compresses parameters along', () => {
  const link = 'https://id.gs1.org/01/05412345000013?arv=true&n=0012&note=a%20b';
  const compressed = compressLink(link, { withParameters: true });
  expect(compressed).not.toContain('?');
  expect(decompressLink(compressed)).toBe(link);
});

it.each([
  [
    '0A',
    [
      ['01', '05412345000013'],
      ['22', 'V'],
    ],
  ],
  [
    '1A',
    [
      ['01', '05412345000013'],
      ['10', '0012'],
      ['21', 'a-b'],
      ['17', '270131'],
    ],
  ],
  [
    '2D',
    [
      ['01', '05412345000013'],
      ['3103', '000120'],
    ],
  ],
  [
    '9D',
    [
      ['414', '5060917510004'],
      ['254', 'B'],
    ],
  ],
  [
    'A2',
    [
      ['01', '05412345000013'],
      ['3922', '1999'],
    ],
  ],
  [
    'CD',
    [
      ['255', '5678409730535'],
      ['3943', '0100'],
    ],
  ],
] as [string, [string, string][]][])('the code %s stands for its sequence', (code, elements) => {
  const text = compressElements(elements);
  const bits = [...text.slice(0, 2)]
    .map((one) =>
      'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'.indexOf(one).toString(2).padStart(6, '0'),
    )
    .join('');
  expect(Number.parseInt(bits.slice(0, 8), 2).toString(16).toUpperCase().padStart(2, '0')).toBe(code);
  expect(Object.fromEntries(decompressElements(text).elements)).toEqual(Object.fromEntries(elements));
});

it('a damaged link is refused', () => {
  for (const [, text] of examples) {
    for (const damaged of [text.slice(0, -2), `${text.slice(0, 3)}!${text.slice(4)}`]) {
      expect(() => readLink(`https://id.gs1.org/${damaged}`), damaged).toThrow('is not a GS1 Digital Link');
    }
  }
  expect(() => decompressElements('transactions')).toThrow('unknown');
  expect(() => decompressElements('AQnYUc1gmh')).toThrow();
});
