import { describe, expect, it } from 'vitest';
import { applicationIdentifiers } from './applicationIdentifiers.ts';
import { checkAssociations } from './checkAssociations.ts';
import { checkValue } from './checkValue.ts';
import { formatElementString, parseElementString } from './elementString.ts';
import { findLinkProblems, readLink } from './readLink.ts';
import { buildLink } from './writeLink.ts';

const problemsOf = (uri: string) => findLinkProblems(uri).problems.map(({ ai, code }) => [code, ai]);

describe('reading', () => {
  it('takes a link apart', () => {
    expect(
      readLink('https://shop.example/p/gtin/6901234567892/lot/A%2F1/21/7?17=270131&3103=000120&context=CN#top'),
    ).toEqual({
      stem: 'https://shop.example/p',
      key: ['01', '06901234567892'],
      qualifiers: [
        ['10', 'A/1'],
        ['21', '7'],
      ],
      attributes: [
        ['17', '270131'],
        ['3103', '000120'],
      ],
      parameters: [['context', 'CN']],
      fragment: 'top',
      compressed: false,
      canonical: 'https://id.gs1.org/01/06901234567892/10/A%2F1/21/7?17=270131&3103=000120',
    });
  });

  it.each([
    '/00/369012345678901239',
    '/01/06901234567892/235/7bXcx',
    '/253/6901234567892A',
    '/255/690123456789212',
    '/402/69012345678901238',
    '/414/6901234567892/254/B',
    '/414/6901234567892/7040/1ABC',
    '/415/6901234567892/8020/R-1',
    '/8003/06901234567892A1?21=',
    '/8010/6901234-A/8011/12',
    '/8013/1987654Ad4X4bL5ttr2310c2K',
    '/8018/690123456789012346/8019/1',
    '/p/01/06901234567892/',
  ])('reads %s', (path) => {
    const bare = path.replace('?21=', '').replace(/^\/p/, '').replace(/\/$/, '');
    expect(readLink(path.replace('?21=', '')).canonical).toBe(`https://id.gs1.org${bare}`);
  });

  it.each<[string, unknown]>([
    ['/01/06901234567893', [['value', '01']]],
    [
      '/01/06901234567892/10/A/22/V',
      [
        ['qualifier', '10'],
        ['qualifier', '22'],
      ].slice(0, 1),
    ],
    ['/01/06901234567892/10/A/235/X', [['qualifier', '235']]],
    ['/01/06901234567892/10/A/10/B', [['repeated', '10']]],
    ['/01/06901234567892/99/A', [['qualifier', '99']]],
    ['/01/06901234567892/5/A', [['qualifier', null]]],
    ['/01/06901234567892/10/%E8%8C%B6', [['encoding', '10']]],
    ['/01/06901234567892/10/A%20B', [['value', '10']]],
    [
      '/01/06901234567892?17=271331&21=A&4321=2',
      [
        ['value', '17'],
        ['attribute', '21'],
        ['value', '4321'],
      ],
    ],
    ['/01/06901234567892?1234=1', [['attribute', null]]],
    ['/21/7', [['key', null]]],
    ['', [['key', null]]],
    ['/products/x', [['key', null]]],
  ])('finds everything wrong with %s', (path, problems) => {
    expect(problemsOf(path)).toEqual(problems);
  });

  it('throws with the first problem', () => {
    expect(() => readLink('/01/06901234567892/10/A%20B')).toThrow('its character 2, " ", is not of character set 82');
  });
});

