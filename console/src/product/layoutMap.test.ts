import { expect, it } from 'vitest';
import { layoutMap, readGeo } from './layoutMap.ts';

const fenghuang = { name: 'Fenghuang', latitude: 27.95, longitude: 109.6 };
const jishou = { name: 'Jishou', latitude: 28.31, longitude: 109.7 };
const changsha = { name: 'Changsha', latitude: 28.23, longitude: 112.94 };

it('reads positions', () => {
  expect(readGeo('geo:28.21,-109.71;u=35')).toEqual({ latitude: 28.21, longitude: -109.71 });
  expect(readGeo('geo:91,0')).toBeNull();
  expect(readGeo(null)).toBeNull();
});

it('puts north up and east right, in the box, with a true scale', () => {
  const layout = layoutMap([fenghuang, jishou, changsha], 320, 200);
  const [first, second, third] = layout?.stations ?? [];
  expect(layout?.stations.map(({ number }) => number)).toEqual([1, 2, 3]);
  expect(second?.y).toBeLessThan(first?.y ?? 0);
  expect((third?.x ?? 0) - (first?.x ?? 0)).toBeCloseTo(320 - 68, 0);
  // Fenghuang to Changsha is about 328 km.
  const { width = 0, kilometres = 0 } = layout?.scale ?? {};
  const away = Math.hypot((third?.x ?? 0) - (first?.x ?? 0), (third?.y ?? 0) - (first?.y ?? 0));
  expect((away / width) * kilometres).toBeGreaterThan(320);
  expect((away / width) * kilometres).toBeLessThan(336);
});

it('one place visited again is one station; one place alone is no map', () => {
  expect(layoutMap([jishou, changsha, { ...jishou, name: 'Jishou depot' }], 320, 200)?.stations[0]).toMatchObject({
    number: 1,
    names: ['Jishou', 'Jishou depot'],
  });
  expect(layoutMap([jishou, jishou], 320, 200)).toBeNull();
  expect(layoutMap([], 320, 200)).toBeNull();
});
