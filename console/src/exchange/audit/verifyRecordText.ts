import {
  didOfKid,
  digestJson,
  digestLink,
  exchangeTypes,
  keyOfDid,
  readJws,
  verifyEd25519,
} from '../../../../proof/index.ts';
import type { WholeRecord } from '../api/audit.ts';

export interface RecordVerification {
  /** Whether the key that the record names made the signature. */
  signed: boolean;
  /** Whether the signed text has the digest that the evidence log names, and is this record. */
  digest: boolean;
  signer: string;
  /** Digest of the record before, as signed. */
  previous: string | null;
}

/** Checks the signed text of a record with nothing but the text. */
export function verifyRecordText({ id, digest, jws }: WholeRecord): RecordVerification {
  const read = readJws(jws ?? '');
  if (!read) return { signed: false, digest: false, signer: '', previous: null };
  const { header, payload, message, signature } = read;
  const signer = didOfKid(header.kid) ?? '';
  const publicKey = keyOfDid(signer);
  const { sequence, previous, signer: named, ...content } = payload;
  const link = {
    participant: String(payload.participant),
    sequence: Number(sequence),
    previous: typeof previous === 'string' ? previous : null,
    content: digestJson(content),
    signer,
  };
  return {
    signed:
      publicKey !== null &&
      named === signer &&
      header.typ === exchangeTypes.record &&
      verifyEd25519({ publicKey, message, signature }),
    digest: payload.id === id && digestLink(link) === digest,
    signer,
    previous: link.previous,
  };
}
