import { expect, test } from 'vitest';
import { hashEvents } from '../../../proof/index.ts';
import { buildEvent } from './events/buildEvent.ts';
import { checkValues } from './events/checkValues.ts';
import { composeDocument } from './events/composeDocument.ts';
import { proposeLot } from './events/identifiers.ts';
import { readNumber, toHectares, toQuantity } from './events/units.ts';
import { emptyValues, type FormValues } from './events/values.ts';
import { stripJpeg } from './photo/stripJpeg.ts';
import { readCode, readLocationNumber } from './scan/readCode.ts';
import { en } from './texts/en.ts';
import { zh } from './texts/zh.ts';

const now = new Date('2026-10-12T03:04:05.678Z');
const product = 'https://id.gs1.org/01/09521900000019';
const place = 'https://id.gs1.org/414/9521900000019';
const [grower, buyer] = ['https://id.gs1.org/417/9521900000026', 'https://id.gs1.org/417/9521900000033'];
const filled: FormValues = { ...emptyValues, product, lot: 'L-1', quantity: '240', unit: 'jin', place };

function build(action: Parameters<typeof buildEvent>[0]['action'], values: Partial<FormValues> = {}) {
  const eventID = 'urn:uuid:00000000-0000-4000-8000-000000000001';
  return buildEvent({ action, values: { ...filled, ...values }, eventID, now, ownParty: grower });
}

test('sowing begins a lot with its area in hectares, harvesting descends from it', () => {
  const crop = `${product}/10/CROP-1`;
  expect(build('sow', { area: '3', lot: 'CROP-1', certificate: 'urn:x:c' })).toMatchObject({
    type: 'ObjectEvent',
    action: 'ADD',
    bizStep: 'https://ns.xiangyu.example/bizStep/planting',
    certificationInfo: 'urn:x:c',
    ilmd: { 'cbvmda:lotNumber': 'CROP-1', 'cbvmda:growingMethodCode': 'ORGANIC', 'xy:areaHectares': '0.2' },
  });
  expect(build('harvest', { crop })).toMatchObject({
    type: 'TransformationEvent',
    inputQuantityList: [{ epcClass: crop }],
    outputQuantityList: [{ epcClass: `${product}/10/L-1`, quantity: 120, uom: 'KGM' }],
  });
});

test('what is sent has its owner before and after, and is nowhere on the way', () => {
  const things = [
    { id: `${product}/10/L-1`, quantity: '12', unit: 'piece' as const },
    { id: 'https://id.gs1.org/00/095219000000000019', quantity: '', unit: 'kg' as const },
  ];
  const shipped = build('ship', { things, partner: buyer, paper: 'DA 7' });
  expect(shipped).toMatchObject({
    bizStep: 'shipping',
    disposition: 'in_transit',
    epcList: ['https://id.gs1.org/00/095219000000000019'],
    quantityList: [{ epcClass: `${product}/10/L-1`, quantity: 12 }],
    sourceList: [
      { type: 'owning_party', source: grower },
      { type: 'possessing_party', source: grower },
      { type: 'location', source: place },
    ],
    destinationList: [
      { type: 'owning_party', destination: buyer },
      { type: 'possessing_party', destination: buyer },
    ],
    bizTransactionList: [{ type: 'desadv', bizTransaction: 'urn:epcglobal:cbv:bt:9521900000026:DA%207' }],
  });
  expect(shipped).not.toHaveProperty('bizLocation');
  expect(build('receive', { things, partner: buyer })).toMatchObject({
    bizStep: 'receiving',
    bizLocation: { id: place },
    destinationList: [{ type: 'owning_party' }, { type: 'possessing_party' }, { type: 'location', destination: place }],
  });
});

test('every event has a hash of the standard; two equal sales of one minute have two', () => {
  const things = [{ id: `${product}/10/L-1`, quantity: '1', unit: 'kg' as const }];
  const sale = (moment: string) => {
    const values = { ...filled, things, time: '2026-10-12T09:00' };
    const event = buildEvent({ action: 'sell', values, eventID: 'urn:x', now: new Date(moment), ownParty: '' });
    return hashEvents(composeDocument(event, []) as never)[0];
  };
  expect(sale('2026-10-12T12:00:05.100Z')).toMatch(/^ni:\/\/\/sha-256;[0-9a-f]{64}/);
  expect(sale('2026-10-12T12:00:05.100Z')).not.toBe(sale('2026-10-12T12:00:06.200Z'));
});

