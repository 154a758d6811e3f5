import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { breakLines, cutWords, type FontMeasure, readChineseFont } from '../../host/index.ts';
import type { CertificateFacts } from './readFacts.ts';
import { writeCertificate } from './writeCertificate.ts';

/** Ten points a Chinese character, five any other; the font has what GB 2312 has of these tests. */
const measure: FontMeasure = {
  hasChinese: (code) => /[湘渝存证，。（）“”]/.test(String.fromCodePoint(code)),
  widthOf: (text) => [...text].reduce((sum, character) => sum + (/[\u2000-\uffff]/.test(character) ? 10 : 5), 0),
};
const lay = (text: string, width: number) =>
  breakLines(cutWords(text, 10, 'latin', measure), width, 10, measure).map((line) =>
    line.map(({ text }) => text).join(''),
  );

test('every character gets a font that has it, or is written as its code point', () => {
  const words = cutWords('湘A·龘😀“存”', 10, 'latin', measure);
  expect(words.map(({ text, font }) => `${font}:${text}`)).toEqual([
    'chinese:湘',
    'latin:A·',
    'latin:\\u{9F98}',
    'latin:\\u{1F600}',
    'chinese:“存”',
  ]);
});

test('lines keep to their width, closing marks to the line before, and lose nothing', () => {
  const text = '湘渝存证，湘渝存证。（湘渝）abc defgh 存证';
  for (let width = 30; width < 200; width += 5) {
    const lines = lay(text, width);
    expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    for (const line of lines) {
      expect(line).not.toMatch(/^[，。）]|（$/);
      expect(measure.widthOf(line.trimEnd(), 'latin', 10)).toBeLessThanOrEqual(width);
    }
  }
  expect(lay('x'.repeat(100), 50).every((line) => line.length <= 10)).toBe(true);
});

test('the font is unpacked into tables of its own', () => {
  const font = readChineseFont();
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, at) =>
    font.toString('latin1', 12 + at * 16, 16 + at * 16),
  );
  expect(tables).toEqual(expect.arrayContaining(['cmap', 'glyf', 'head', 'hmtx', 'loca', 'maxp']));
});

const facts: CertificateFacts = {
  record: {
    id: '019aa5d1-7c2e-7d3f-8a41-5b1e2f7790cd',
    digest: '9f'.repeat(32),
    alg: 'sha-256',
    subject: 'urn:example:1',
    member: 'green-valley',
    time: '2026-11-21T16:48:18.123Z',
    status: 'anchored',
    index: 7,
    erasedAt: null,
    name: '湘😀'.repeat(127),
    bytes: 12,
    hasPayload: false,
  },
  anchor: {
    size: 8,
    root: 'ab'.repeat(32),
    contract: `0x${'12'.repeat(20)}`,
    transactionHash: `0x${'77'.repeat(32)}`,
    blockHash: `0x${'88'.repeat(32)}`,
    blockNumber: 884213,
    anchoredAt: '2026-11-21T16:48:24.000Z',
  },
  member: { zh: '青谷合作社', en: 'Green Valley' },
  origin: 'test.example/log',
  evmChainId: 7002,
  verifyUrl: 'https://test.example/verify/evidence/019aa5d1-7c2e-7d3f-8a41-5b1e2f7790cd',
  issuedAt: '2026-11-21T16:50:00.000Z',
};

/** What a PDF shows in the standard fonts, whose characters stand in it as they are. */
function readLatin(pdf: Buffer): string {
  const text = pdf.toString('latin1');
  const streams = [...text.matchAll(/stream\r?\n/g)].map(({ index, 0: { length } }) => {
    const end = text.indexOf('endstream', index);
    try {
      return inflateSync(pdf.subarray(index + length, end)).toString('latin1');
    } catch {
      return '';
    }
  });
  return [...streams.join('\n').matchAll(/<([0-9a-f]+)>/g)]
    .map(([, hex = '']) => Buffer.from(hex, 'hex').toString())
    .join('');
}

test.each(['zh-CN', 'en'] as const)(
  'one page in %s with every fact and a link, however long the name is',
  async (language) => {
    const startedAt = performance.now();
    const pdf = await writeCertificate(facts, language);
    // WOFF tables were once inflated again for each glyph: a minute.
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    const raw = pdf.toString('latin1');
    expect(raw.slice(0, 5)).toBe('%PDF-');
    expect(raw.match(/\/Type \/Page\b/g)).toHaveLength(1);
    expect(raw).toContain(facts.verifyUrl);
    const shown = readLatin(pdf);
    for (const fact of [
      facts.record.digest,
      facts.record.id,
      facts.anchor.root,
      facts.anchor.transactionHash,
      '884,213',
    ]) {
      expect(shown).toContain(fact);
    }
    expect(shown).toContain('u{1F600}');
    expect(shown).toContain(language === 'en' ? '2026-11-21 16:48:18 UTC' : '2026-11-22 00:48:18');
  },
);
