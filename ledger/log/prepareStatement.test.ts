import { expect, test } from 'vitest';
import { prepareStatement } from './prepareStatement.ts';

const statement = { kind: 'note', member: 'green-valley', time: '2026-05-01T08:00:00Z', digest: 'ab'.repeat(32) };

test('a statement that no bundle of the published log could hold is refused, the longest that fits is not', () => {
  const lengthOf = (subject: string) =>
    new TextEncoder().encode(prepareStatement({ ...statement, subject }).encoded).length;
  const room = 65_535 - lengthOf('u') + 1;
  expect(lengthOf('u'.repeat(room))).toBe(65_535);
  expect(() => prepareStatement({ ...statement, subject: 'u'.repeat(room + 1) })).toThrow(
    expect.objectContaining({ code: 'LEDGER_STATEMENT_INVALID' }),
  );
  expect(() => prepareStatement({ ...statement, subject: '湘'.repeat(room / 2) })).toThrow(
    expect.objectContaining({ code: 'LEDGER_STATEMENT_INVALID' }),
  );
});
