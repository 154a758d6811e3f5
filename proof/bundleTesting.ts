import type { JsonValue } from './canonicalizeJson.ts';
import { digestPayload } from './digestPayload.ts';
import { encodeHex, hashLeaf } from './hashes.ts';
import { inclusionPath, rootFromLeaves } from './merkleTree.ts';
import type { ProofBundle } from './proofBundle.ts';
import { encodeStatement, type Statement } from './statement.ts';
import { formatCheckpointBody, parseCheckpoint } from './tlog/checkpoint.ts';
import { type Cosigner, type CreateCosignerParameters, cosign, createCosigner } from './tlog/cosign.ts';
import { formatNote } from './tlog/signedNote.ts';
import { deriveVerifierKey, signNote } from './tlog/signNote.ts';
import { formatTlogProof } from './tlog/tlogProof.ts';
import { formatVerifierKey, keyTypes } from './tlog/verifierKey.ts';

export const origin = 'xiangyu.example/log';
const logSigner = { name: origin, privateKey: new Uint8Array(32).fill(7) };
export const logKey = formatVerifierKey(deriveVerifierKey(logSigner));

const makeWitness = (name: string, fill: number, type: CreateCosignerParameters['type']) =>
  createCosigner({ name, type, secret: new Uint8Array(32).fill(fill) });
/** Three witnesses, each with a key of another type. */
export const witnesses = [
  makeWitness('w1.example', 11, keyTypes.cosignatureV1),
  makeWitness('w2.example', 12, keyTypes.mlDsa44),
  makeWitness('w3.example', 13, keyTypes.eip712),
];
/** Three witnesses as platforms usually publish them: the Ed25519 keys alone. */
export const usualWitnesses = ['u1.example', 'u2.example', 'u3.example'].map((name, place) =>
  makeWitness(name, 21 + place, keyTypes.cosignatureV1),
);

/** The log's key, and two of three witnesses. */
export const policyOf = (list: readonly Cosigner[]) =>
  [
    `log ${logKey}`,
    ...list.map(({ key }, place) => `witness w${place + 1} ${formatVerifierKey(key)}`),
    'group two 2 w1 w2 w3',
    'quorum two',
    '',
  ].join('\n');
export const policy = policyOf(witnesses);

/** A checkpoint over leaves, signed by the log and cosigned. */
function makeCheckpoint(leaves: readonly Uint8Array[], cosigners: readonly Cosigner[]): string {
  const note = signNote(formatCheckpointBody({ origin, size: leaves.length, root: rootFromLeaves(leaves) }), logSigner);
  const checkpoint = parseCheckpoint(formatNote(note));
  const lines = cosigners.map((witness) => cosign(checkpoint, witness, 1_780_000_000));
  return formatNote({ ...note, signatures: [...note.signatures, ...lines] });
}

export interface MakeBundleParameters {
  statement?: Partial<Statement>;
  content?: JsonValue;
  /** All three by default. */
  cosigners?: readonly Cosigner[];
}

export const salt = '0f'.repeat(32);
export const contract = `0x${'ab'.repeat(20)}` as const;

/** A whole bundle: the statement is the fourth of five leaves. */
export function makeBundle(parameters: MakeBundleParameters = {}): ProofBundle & { root: string } {
  const content = parameters.content ?? { lot: '2026-香榧-07', kilograms: 12.5, tests: ['pesticide', 'heavy metal'] };
  const statement: Statement = {
    v: 1,
    kind: 'note',
    subject: 'urn:example:7',
    digest: digestPayload(salt, content),
    alg: 'sha-256-salted',
    member: 'green-valley',
    time: '2026-05-01T08:00:00.000Z',
    ...parameters.statement,
  };
  const leaves = [0, 1, 2, 3, 4].map((index) => hashLeaf(Uint8Array.of(index)));
  leaves[3] = hashLeaf(encodeStatement(statement));
  const checkpoint = makeCheckpoint(leaves, parameters.cosigners ?? witnesses);
  return Object.defineProperty(
    {
      format: 'xiangyu-proof-bundle/2' as const,
      statement,
      payload: { salt, content },
      tlogProof: formatTlogProof({ index: 3, hashes: inclusionPath(leaves, 3), checkpoint }),
      anchor: {
        evmChainId: 7002,
        contract,
        transactionHash: `0x${'01'.repeat(32)}` as const,
        blockHash: `0x${'02'.repeat(32)}` as const,
        blockNumber: 9,
      },
      root: '',
    },
    // For the tests only: no member of the bundle.
    'root',
    { value: encodeHex(rootFromLeaves(leaves)), enumerable: false },
  );
}