describe('elements', () => {
  const elements: [string, string][] = [
    ['10', 'A(1'],
    ['17', '270131'],
    ['01', '06901234567892'],
    ['3922', '1999'],
    ['21', 'S'],
  ];
  const link = 'https://id.gs1.org/01/06901234567892/10/A%281/21/S?17=270131&3922=1999';

  it('become a link and come back', () => {
    expect(buildLink(elements)).toBe(link);
    const { key, qualifiers, attributes } = readLink(link);
    const text = formatElementString([key, ...qualifiers, ...attributes]);
    expect(text).toBe('(01)06901234567892(10)A\\(1(21)S(17)270131(3922)1999');
    expect(buildLink(parseElementString(text))).toBe(link);
  });

  it('are read as a scanner gives them', () => {
    const plain = formatElementString(elements, { as: 'plain' });
    expect(plain).toBe('1727013101069012345678921\u0030A(1\u001d39221999\u001d21S');
    expect(buildLink(parseElementString(`]d2${plain}`))).toBe(link);
  });

  it.each([
    ['(01)06901234567893', 'check digit'],
    ['(10)', '0 characters'],
    ['(05)1', 'no application identifier'],
    ['0569', 'at character 1'],
    ['(01)06901234567892 (10)A', 'characters'],
    ['', 'empty'],
  ])('%s is refused', (text, problem) => {
    expect(() => parseElementString(text)).toThrow(problem);
  });

  it('without a key make no link, and what has no place is refused', () => {
    expect(() => buildLink([['10', 'A']])).toThrow('no GS1 key');
    expect(() =>
      buildLink([
        ['01', '06901234567892'],
        ['254', 'B'],
      ]),
    ).toThrow('(254) has no place');
  });

  it('lack what must be beside them', () => {
    const of = (...given: [string, string][]) => checkAssociations(given).map(({ code, ai }) => [code, ai]);
    expect(of(['01', ''], ['10', '']).length).toBe(0);
    expect(of(['10', ''])).toEqual([['missing', '10']]);
    expect(of(['01', ''], ['3922', ''])).toEqual([['missing', '3922']]);
    expect(of(['01', ''], ['3103', ''], ['3922', ''])).toEqual([]);
    expect(of(['01', ''], ['3103', ''], ['3102', ''])).toEqual([
      ['excluded', '3103'],
      ['excluded', '3102'],
    ]);
    expect(of(['7004', ''], ['01', ''])).toEqual([['missing', '7004']]);
  });
});

describe('values', () => {
  const problemOf = (ai: string, value: string) => {
    const identifier = applicationIdentifiers().get(ai);
    return identifier ? checkValue(identifier, value) : 'unknown';
  };
  it.each([
    ['17', '270200'],
    ['7006', '280229'],
    ['7007', '260101260131'],
    ['4309', '02790858483015297971'],
    ['8008', '26013123'],
    ['4331', '000123-'],
    ['4324', '2601312359'],
    ['423', '156840'],
    ['427', 'HN'],
    ['4307', 'CN'],
    ['3911', '156100'],
    ['7258', '1/2'],
    ['8001', '00010000100100'],
    ['8006', '069012345678920102'],
    ['8007', 'DE89370400440532013000'],
    ['8030', 'aGk_-='],
    ['8110', '106141416543213150110120'],
    ['8110', '106141416543213150110120191000'.slice(0, 24)],
    ['8112', '001614140123450123456'],
    ['7040', '1ABC'],
    ['7241', '80'],
    ['7252', '9'],
    ['8043', '123456789012345678'],
  ])('(%s)%s is right', (ai, value) => {
    expect(problemOf(ai, value)).toBeNull();
  });
  it.each([
    ['17', '270230'],
    ['7006', '270229'],
    ['7006', '270200'],
    ['7003', '2601012460'],
    ['4309', '02790858489915297971'],
    ['4331', '000123+'],
    ['423', '156841'],
    ['4307', 'XX'],
    ['3911', '000100'],
    ['7258', '3/2'],
    ['8001', '00000000100010'],
    ['8006', '069012345678920302'],
    ['8006', '069012345678920002'],
    ['8007', 'DE89370400440532013001'],
    ['8011', '012'],
    ['8110', '706141416543213150110120'],
    ['8112', '201614140123450123456'],
    ['8030', 'a b'],
    ['401', '12A'],
    ['7241', '11'],
    ['8014', '1'],
    ['20', '1'],
    ['30', '123456789'],
    ['4321', '2'],
    ['8003', '16901234567892'],
  ])('(%s)%s is wrong', (ai, value) => {
    expect(problemOf(ai, value)).not.toBeNull();
  });
});
