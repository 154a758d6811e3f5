import { expect, it } from 'vitest';
import { resolveNodeUrl } from './nodeUrl.ts';

it('asks the same origin by default and any http(s) node by choice', () => {
  expect(resolveNodeUrl('', 'https://xiangyu.example')).toBe('https://xiangyu.example/rpc/espace');
  expect(resolveNodeUrl(' https://node.example:8545 ', 'https://xiangyu.example')).toBe('https://node.example:8545/');
  expect(resolveNodeUrl('node.example', 'https://xiangyu.example')).toBeNull();
  expect(resolveNodeUrl('javascript:alert(1)', 'https://xiangyu.example')).toBeNull();
});
