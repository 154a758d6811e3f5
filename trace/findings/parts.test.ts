import { describe, expect, test } from 'vitest';
import { seasonOf, yieldOf } from '../balance/limits.ts';
import { toKilograms } from '../balance/units.ts';
import { type Certificate, stateAt } from '../certificates/certificate.ts';
import { checkCertificate, type OrganicUse } from '../certificates/checkCertificate.ts';
import { readClaims } from '../certificates/readClaims.ts';
import { readPrefixes } from '../epcis/terms.ts';
import { findBreaches } from './findBreaches.ts';
import { scoreOf } from './finding.ts';
import { readSeries } from './readSeries.ts';
import { distanceKm, findLeaps, type Sighting } from './readTracks.ts';

const place = 'https://id.gs1.org/414/9521900000019';
const item = 'https://id.gs1.org/01/09521900000019';
const certificate: Certificate = {
  id: '00000000-0000-4000-8000-000000000000',
  uri: 'https://example.com/c/1',
  credential: '00000000-0000-4000-8000-000000000001',
  type: 'OrganicOperatorCertificate',
  number: 'C-1',
  standard: 'GB/T 19630',
  issuer: 'certifier',
  operator: 'farm',
  validFrom: '2025-01-01T00:00:00.000Z',
  validUntil: '2025-12-31T00:00:00.000Z',
  scope: { activities: [], sites: [{ place, crop: 'tea', areaHectares: 2 }], products: [{ item, crop: 'tea' }] },
  issuedAt: '2025-01-01T00:00:00.000Z',
  changes: [],
};
const use: OrganicUse = {
  member: 'farm',
  time: Date.parse('2025-06-01T00:00:00Z'),
  places: [`${place}/254/A`],
  items: [item],
};
const codes = (changed: Partial<OrganicUse>, one = certificate) =>
  checkCertificate(one, { ...use, ...changed }).map(({ code }) => code);

describe('a certificate', () => {
  test('covers its operator at its sites, parts of them too, for its products in its time', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ member: 'other' })).toEqual(['certificate.operator']);
    expect(codes({ places: ['https://id.gs1.org/414/9521900000026'] })).toEqual(['certificate.site']);
    // A number that only begins like the site's is another place.
    expect(codes({ places: [`${place}9`] })).toEqual(['certificate.site']);
    expect(codes({ items: ['https://id.gs1.org/01/09521900000026'] })).toEqual(['certificate.product']);
    expect(codes({ time: Date.parse('2026-02-01T00:00:00Z') })).toEqual(['certificate.dates']);
    expect(codes({ member: 'certifier', places: ['elsewhere'], items: ['else'] })).toEqual([]);
  });

  test('counts from the day on that a change took effect, and not before', () => {
    const change = (state: 'suspended' | 'valid' | 'withdrawn', day: string) => ({
      state,
      effectiveAt: `2025-${day}T00:00:00.000Z`,
      recordedAt: '2025-11-01T00:00:00.000Z',
      reason: 'audit',
    });
    const changed = {
      ...certificate,
      changes: [change('suspended', '05-20'), change('valid', '07-01'), change('withdrawn', '09-01')],
    };
    const at = (day: string) => stateAt(changed, Date.parse(`2025-${day}T12:00:00Z`));
    expect([at('05-01'), at('06-01'), at('08-01'), at('10-01')]).toEqual(['valid', 'suspended', 'valid', 'withdrawn']);
    expect(codes({}, changed)).toEqual(['certificate.suspended']);
    expect(codes({ time: Date.parse('2025-10-01T00:00:00Z') }, changed)).toEqual(['certificate.withdrawn']);
  });
});

test('organic claims are read from certificationInfo, papers, ILMD and extensions', () => {
  const base = { type: 'ObjectEvent', eventTime: '', eventTimeZoneOffset: '' };
  const read = (more: object) => readClaims({ ...base, ...more }, readPrefixes());
  expect(read({ certificationInfo: 'https://example.com/c/1' })).toMatchObject({ cited: ['https://example.com/c/1'] });
  expect(read({ bizTransactionList: [{ type: 'cert', bizTransaction: 'urn:x:1' }] })).toMatchObject({
    papers: ['urn:x:1'],
  });
  expect(read({ ilmd: { 'cbvmda:growingMethodCode': 'ORGANIC' } }).claimed).toBe(true);
  expect(read({ 'gs1:growingMethod': 'https://gs1.org/voc/GrowingMethodCode-ORGANIC' }).claimed).toBe(true);
  expect(read({ ilmd: { 'cbvmda:growingMethodCode': 'INORGANIC' } }).claimed).toBe(false);
});

