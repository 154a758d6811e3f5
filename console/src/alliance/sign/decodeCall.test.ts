import { AbiFunction, type Hex } from 'ox';
import { expect, it } from 'vitest';
import { type DecodedCall, decodeCall } from './decodeCall.ts';
import { memberAccountOf, memberIdOf } from './memberIds.ts';
import { digestOfDocument, proposalIdOf } from './proposalIdentity.ts';

const address = (byte: string): Hex.Hex => `0x${byte.repeat(20)}`;
const places = { governor: address('a1'), registry: address('b2'), record: address('c3'), log: address('d4') };
const id = memberIdOf('tea-house');

function decode(target: Hex.Hex, signature: string, args: unknown[], valueWei = '0'): DecodedCall {
  const data = AbiFunction.encodeData(AbiFunction.from(signature) as AbiFunction.AbiFunction, args as never);
  return decodeCall({ target, valueWei, data }, places);
}

it('reads what each contract of the alliance would be told', () => {
  expect(decode(places.registry, 'function suspend(bytes32)', [id])).toEqual({ does: 'suspend', id });
  const rule = decode(places.governor, 'function updateQuorumNumerator(uint256)', [40n]);
  expect(rule).toEqual({ does: 'setRule', rule: 'quorumPercent', value: 40n });
  const weight = decode(places.registry, 'function setKindWeight(uint8,uint32)', [2, 5]);
  expect(weight).toEqual({ does: 'setKindWeight', kind: 'research', value: 5n });
  const witnesses = [address('01'), address('02')];
  expect(decode(places.log, 'function setWitnesses(address[],uint8)', [witnesses, 2])).toEqual({
    does: 'setWitnesses',
    log: places.log,
    witnesses,
    threshold: 2,
  });
  const entry = { id, profileHash: `0x${'11'.repeat(32)}`, did: 'did:web:tea.example', kinds: 9, key: address('0e') };
  const admit = decode(
    places.registry,
    'function admit((bytes32 id,bytes32 profileHash,string did,uint16 kinds,address key,bytes nodeKey,address witness))',
    [{ ...entry, nodeKey: '0x', witness: address('00') }],
  );
  expect(admit).toEqual({ does: 'admit', ...entry, kinds: ['enterprise', 'certifier'] });
  expect(decodeCall({ target: address('0f'), valueWei: '5', data: '0x' }, places)).toEqual({
    does: 'spend',
    to: address('0f'),
    amountWei: 5n,
  });
});

it('does not call by a good name what is none: another contract, coins along the way, cut bytes', () => {
  const unknown = { does: 'unknown' };
  expect(decode(address('99'), 'function suspend(bytes32)', [id])).toEqual(unknown);
  expect(decode(places.registry, 'function suspend(bytes32)', [id], '1')).toEqual(unknown);
  expect(decode(places.registry, 'function burn(bytes32)', [id])).toEqual(unknown);
  const data = AbiFunction.encodeData(AbiFunction.from('function suspend(bytes32 id)'), [id]);
  expect(decodeCall({ target: places.registry, valueWei: '0', data: data.slice(0, 40) as Hex.Hex }, places)).toEqual(
    unknown,
  );
});

it('names members, texts and proposals as the chain does', () => {
  expect(memberAccountOf(id)).toBe(`0x${id.slice(-40)}`);
  expect(digestOfDocument({ b: 1, a: 'x' })).toBe(digestOfDocument({ a: 'x', b: 1 }));
  const calls = { targets: [places.registry], values: ['0'], calldatas: ['0x1234'] as Hex.Hex[] };
  expect(proposalIdOf(calls, 'one')).not.toBe(proposalIdOf(calls, 'two'));
});
