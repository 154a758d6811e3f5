import type { Hex } from '../hashes.ts';

/** The evidence of one exchange: what both sides asked, decided, sent and delivered under an agreement, with its proofs. */
export interface ExchangeBundle {
  format: 'xiangyu-exchange-bundle/1';
  /** `@id` of the agreement. */
  agreement: string;
  /** What each side recorded, by slug. */
  views: ExchangeView[];
  /** Texts that records and manifests name, by their SHA-256. */
  documents: Record<string, string>;
  /** Checkpoints of the evidence log, by the SHA-256 of their canonical JSON. */
  checkpoints: Record<string, LogCheckpoint>;
}

/** One side's records of the exchange, in the order of its chain. */
export interface ExchangeView {
  /** Slug of the department. */
  participant: string;
  /** What the view has to hold, signed by the department: a JWS of type `exchangeTypes.manifest`. */
  manifest: string;
  records: ExchangeRecord[];
  /** The department's other records between the first and the last of these, by digest only. */
  links: { sequence: number; content: string; signer: string }[];
}

/** A signed record with its place in the evidence log. */
export interface ExchangeRecord {
  /** A JWS of type `exchangeTypes.record`. */
  jws: string;
  proof: RecordProof;
}

/** Where the statement about a record is under a checkpoint. */
export interface RecordProof {
  /** Name of the checkpoint in the bundle. */
  checkpoint: string;
  index: number;
  /** Inclusion path from the leaf's sibling up, 32 bytes each in hexadecimal. */
  hashes: string[];
}

/** A checkpoint as the log and its witnesses signed it, and where it stands on the chain. */
export interface LogCheckpoint {
  /** The signed note (c2sp.org/tlog-checkpoint), verbatim. */
  note: string;
  anchor: { evmChainId: number; contract: Hex; transactionHash: Hex; blockHash: Hex; blockNumber: number } | null;
}

/** What a manifest says; all digests are SHA-256 in lower-case hexadecimal. */
export interface ViewManifest {
  v: 1;
  agreement: string;
  participant: string;
  /** When it was made, ISO 8601 in UTC. */
  time: string;
  /** Digests of the view's records, in order. */
  records: string[];
  /** Of the canonical JSON of the list of the records' proofs, and of the view's links. */
  proofs: string;
  links: string;
  /** Documents of the DIDs that issued the credentials in the tokens, as they were then: DID to digest. */
  dids: Record<string, string>;
  /** Facts of the grant on the chain; null where there is none. */
  grant: string | null;
}

/** `typ` of the signed texts. */
export const exchangeTypes = {
  record: 'xiangyu-exchange-record+jwt',
  manifest: 'xiangyu-exchange-view+jwt',
} as const;

/** Kind of the statements about records in the evidence log. */
export const recordStatementKind = 'exchange.record';
