import { expect, test } from 'vitest';
import { formatCheckpointBody, parseCheckpoint } from './checkpoint.ts';
import { type Cosigner, cosign, createCosigner } from './cosign.ts';
import { evaluatePolicy } from './evaluatePolicy.ts';
import { parsePolicy } from './parsePolicy.ts';
import { formatNote } from './signedNote.ts';
import { deriveVerifierKey, signNote } from './signNote.ts';
import { formatVerifierKey, keyTypes } from './verifierKey.ts';

const secret = (byte: number) => new Uint8Array(32).fill(byte);
const origin = 'example.com/log';
const logSigner = { name: origin, privateKey: secret(100) };
const logKey = formatVerifierKey(deriveVerifierKey(logSigner));
const names = ['X1', 'X2', 'X3', 'Y1', 'Y2', 'Y3'];
const cosigners = new Map(
  names.map((name, at): [string, Cosigner] => {
    const type = at % 2 === 0 ? keyTypes.cosignatureV1 : keyTypes.eip712;
    return [name, createCosigner({ name: `${name.toLowerCase()}.example`, type, secret: secret(at + 1) })];
  }),
);
const keyOf = (name: string) => {
  const cosigner = cosigners.get(name);
  if (!cosigner) throw new Error(name);
  return formatVerifierKey(cosigner.key);
};
const witnessLines = names.map((name) => `witness ${name} ${keyOf(name)}\n`);
/** The example of tlog-policy. */
const example = `log ${logKey}

${witnessLines.slice(0, 3).join('')}group X-witnesses 2 X1 X2 X3

${witnessLines.slice(3).join('')}group Y-witnesses any Y1 Y2 Y3

group X-and-Y all X-witnesses Y-witnesses
quorum X-and-Y
`;

function checkpointBy(signers: string[], name = origin) {
  const note = signNote(formatCheckpointBody({ origin: name, size: 5, root: secret(7) }), logSigner);
  const plain = parseCheckpoint(formatNote(note));
  const lines = signers.flatMap((signer) => {
    const cosigner = cosigners.get(signer);
    return cosigner ? [cosign(plain, cosigner, 1_700_000_000)] : [];
  });
  return parseCheckpoint(formatNote({ ...note, signatures: [...note.signatures, ...lines] }));
}

test.each([
  [['X1', 'X2', 'Y3'], true],
  [['X1', 'X2', 'X3', 'Y1', 'Y2', 'Y3'], true],
  [['X3', 'X1', 'Y2'], true],
  [['X1', 'X2'], false],
  [['X1', 'Y1', 'Y2', 'Y3'], false],
  [[], false],
])('the example of the specification, cosigned by %j: %s', (signers, ok) => {
  const result = evaluatePolicy(parsePolicy(example), checkpointBy(signers));
  expect(result).toMatchObject({ ok, log: logKey });
  expect(result.satisfied.sort()).toEqual([...signers].sort());
});

test('without the log, under another origin or with one bad line nothing is believed', () => {
  const policy = parsePolicy(example);
  const good = checkpointBy(['X1', 'X2', 'Y3']);
  expect(evaluatePolicy(policy, good).ok).toBe(true);
  const [log, ...witnesses] = good.note.signatures;
  if (!log) throw new Error('no signature');
  const withNote = (signatures: typeof witnesses) => ({ ...good, note: { ...good.note, signatures } });
  expect(evaluatePolicy(policy, withNote(witnesses))).toMatchObject({ ok: false, log: null });
  expect(evaluatePolicy(policy, checkpointBy(['X1', 'X2', 'Y3'], 'example.com/other')).ok).toBe(false);
  for (const at of good.note.signatures.keys()) {
    const changed = good.note.signatures.map((line, place) =>
      place === at ? { ...line, signature: line.signature.with(20, (line.signature[20] ?? 0) ^ 1) } : line,
    );
    expect(evaluatePolicy(policy, withNote(changed)).ok).toBe(false);
  }
  // A witness the policy does not know changes nothing, even when its line is nonsense.
  const stranger = { name: 'stranger.example', keyId: 5, signature: secret(1) };
  expect(evaluatePolicy(policy, withNote([...good.note.signatures, stranger])).ok).toBe(true);
});

test('a policy of one witness, of none, and without logs', () => {
  const one = parsePolicy(`witness X1 ${keyOf('X1')} https://x1.example/\nquorum X1\n`);
  expect(evaluatePolicy(one, checkpointBy(['X1']))).toMatchObject({ ok: true, log: null });
  expect(evaluatePolicy(one, checkpointBy(['X2'])).ok).toBe(false);
  expect(one.witnesses[0]?.url).toBe('https://x1.example/');
  const none = parsePolicy(`log ${logKey} https://log.example\nquorum none`);
  expect(evaluatePolicy(none, checkpointBy([]))).toMatchObject({ ok: true, log: logKey });
  expect(none.logs[0]?.url).toBe('https://log.example');
});

