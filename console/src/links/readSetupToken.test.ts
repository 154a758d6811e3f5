import { expect, it } from 'vitest';
import { readSetupToken } from './readSetupToken.ts';

it('reads the token of a fragment in both forms, and nothing else', () => {
  expect(readSetupToken('#abcDEF-_123')).toBe('abcDEF-_123');
  expect(readSetupToken('#token=abcDEF-_123')).toBe('abcDEF-_123');
  expect(readSetupToken('')).toBeNull();
  expect(readSetupToken('#')).toBeNull();
  expect(readSetupToken('#<script>alert(1)</script>')).toBeNull();
});