test('amounts become kilograms by their unit, pieces by their weight', () => {
  const weigh = (quantity: number | null, uom: string | null, piece: number | null = null) =>
    toKilograms({ quantity, uom }, piece);
  expect([weigh(2, 'TNE'), weigh(500, 'GRM'), weigh(10, 'LBR')]).toEqual([2000, 0.5, expect.closeTo(4.5359237, 9)]);
  expect([weigh(4, null, 2.5), weigh(4, 'H87', 2.5), weigh(4, null), weigh(4, 'LTR', 1)]).toEqual([10, 10, null, null]);
});

test('a season goes over New Year where the crop does, by the clock of the place', () => {
  const row = (crop: string, region: string, most: number, seasonStartsMonth: number) => ({
    ...{ crop, region, typicalKgPerHectare: 1, mostKgPerHectare: most, seasonStartsMonth },
  });
  const limits = { yields: [row('mustard', '*', 10, 9), row('mustard', 'CN-50', 12, 9)], ratios: [] };
  const season = (time: string, crop: string | null) => seasonOf(limits, crop, Date.parse(time), '+08:00');
  expect([season('2025-12-20T00:00:00Z', 'mustard'), season('2026-02-20T00:00:00Z', 'mustard')]).toEqual([2025, 2025]);
  expect([season('2025-12-31T17:00:00Z', null), season('2025-12-31T15:00:00Z', null)]).toEqual([2026, 2025]);
  expect([yieldOf(limits, 'mustard', 'CN-50'), yieldOf(limits, 'mustard', 'CN-43')]).toMatchObject([
    { mostKgPerHectare: 12 },
    { mostKgPerHectare: 10 },
  ]);
  expect(yieldOf(limits, 'tea', null)).toBeNull();
});

test('a breach has the time between its crossings of the limit, its peak, and is tolerated when it is short', () => {
  const report = (minute: number, value: number, uom = 'CEL') => ({
    ...{ type: 'Temperature', uom, value },
    time: new Date(Date.UTC(2025, 5, 1, 0, minute)).toISOString(),
  });
  const limits = { Temperature: { min: 0, max: 4 }, RelativeHumidity: { min: null, max: null }, toleratedMinutes: 30 };
  const breachesOf = (reports: ReturnType<typeof report>[]) =>
    readSeries([{ sensorReport: reports }], readPrefixes(), '2025-06-01T00:00:00Z').flatMap((one) =>
      findBreaches(one, limits),
    );
  expect(breachesOf([report(0, 2), report(60, 6), report(120, 8), report(180, 0)])).toEqual([
    expect.objectContaining({ side: 'above', limit: 4, peak: 8, minutes: 120 }),
  ]);
  expect(breachesOf([report(0, 3), report(10, 6), report(20, 3)])).toEqual([]);
  // 50 °F are 10 °C.
  expect(breachesOf([report(0, 50, 'FAH'), report(60, 50, 'FAH')])).toEqual([
    expect.objectContaining({ peak: expect.closeTo(10, 6), minutes: 60 }),
  ]);
});

test('a way is a leap when no lorry could have gone it', () => {
  const changsha = { latitude: 28.2, longitude: 113 };
  const chongqing = { latitude: 29.55, longitude: 106.57 };
  expect(distanceKm(changsha, chongqing)).toBeCloseTo(643, -1);
  const seen = (hour: number, at: Sighting['at']): Sighting => ({
    ...{ hash: `h${hour}`, member: 'm', type: 'ObjectEvent', action: 'OBSERVE', step: null, disposition: null },
    ...{ role: 'epc', place: 'p', time: hour * 3_600_000, at },
  });
  expect(findLeaps([seen(0, changsha), seen(1, null), seen(9, chongqing)])).toEqual([]);
  expect(findLeaps([seen(0, changsha), seen(2, chongqing)])).toEqual([
    expect.objectContaining({ minutes: 120, kmPerHour: expect.closeTo(321, -1) }),
  ]);
});

test('reasons add up and never to certainty', () => {
  const reason = (weight: number) => ({ weight, code: 'x', zh: '', en: '', values: {} });
  expect(scoreOf([reason(0.5), reason(0.5)])).toEqual({ score: 0.75, severity: 'high' });
  expect(scoreOf([reason(0.2)])).toEqual({ score: 0.2, severity: 'low' });
  expect(scoreOf([reason(1), reason(1)]).score).toBeLessThanOrEqual(1);
});