test('white space, comments and names of any script', () => {
  const policy = parsePolicy(
    `\t # a comment 注释\n\n  witness\t湘江   ${keyOf('X1')} \t\n group 全部 1 湘江\nquorum  全部\t\n#end`,
  );
  expect(policy.quorum).toMatchObject({ name: '全部', threshold: 1, members: [{ name: '湘江' }] });
  // Names are octets: what is no UTF-8 is a name too, and two of them stay two.
  const octets = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const raw = parsePolicy(
    octets(`witness \xff ${keyOf('X1')}\nwitness \xfe ${keyOf('Y1')}\ngroup g all \xff \xfe\nquorum g\n`),
  );
  expect(evaluatePolicy(raw, checkpointBy(['X1'])).ok).toBe(false);
  expect(evaluatePolicy(raw, checkpointBy(['X1', 'Y1'])).ok).toBe(true);
});

const [x1 = '', x2 = ''] = witnessLines;
test.each([
  ['no quorum', x1, 2],
  ['two quorums', `${x1}quorum X1\nquorum none\n`, 3],
  ['a quorum of a name unknown', 'quorum X1\n', 1],
  ['a quorum before its definition', `quorum X1\n${x1}`, 1],
  ['two names in the quorum', `${x1}${x2}quorum X1 X2\n`, 3],
  ['a member not yet defined', `group g any X1\n${x1}quorum g\n`, 1],
  ['none as a member', `${x1}group g any X1 none\nquorum g\n`, 2],
  ['a member of two groups', `${x1}group g any X1\ngroup h any X1\nquorum g\n`, 3],
  ['a member twice', `${x1}group g 2 X1 X1\nquorum g\n`, 2],
  ['a group of itself', `group g any g\nquorum g\n`, 1],
  ['an empty group', `${x1}group g all\nquorum g\n`, 2],
  ['a threshold of zero', `${x1}group g 0 X1\nquorum g\n`, 2],
  ['a threshold above the members', `${x1}group g 2 X1\nquorum g\n`, 2],
  ['a threshold that is no number', `${x1}group g 1.5 X1\nquorum g\n`, 2],
  ['a name defined twice', `${x1}group X1 any X1\nquorum X1\n`, 2],
  ['a witness named none', `${x1.replace('X1', 'none')}quorum none\n`, 1],
  ['a key twice', `${x1}${x1.replace('X1', 'X9')}quorum X1\n`, 2],
  ['a log key twice', `log ${logKey}\nlog ${logKey}\nquorum none\n`, 2],
  ['a bad key', `log ${logKey}A\nquorum none\n`, 1],
  ['a witness key for a log', `log ${keyOf('X1')}\nquorum none\n`, 1],
  ['a log key for a witness', `witness a ${logKey}\nquorum a\n`, 1],
  ['an unknown word', 'quorum none\nlogs x\n', 2],
  ['too many words', `log ${logKey} a b\nquorum none\n`, 1],
  ['a witness without a key', 'witness X1\nquorum X1\n', 1],
  ['a carriage return', 'quorum none\r\n', 1],
  ['a vertical tab', '\u000bquorum none\n', 1],
  ['a delete character', '#\u007f\nquorum none\n', 1],
  ['a byte order mark', '\ufeffquorum none\n', 1],
])('a policy with %s is refused with its line', (_, policy, line) => {
  expect(() => parsePolicy(policy)).toThrow(
    expect.objectContaining({ code: 'TLOG_BAD_POLICY', reason: expect.stringContaining(`Line ${line} `) }),
  );
});

test('thirty-two logs, witnesses and groups are read', () => {
  const many = Array.from({ length: 32 }, (_, at) => at);
  const type = keyTypes.cosignatureV1;
  const policy = [
    ...many.map((at) => `log ${formatVerifierKey(deriveVerifierKey({ name: `l${at}`, privateKey: secret(at + 1) }))}`),
    ...many.map(
      (at) => `witness w${at} ${formatVerifierKey(createCosigner({ name: 'w', type, secret: secret(at + 1) }).key)}`,
    ),
    ...many.map((at) => `group g${at} all w${at}${at > 0 ? ` g${at - 1}` : ''}`),
    'quorum g31',
  ];
  expect(parsePolicy(`${policy.join('\n')}\n`)).toMatchObject({ quorum: { name: 'g31', threshold: 2 } });
});
