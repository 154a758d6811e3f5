import { expect, test } from 'vitest';
import { canonicalizeJson } from './canonicalizeJson.ts';
import { encodeStatement, formatStatement, type Statement } from './statement.ts';

const statement: Statement = {
  v: 1,
  kind: 'epcis.event',
  subject: 'urn:example:1',
  digest: 'ab'.repeat(32),
  alg: 'sha-256',
  member: 'green-valley',
  time: '2026-05-01T08:00:00Z',
};

test.each(['湘米', 'a "b" \\ /', '\u2028\u2029\u007f\u0080', '😀', '\u0001\n\t'])(
  'the leaf of a statement about %j is its canonical JSON',
  (subject) => {
    const text = formatStatement({ ...statement, subject });
    expect(text).toBe(canonicalizeJson({ ...statement, subject }));
    expect(new TextDecoder().decode(encodeStatement({ ...statement, subject }))).toBe(text);
  },
);

test('half of a surrogate pair is refused', () => {
  expect(() => formatStatement({ ...statement, subject: '\ud800' })).toThrow('lone surrogate');
});
