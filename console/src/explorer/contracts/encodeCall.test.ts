import { describe, expect, it } from 'vitest';
import { encodeCall } from './encodeCall.ts';
import { readArgument } from './readArgument.ts';

const call = (name: string, types: string[], values: unknown[]) =>
  encodeCall({ type: 'function', name, inputs: types.map((type) => ({ type })) }, values);
const words = (...list: string[]) => list.join('');
const word = (text: string) => text.padStart(64, '0');
const left = (text: string) => text.padEnd(64, '0');

// The examples of the Solidity contract ABI specification, section "Examples" and "Use of Dynamic Types".
describe('encodeCall', () => {
  it('encodes values of fixed size', () => {
    expect(call('baz', ['uint32', 'bool'], ['69', true])).toBe(`0xcdcd77c0${words(word('45'), word('1'))}`);
    expect(call('bar', ['bytes3[2]'], [['0x616263', '0x646566']])).toBe(
      `0xfce353f6${words(left('616263'), left('646566'))}`,
    );
  });

  it('puts offsets in the place of dynamic values', () => {
    expect(call('sam', ['bytes', 'bool', 'uint256[]'], ['0x64617665', true, ['1', '2', '3']])).toBe(
      `0xa5643bf2${words(word('60'), word('1'), word('a0'), word('4'), left('64617665'), word('3'), word('1'), word('2'), word('3'))}`,
    );
    expect(
      call(
        'f',
        ['uint256', 'uint32[]', 'bytes10', 'bytes'],
        ['291', ['1110', '1929'], '0x31323334353637383930', '0x48656c6c6f2c20776f726c6421'],
      ),
    ).toBe(
      `0x8be65246${words(word('123'), word('80'), left('31323334353637383930'), word('e0'), word('2'), word('456'), word('789'), word('d'), left('48656c6c6f2c20776f726c6421'))}`,
    );
  });

  it('nests lists of dynamic values', () => {
    expect(
      call(
        'g',
        ['uint256[][]', 'string[]'],
        [
          [['1', '2'], ['3']],
          ['one', 'two', 'three'],
        ],
      ),
    ).toBe(
      `0x2289b18c${words(
        word('40'),
        word('140'),
        word('2'),
        word('40'),
        word('a0'),
        word('2'),
        word('1'),
        word('2'),
        word('1'),
        word('3'),
        word('3'),
        word('60'),
        word('a0'),
        word('e0'),
        word('3'),
        left('6f6e65'),
        word('3'),
        left('74776f'),
        word('5'),
        left('7468726565'),
      )}`,
    );
  });

  it('encodes negative numbers and tuples', () => {
    expect(call('h', ['int8'], ['-1']).slice(10)).toBe('f'.repeat(64));
    const pair = { type: 'tuple', components: [{ type: 'uint8' }, { type: 'string' }] };
    const encoded = encodeCall({ type: 'function', name: 'p', inputs: [pair] }, [['7', 'a']]);
    expect(encoded.slice(10)).toBe(words(word('20'), word('7'), word('40'), word('1'), left('61')));
  });
});

describe('readArgument', () => {
  it('takes what fits the type and refuses the rest', () => {
    const read = (type: string, text: string) => readArgument({ type }, text);
    expect(read('uint8', '255')).toBe('255');
    expect(read('uint8', '256')).toBeNull();
    expect(read('int8', '-129')).toBeNull();
    expect(read('uint256', '0xff')).toBe('255');
    expect(read('bool', 'yes')).toBeNull();
    expect(read('bytes4', '0x01020304')).toBe('0x01020304');
    expect(read('bytes4', '0x0102')).toBeNull();
    expect(read('uint256[]', '[1, "2"]')).toEqual(['1', '2']);
    expect(read('uint256[]', '1, 2')).toBeNull();
    expect(read('string', ' a ')).toBe(' a ');
  });
});
