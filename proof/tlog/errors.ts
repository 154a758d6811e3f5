import { defineErrors } from '../../errors.ts';

/** What can be wrong with the texts and keys of a transparency log; always the input's fault. */
export const tlogErrors = defineErrors('tlog', {
  badNote: {
    status: 400,
    retryable: false,
    cause: 'This is not a signed note: {problem}.',
    next: 'Pass the note on exactly as its signer made it, byte for byte.',
  },
  badVerifierKey: {
    status: 400,
    retryable: false,
    cause: 'This is not a verifier key: {problem}.',
    next: 'Give the key as its owner publishes it: name, key id in hexadecimal and key in base64, joined by "+".',
  },
  badPrivateKey: {
    status: 400,
    retryable: false,
    cause: 'The private key cannot sign: {problem}.',
    next: 'Give the 32 secret bytes that the key was made of.',
  },
  badCheckpoint: {
    status: 400,
    retryable: false,
    cause: 'This is not a checkpoint: {problem}.',
    next: 'Fetch the checkpoint again and pass it on unchanged.',
  },
  badProof: {
    status: 400,
    retryable: false,
    cause: 'This is not a transparency log proof: {problem}.',
    next: 'Fetch the proof again and pass it on unchanged.',
  },
  badPolicy: {
    status: 400,
    retryable: false,
    cause: 'Line {line} of the witness policy {problem}.',
    next: 'Correct the policy; the form is that of c2sp.org/tlog-policy.',
  },
  badAddCheckpoint: {
    status: 400,
    retryable: false,
    cause: 'This is not an add-checkpoint request: {problem}.',
    next: 'Send "old" and the old size, at most 63 hashes in base64, an empty line and the checkpoint.',
  },
  badTilePath: {
    status: 404,
    retryable: false,
    cause: 'The path {path} names no tile.',
    next: 'Ask for tile/<level>/<index>, with .p/<width> for a partial tile, as in tile/0/x001/x234/067.p/5.',
  },
  badEntryBundle: {
    status: 400,
    retryable: false,
    cause: 'This is not a bundle of log entries: {problem}.',
    next: 'Fetch the bundle again; an entry has at most 65,535 bytes and a bundle at most 256 entries.',
  },
});
