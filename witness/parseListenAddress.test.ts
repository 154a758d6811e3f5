import { expect, test } from 'vitest';
import { parseListenAddress } from './parseListenAddress.ts';

test('addresses are read, and what is none is named', () => {
  expect(parseListenAddress('127.0.0.1:8090')).toEqual({ host: '127.0.0.1', port: 8090 });
  expect(parseListenAddress('[::1]:0')).toEqual({ host: '::1', port: 0 });
  expect(parseListenAddress('witness.example:65535')).toEqual({ host: 'witness.example', port: 65_535 });
  for (const bad of [
    '',
    '8090',
    ':8090',
    'localhost',
    'localhost:',
    'localhost:65536',
    '::1:8090',
    'http://a:1',
    'a:1/',
  ]) {
    expect(() => parseListenAddress(bad), bad).toThrow(expect.objectContaining({ code: 'WITNESS_ADDRESS_INVALID' }));
  }
});
