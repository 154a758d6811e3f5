import { encodeFunctionData, type Hex, parseEventLogs, zeroAddress, zeroHash } from 'viem';
import { type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts';
import { beforeAll, expect, inject, test } from 'vitest';
import { evidenceLogAbi as abi } from '../../contracts/generated/EvidenceLog.ts';
import { readAnchoredRootOverRpc } from '../../proof/index.ts';
import { randomKey } from '../testing.ts';
import { type ContractUser, createContractUser, deployEvidenceLog, encodeAnchor, origin } from './contractTesting.ts';

const root = (digit: string): Hex => `0x${digit.repeat(64)}`;
const byAddress = (one: PrivateKeyAccount, other: PrivateKeyAccount) =>
  one.address.toLowerCase() < other.address.toLowerCase() ? -1 : 1;
const witnesses = Array.from({ length: 3 }, () => privateKeyToAccount(randomKey())).sort(byAddress);
const addresses = witnesses.map(({ address }) => address);
const stranger = privateKeyToAccount(randomKey());
const secp256k1Order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;

let user: ContractUser;
let address: Hex;
beforeAll(async () => {
  user = await createContractUser();
  address = await deployEvidenceLog(user);
}, 120_000);

const read = { abi } as const;
const simulateAnchor = (size: bigint, value: Hex, signatures: Hex[] = [], account = user.account) =>
  user.reader.simulateContract({
    ...read,
    address,
    account,
    functionName: 'anchor',
    args: [size, value, signatures],
  });
const setWitnesses = (list: readonly Hex[], threshold: number) =>
  user.send(address, encodeFunctionData({ abi, functionName: 'setWitnesses', args: [list, threshold] }));

interface Signed {
  size: bigint;
  value: Hex;
  name?: string;
}

/** A signature as a wallet makes it from the typed data alone. */
const sign = (account: PrivateKeyAccount, { size, value, name = origin }: Signed) =>
  account.signTypedData({
    domain: { name: 'Xiangyu witness', version: '1' },
    types: {
      Checkpoint: [
        { name: 'origin', type: 'string' },
        { name: 'size', type: 'uint64' },
        { name: 'root', type: 'bytes32' },
      ],
    },
    primaryType: 'Checkpoint',
    message: { origin: name, size, root: value },
  });

test('a new contract holds nothing and knows nobody', async () => {
  const at = { ...read, address };
  expect(await user.reader.readContract({ ...at, functionName: 'latest' })).toEqual([0n, zeroHash]);
  expect(await user.reader.readContract({ ...at, functionName: 'owner' })).toBe(user.account.address);
  expect(await user.reader.readContract({ ...at, functionName: 'origin' })).toBe(origin);
  expect(await user.reader.readContract({ ...at, functionName: 'witnesses' })).toEqual([]);
  expect(await user.reader.readContract({ ...at, functionName: 'threshold' })).toBe(0);
  const asked = { evmChainId: 7002, contract: address, size: 5 };
  expect(await readAnchoredRootOverRpc(inject('espaceUrl'))(asked)).toBe(null);
});

test('without witnesses the owner anchors growing sizes; every root stays readable', async () => {
  const receipts = await Promise.all([
    user.send(address, encodeAnchor(5n, root('5'))),
    user.send(address, encodeAnchor(9n, root('f'))),
  ]);
  const events = receipts.flatMap(({ logs }) => parseEventLogs({ abi, logs }));
  expect(events.map(({ eventName, args }) => ({ eventName, ...args }))).toEqual([
    { eventName: 'CheckpointAnchored', size: 5n, root: root('5'), index: 0n },
    { eventName: 'CheckpointAnchored', size: 9n, root: root('f'), index: 1n },
  ]);
  expect(await user.reader.readContract({ ...read, address, functionName: 'latest' })).toEqual([9n, root('f')]);
  const readRoot = readAnchoredRootOverRpc(inject('espaceUrl'));
  expect(await readRoot({ evmChainId: 7002, contract: address, size: 5 })).toBe(root('5'));
  expect(await readRoot({ evmChainId: 7002, contract: address, size: 4 })).toBe(null);
  expect(await readRoot({ evmChainId: 7002, contract: `0x${'12'.repeat(20)}`, size: 5 })).toBe(null);
});

test('a size that has not grown, a zero root and a stranger are refused, with the reason', async () => {
  await expect(simulateAnchor(9n, root('a'))).rejects.toThrow('SizeNotGrown');
  await expect(simulateAnchor(6n, root('a'))).rejects.toThrow('SizeNotGrown');
  await expect(simulateAnchor(0n, root('a'))).rejects.toThrow('SizeNotGrown');
  await expect(simulateAnchor(10n, zeroHash)).rejects.toThrow('ZeroRoot');
  await expect(simulateAnchor(10n, root('a'), [], stranger)).rejects.toThrow('NotPublisher');
  const [sent, deployed] = await Promise.allSettled([
    user.send(address, encodeAnchor(5n, root('a'))),
    deployEvidenceLog(user, zeroAddress),
  ]);
  expect(sent).toMatchObject({ value: { status: 'reverted' } });
  expect(deployed).toMatchObject({ reason: { message: expect.stringContaining('reverted') } });
});

test('the owner alone sets witnesses, publisher and successor', async () => {
  const by = { ...read, address, account: stranger };
  const refused = [
    user.reader.simulateContract({ ...by, functionName: 'setWitnesses', args: [addresses, 2] }),
    user.reader.simulateContract({ ...by, functionName: 'setPublisher', args: [stranger.address] }),
    user.reader.simulateContract({ ...by, functionName: 'transferOwnership', args: [stranger.address] }),
    user.reader.simulateContract({ ...by, functionName: 'acceptOwnership' }),
  ];
  for (const call of refused) await expect(call).rejects.toThrow('OwnableUnauthorizedAccount');
  const set = (args: readonly [readonly Hex[], number]) =>
    user.reader.simulateContract({
      ...read,
      address,
      account: user.account,
      functionName: 'setWitnesses',
      args,
    });
  const [low = '0x', high = '0x'] = addresses;
  await expect(set([[high, low], 1])).rejects.toThrow('WitnessesNotAscending');
  await expect(set([[low, low], 1])).rejects.toThrow('WitnessesNotAscending');
  await expect(set([[zeroAddress, low], 1])).rejects.toThrow('WitnessesNotAscending');
  await expect(set([addresses, 4])).rejects.toThrow('BadThreshold');
  await expect(set([addresses, 0])).rejects.toThrow('BadThreshold');
  const many = Array.from({ length: 65 }, (_, index) => `0x${(index + 1).toString(16).padStart(40, '0')}` as const);
  await expect(set([many, 2])).rejects.toThrow('TooManyWitnesses');

  const data = encodeFunctionData({ abi, functionName: 'setPublisher', args: [stranger.address] });
  await user.send(address, data);
  await simulateAnchor(10n, root('a'), [], stranger);
  await user.send(address, encodeFunctionData({ abi, functionName: 'setPublisher', args: [zeroAddress] }));
  await expect(simulateAnchor(10n, root('a'), [], stranger)).rejects.toThrow('NotPublisher');
});

test('two of three witnesses are needed from the moment they are set', async () => {
  const receipt = await setWitnesses(addresses, 2);
  const [event] = parseEventLogs({ abi, logs: receipt.logs });
  expect(event).toMatchObject({ eventName: 'WitnessesChanged', args: { witnesses: addresses, threshold: 2 } });
  const value = root('b');
  const signatures = await Promise.all(witnesses.map((account) => sign(account, { size: 12n, value })));
  const [a = '0x', b = '0x', c = '0x'] = signatures;
  const digest = await user.reader.readContract({
    ...read,
    address,
    functionName: 'digestOf',
    args: [12n, value],
  });
  expect(await witnesses[0]?.sign({ hash: digest })).toBe(a);
  for (const good of [[a, b], [a, c], [b, c], signatures]) await simulateAnchor(12n, value, good);
  for (const few of [[], [a], [c]]) await expect(simulateAnchor(12n, value, few)).rejects.toThrow('TooFewWitnesses');
  for (const doubled of [
    [a, a],
    [b, a],
    [a, b, b],
  ]) {
    await expect(simulateAnchor(12n, value, doubled)).rejects.toThrow('SignersNotAscending');
  }
  const foreign = await sign(stranger, { size: 12n, value });
  const mixed = [a, foreign].sort((one) =>
    one === (stranger.address.toLowerCase() < (addresses[0] ?? '').toLowerCase() ? foreign : a) ? -1 : 1,
  );
  await expect(simulateAnchor(12n, value, mixed)).rejects.toThrow('TooFewWitnesses');
});

test('a signature counts for its origin, size and root only, and in one form only', async () => {
  const value = root('b');
  const [first, second] = witnesses as [PrivateKeyAccount, PrivateKeyAccount];
  const good = await sign(first, { size: 12n, value });
  const wrong = [
    await sign(second, { size: 13n, value }),
    await sign(second, { size: 12n, value: root('c') }),
    await sign(second, { size: 12n, value, name: 'xiangyu.example/other' }),
  ];
  // A signature over something else recovers to some other account, wherever that is in the order.
  for (const one of wrong) {
    const outcomes = await Promise.allSettled([
      simulateAnchor(12n, value, [good, one]),
      simulateAnchor(12n, value, [one, good]),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(outcomes.map((outcome) => String((outcome as PromiseRejectedResult).reason)).join()).toContain('TooFew');
  }
  const low = await sign(second, { size: 12n, value });
  const s = secp256k1Order - BigInt(`0x${low.slice(66, 130)}`);
  const high: Hex = `0x${low.slice(2, 66)}${s.toString(16).padStart(64, '0')}${low.endsWith('1b') ? '1c' : '1b'}`;
  for (const bad of [high, low.slice(0, -2), `${low}00`, '0x', `${low.slice(0, -2)}1d`] as Hex[]) {
    await expect(simulateAnchor(12n, value, [good, bad])).rejects.toThrow('BadSignature');
  }
  await simulateAnchor(12n, value, [good, low]);
});

test('a removed witness no longer counts, and does no harm', async () => {
  const value = root('d');
  const signatures = await Promise.all(witnesses.map((account) => sign(account, { size: 20n, value })));
  const [a = '0x', b = '0x', c = '0x'] = signatures;
  await setWitnesses(addresses.slice(1), 2);
  await expect(simulateAnchor(20n, value, [a, b])).rejects.toThrow('TooFewWitnesses');
  const receipts = await Promise.all([
    user.send(address, encodeAnchor(20n, value, [a, b, c])),
    setWitnesses([], 0),
    user.send(address, encodeAnchor(21n, value)),
  ]);
  expect(receipts.map(({ status }) => status)).toEqual(['success', 'success', 'success']);
});

test('the owner hands over in two steps', async () => {
  const heir = await createContractUser();
  const args = [heir.account.address] as const;
  await user.send(address, encodeFunctionData({ abi, functionName: 'transferOwnership', args }));
  expect(await user.reader.readContract({ ...read, address, functionName: 'owner' })).toBe(user.account.address);
  await heir.send(address, encodeFunctionData({ abi, functionName: 'acceptOwnership' }));
  expect(await user.reader.readContract({ ...read, address, functionName: 'owner' })).toBe(heir.account.address);
  await expect(simulateAnchor(30n, root('e'))).rejects.toThrow('NotPublisher');
  await simulateAnchor(30n, root('e'), [], heir.account);
});
