import { type AbiParameter, encodeErrorResult, zeroAddress, zeroHash } from 'viem';
import { expect, test } from 'vitest';
import { allianceErrorAbi, explainRefusal } from './explainRefusal.ts';

interface ErrorItem {
  type: 'error';
  name: string;
  inputs: readonly AbiParameter[];
}

/** What libraries declare and no caller of these contracts can cause, or can cause only by encoding a call wrongly. */
const inner = [
  'AccessControlUnauthorizedAccount',
  'BadThreshold',
  'CheckpointUnorderedInsertion',
  'BadSignature',
  'ECDSAInvalidSignature',
  'ECDSAInvalidSignatureLength',
  'ECDSAInvalidSignatureS',
  'ERC5805FutureLookup',
  'ERC6372InconsistentClock',
  'EmptyOrigin',
  'FailedCall',
  'GovernorAlreadyQueuedProposal',
  'GovernorDisabledDeposit',
  'GovernorInvalidProposalLength',
  'GovernorInvalidVotingPeriod',
  'GovernorInvalidVoteParams',
  'GovernorNotQueuedProposal',
  'GovernorProposalQueueingFailed',
  'GovernorProposalQueueingNotRequired',
  'GovernorUnableToCancel',
  'InvalidShortString',
  'NotPublisher',
  'OwnableInvalidOwner',
  'QueueEmpty',
  'QueueFull',
  'SafeCastOverflowedUintDowncast',
  'SignersNotAscending',
  'SizeNotGrown',
  'StringTooLong',
  'TooFewWitnesses',
  'TooManyWitnesses',
  'WitnessesNotAscending',
  'ZeroRoot',
];

function sample({ type }: AbiParameter): unknown {
  if (type === 'address') return zeroAddress;
  if (type === 'bytes32') return zeroHash;
  if (type === 'string') return '';
  return /^uint(8|16|32|40|48)$/.test(type) ? 1 : 1n;
}

test('every refusal of the contracts that a caller can cause is put into words with a next step', () => {
  for (const error of allianceErrorAbi as ErrorItem[]) {
    const args = error.inputs.map(sample);
    const data = encodeErrorResult({ abi: [error], errorName: error.name, args });
    const { code, nextStep } = explainRefusal({ reason: error.name, data });
    if (!inner.includes(error.name)) expect(code, error.name).not.toBe('CHAIN_REFUSED');
    expect(nextStep).not.toContain('undefined');
  }
});

test('a refusal is also known by its words alone, and an unknown one keeps them', () => {
  expect(explainRefusal({ reason: `KeyTaken(${zeroAddress})` })).toMatchObject({
    code: 'CHAIN_KEY_TAKEN',
    reason: expect.stringContaining(zeroAddress),
  });
  const state = (current: number, expected: number) =>
    `GovernorUnexpectedProposalState(7, ${current}, 0x${expected.toString(16).padStart(64, '0')})`;
  expect(explainRefusal({ reason: state(0, 2) }).code).toBe('CHAIN_VOTING_NOT_BEGUN');
  expect(explainRefusal({ reason: state(3, 2) }).code).toBe('CHAIN_VOTING_OVER');
  expect(explainRefusal({ reason: state(7, 16) })).toMatchObject({
    code: 'CHAIN_NOT_PASSED',
    zh: { reason: '该提案不能执行，状态为“已执行”。' },
  });
  expect(explainRefusal({ reason: state(1, 0) }).code).toBe('CHAIN_PROPOSAL_EXISTS');
  expect(explainRefusal({ reason: 'constructor(1)' })).toMatchObject({
    code: 'CHAIN_REFUSED',
    reason: expect.stringContaining('constructor(1)'),
  });
  expect(explainRefusal({ reason: 'x', data: '0x12345678' }).code).toBe('CHAIN_REFUSED');
});
