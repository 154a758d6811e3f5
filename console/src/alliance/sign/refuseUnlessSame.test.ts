import { Secp256k1 } from 'ox';
import { expect, it } from 'vitest';
import { addressOfKey } from '../key/keyAddress.ts';
import { type RefusalReason, refuseUnlessSame, SigningRefused, wholeNumberOf } from './refuseUnlessSame.ts';
import { buildTypedData, formatForWallet, hashTypedData } from './typedData.ts';

const place = { chainId: 7002, governor: `0x${'a1'.repeat(20)}`, registry: `0x${'b2'.repeat(20)}` } as const;
const message = { proposalId: '77', support: 1, voter: `0x${'c3'.repeat(20)}`, nonce: '4' };
const own = buildTypedData(place, 'Ballot', message);

function reasonOf(given: typeof own): RefusalReason | null {
  try {
    refuseUnlessSame(own, given);
    return null;
  } catch (error) {
    return error instanceof SigningRefused ? error.reason : null;
  }
}

it('signs what was chosen, however the platform writes it', () => {
  const given = structuredClone(own);
  given.domain.verifyingContract = `0x${'A1'.repeat(20)}`;
  given.message.support = '1';
  expect(() => refuseUnlessSame(own, given)).not.toThrow();
});

it('refuses another chain, contract, kind, choice, proposal, and what was added', () => {
  const change = (edit: (given: typeof own) => void) => {
    const given = structuredClone(own);
    edit(given);
    return reasonOf(given);
  };
  expect(change((given) => (given.domain.chainId = 1))).toBe('chain');
  expect(change((given) => (given.domain.verifyingContract = place.registry))).toBe('contract');
  expect(change((given) => (given.domain.name = 'Another alliance'))).toBe('contract');
  expect(change((given) => (given.primaryType = 'Proposal'))).toBe('kind');
  expect(change((given) => (given.message.support = 0))).toBe('content');
  expect(change((given) => (given.message.proposalId = '78'))).toBe('content');
  expect(change((given) => (given.message.more = '1'))).toBe('content');
  expect(change((given) => delete given.message.nonce)).toBe('content');
});

it('takes nothing but a whole number for a nonce', () => {
  expect(wholeNumberOf(own, 'nonce')).toBe('4');
  expect(() => wholeNumberOf({ ...own, message: { nonce: '-1' } }, 'nonce')).toThrow(SigningRefused);
  expect(() => wholeNumberOf({ ...own, message: {} }, 'nonce')).toThrow(SigningRefused);
});

it('hashes what a signature is recovered from, and a wallet is given the same', () => {
  const privateKey = Secp256k1.randomPrivateKey();
  const payload = hashTypedData(own);
  const signature = Secp256k1.sign({ payload, privateKey });
  expect(Secp256k1.recoverAddress({ payload, signature }).toLowerCase()).toBe(addressOfKey(privateKey));
  const forWallet = JSON.parse(formatForWallet(own));
  expect(Object.keys(forWallet.types)).toEqual(['EIP712Domain', 'Ballot']);
  expect(forWallet.message).toEqual(message);
});