test('names given on the phone go with the events that mention them, and only with those', () => {
  const names = [
    { id: product, kind: 'product' as const, name: '东坡大米' },
    { id: buyer, kind: 'party' as const, name: 'Mill' },
  ];
  const { epcisHeader } = composeDocument(build('harvest'), names) as {
    epcisHeader: { epcisMasterData: { vocabularyList: { vocabularyElementList: { id: string }[] }[] } };
  };
  const ids = epcisHeader.epcisMasterData.vocabularyList.map(({ vocabularyElementList: [first] }) => first?.id);
  expect(ids).toEqual([product]);
});

test('a form says what is missing and what cannot be', () => {
  const faults = checkValues('harvest', { ...emptyValues, quantity: '0', lot: 'ä', time: '2030-01-01T00:00' }, now);
  expect(Object.fromEntries(faults)).toEqual({
    product: 'missing',
    amount: 'number',
    lot: 'lot',
    place: 'missing',
    time: 'time',
  });
  expect(checkValues('harvest', filled, now).size).toBe(0);
  const things = [{ id: `${product}/10/L-1`, quantity: '', unit: 'kg' as const }];
  expect(checkValues('sell', { ...filled, things }, now).get('things')).toBe('quantities');
});

test.each([
  ['https://shop.example/01/9521900000019/10/A%2F1?x=1', 'thing', `${product}/10/A%2F1`],
  ['(01)09521900000019(10)A1(21)7', 'thing', `${product}/10/A1/21/7`],
  ['9521900000019', 'product', product],
  ['0952 1900 0000 0000 19', 'thing', 'https://id.gs1.org/00/095219000000000019'],
  ['urn:epc:class:lgtin:952190000.0001.A1', 'thing', 'https://id.gs1.org/01/09521900000019/10/A1'],
])('%s is read', (text, kind, id) => {
  expect(readCode(text)).toEqual({ kind, id });
});

test('a wrong number is told apart from no number; thirteen digits may be a place', () => {
  expect(readCode('9521900000018')).toEqual({ kind: 'wrong', problem: 'checkDigit' });
  expect(readCode('hello')).toEqual({ kind: 'wrong', problem: 'unknown' });
  expect(readCode('0109521900000019\u001d10A1', { isGs1: true })).toEqual({ kind: 'thing', id: `${product}/10/A1` });
  expect(readLocationNumber('9521900000019', '414')).toEqual({ kind: 'place', id: place });
  const key = `xy_${'a'.repeat(43)}`;
  expect(readCode(`https://farm.example/field#link=${key}`)).toEqual({ kind: 'link', key });
});

test('numbers are read as people type them', () => {
  expect([readNumber('１２．５'), readNumber('3,5'), readNumber('0'), readNumber('-1'), readNumber('1e3')]).toEqual([
    12.5,
    3.5,
    null,
    null,
    null,
  ]);
  expect(toQuantity('3', 'jin')).toEqual({ quantity: 1.5, uom: 'KGM' });
  expect(toQuantity('7', 'piece')).toEqual({ quantity: 7 });
  expect(toHectares('1', 'mu')).toBe(0.066667);
  expect(proposeLot(now)).toMatch(/^261012-[2-9A-Z]{4}$/);
});

test('a picture loses what the camera wrote beside it', () => {
  const exif = [0xff, 0xe1, 0, 6, 71, 80, 83, 33];
  const table = [0xff, 0xdb, 0, 3, 9];
  const scan = [0xff, 0xda, 1, 2, 3, 0xff, 0xd9];
  const picture = Uint8Array.from([0xff, 0xd8, ...exif, ...table, ...scan]);
  expect([...(stripJpeg(picture) ?? [])]).toEqual([0xff, 0xd8, ...table, ...scan]);
  expect(stripJpeg(Uint8Array.from([1, 2, 3]))).toBeNull();
});

test('both languages say the same things', () => {
  const flatten = (value: object, path = ''): [string, string][] =>
    Object.entries(value).flatMap(([key, inner]) =>
      typeof inner === 'string' ? [[`${path}${key}`, inner]] : flatten(inner, `${path}${key}.`),
    );
  const placeholders = (text = '') => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
  const [chinese, english] = [flatten(zh), new Map(flatten(en))];
  expect(chinese.map(([key]) => key).sort()).toEqual([...english.keys()].sort());
  for (const [key, text] of chinese) {
    expect(placeholders(english.get(key)), key).toEqual(placeholders(text));
    if (key !== 'language') expect(text, key).toMatch(/\p{Script=Han}/u);
    if (key !== 'language') expect(english.get(key), key).not.toMatch(/\p{Script=Han}/u);
  }
});
