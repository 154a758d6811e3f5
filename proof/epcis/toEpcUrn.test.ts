import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toDigitalLink } from './toDigitalLink.ts';
import { toEpcUrn } from './toEpcUrn.ts';

it.each([
  ['https://id.gs1.org/01/06901234567892/21/A-1', 'urn:epc:id:sgtin:6901234.056789.A-1'],
  ['https://shop.example/01/6901234567892/22/V/10/L/21/7?linkType=all', 'urn:epc:id:sgtin:6901234.056789.7'],
  ['https://id.gs1.org/01/06901234567892/10/L%2F1', 'urn:epc:class:lgtin:6901234.056789.L%2F1'],
  ['https://id.gs1.org/01/06901234567892', 'urn:epc:idpat:sgtin:6901234.056789.*'],
  ['https://id.gs1.org/01/06901234567892/22/V1', 'urn:epc:idpat:sgtin:6901234.056789.*'],
  ['https://id.gs1.org/414/6901234000016', 'urn:epc:id:sgln:6901234.00001.0'],
  ['https://id.gs1.org/414/6901234000016/254/01', 'urn:epc:id:sgln:6901234.00001.01'],
  ['https://id.gs1.org/414/6901234000016/254/0', null],
  ['https://id.gs1.org/8003/06901234567892', 'urn:epc:idpat:grai:6901234.56789.*'],
  ['https://id.gs1.org/8004/690123A', 'urn:epc:id:giai:690123.A'],
  ['https://id.gs1.org/8004/69012A', null],
  ['https://id.gs1.org/8010/6901234-A', 'urn:epc:idpat:cpi:6901234.-A.*'],
  ['https://id.gs1.org/8006/069012345678920102/10/L', null],
  ['https://id.gs1.org/8013/1987654Ad4X4bL5ttr2310c2K', null],
  ['https://id.gs1.org/415/6901234567892', null],
  ['https://id.gs1.org/414/6921234500019', 'urn:epc:id:sgln:69212345.0001.0'],
  ['https://id.gs1.org/8004/6971234560A', 'urn:epc:id:giai:697123456.0A'],
  // A wrong check digit: the URN would turn back into another key.
  ['https://id.gs1.org/01/06901234567893/21/7', null],
  ['urn:epc:id:sgtin:6901234.056789.A-1', null],
  ['https://shop.example/about', null],
  ['/01/06901234567892', null],
])('%s is %s', (link, urn) => {
  expect(toEpcUrn(link)).toBe(urn);
  if (urn !== null) expect(toDigitalLink(urn)).toBe(toDigitalLink(link));
});

it('divides where a known company prefix ends, the longest first', () => {
  const link = 'https://id.gs1.org/01/06901234567892/21/7';
  expect(toEpcUrn(link, new Set(['690123456']))).toBe('urn:epc:id:sgtin:690123456.0789.7');
  expect(toEpcUrn(link, new Set(['690123', '69012345']))).toBe('urn:epc:id:sgtin:69012345.06789.7');
  expect(toEpcUrn(link, new Set(['4012345']))).toBe('urn:epc:id:sgtin:6901234.056789.7');
});

const vectors = new URL('../../../shared/conformance/gs1-digital-link/epc-urn-to-digital-link.json', import.meta.url);

describe.skipIf(!existsSync(vectors))('published pairs', () => {
  const pairs: [string, string | null][] = existsSync(vectors) ? JSON.parse(readFileSync(vectors, 'utf8')) : [];

  it('come back as the URN they were given as', () => {
    const urns = pairs.filter(([uri, link]) => uri.startsWith('urn:') && link !== null);
    const missed = urns.flatMap(([urn, link]) => {
      const back = toEpcUrn(link ?? '', new Set([/:(\d{6,12})\./.exec(urn)?.[1] ?? '']));
      return back === urn ? [] : [`${urn} comes back as ${back}`];
    });
    console.log(`URNs from their links: ${urns.length - missed.length} of ${urns.length}`);
    // A class of items and a class of tobacco items are one and the same link.
    expect(missed).toEqual(['urn:epc:idpat:upui:4012345.012345.* comes back as urn:epc:idpat:sgtin:4012345.012345.*']);
  });

  it('turn into URNs that turn back into the same link', () => {
    const links = pairs.flatMap(([uri, link]) => (link !== null && !uri.startsWith('urn:') ? [link] : []));
    const urns = links.map((link) => toEpcUrn(link));
    expect(urns.flatMap((urn, i) => (urn === null || toDigitalLink(urn) === links[i] ? [] : [urn]))).toEqual([]);
    // Two with a wrong check digit, and a lot of pieces, for which there is no URN.
    expect(urns.filter((urn) => urn === null)).toHaveLength(3);
  });
});
