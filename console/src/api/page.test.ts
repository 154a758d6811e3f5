import { expect, it } from 'vitest';
import { inLanguage } from '../i18n/language.ts';
import { readNextPageToken, readPage } from './page.ts';
import { problemOf, toProblem } from './problem.ts';

it('finds the next page in the Link header', () => {
  const link =
    '<https://x.example/epcis/events?perPage=30>; rel="first", </epcis/events?nextPageToken=a%2Bb>; rel="next"';
  expect(readNextPageToken(link)).toBe('a+b');
  expect(readNextPageToken('</events>; rel="prev"')).toBeNull();
  expect(readNextPageToken(null)).toBeNull();
});

it('reads lists in the shapes that lists have', () => {
  expect(readPage([1], new Headers())).toEqual({ items: [1], nextPageToken: null });
  expect(readPage({ keys: [1], nextPageToken: 't' }, new Headers())).toEqual({ items: [1], nextPageToken: 't' });
  expect(readPage({}, new Headers())).toEqual({ items: [], nextPageToken: null });
});

it('reads problems', () => {
  const body = { title: 'Not found', detail: 'No such lot.', nextStep: 'Check the code.', code: 'TRACE_UNKNOWN_LOT' };
  expect(toProblem(404, '', body)).toEqual({ status: 404, ...body });
  const zh = { detail: '没有该批次。', nextStep: '请检查二维码。' };
  const both = toProblem(404, '', { ...body, zh });
  expect(inLanguage(both, 'zh-CN')).toMatchObject({ ...zh, code: 'TRACE_UNKNOWN_LOT' });
  expect(inLanguage(both, 'en')).toMatchObject(body);
  expect(inLanguage(toProblem(404, '', { ...body, zh: 'x' }), 'zh-CN')).toMatchObject(body);
  expect(toProblem(502, 'Bad Gateway', undefined).title).toBe('Bad Gateway');
  const own = Object.assign(new Error('x'), { status: 422, code: 'PROOF_BAD', reason: 'Bad.', nextStep: 'Mend it.' });
  expect(
    inLanguage(problemOf(Object.assign(own, { zh: { reason: '有误。', nextStep: '请更正。' } })), 'zh-CN'),
  ).toMatchObject({
    status: 422,
    code: 'PROOF_BAD',
    detail: '有误。',
    nextStep: '请更正。',
  });
  expect(problemOf(new TypeError('fetch failed'))).toMatchObject({ status: 0, detail: 'fetch failed' });
});
