import type { JsonWebKey } from 'node:crypto';
import type { Hex, TypedDataDefinition } from 'viem';
import type { JsonObject } from '../house.ts';

/** A connector that proved who it is. Compare the `slug` with the party of a process: the DID changes when keys rotate. */
export interface Caller {
  /** The did:key of its connector. */
  did: string;
  /** The member that the connector belongs to. */
  slug: string;
  /** The token as it came, for the record of the message. */
  token: string;
  /** SHA-256 of the token, hexadecimal. */
  tokenDigest: string;
}

/** What others need of a connector to write to it. */
export interface PublicKeys {
  /** did:key of its Ed25519 key. */
  did: string;
  /** X25519 (suite aes) or SM2 (suite sm). */
  encryptionKey: JsonWebKey;
  /** Ethereum-style address of its secp256k1 key, which signs grants. */
  chainAddress: Hex;
}

/** One HTTP message as both sides see it. */
export interface Message {
  method: string;
  /** Path and query as the called connector sees them: `/dsp/<slug>/2025-1/…`. */
  path: string;
  /** The body exactly as sent; empty for none. */
  body: string | Uint8Array;
}

/** Keys, tokens, signatures and seals of the connectors of this process. */
export interface Identity {
  /** The public keys of a department's connector; they are made when there are none. */
  ensure(slug: string): Promise<PublicKeys>;
  /** A bearer token for one message, valid for a minute and once. `audience` is the DID of the connector that is called. */
  makeToken(p: { slug: string; audience: string } & Message): Promise<string>;
  /**
   * Who sends a message to the connector of `slug`. Each refusal is an error of its own (`CONNECTOR_…`, 401; 503 when it could
   * not be found out); `isRefusal` tells them from other errors, for paths that answer 404.
   */
  checkToken(p: { slug: string; authorization: string | undefined } & Message): Promise<Caller>;
  /** Compact JWS by the connector's DID; `typ` is the type. */
  sign(slug: string, type: string, payload: JsonObject): Promise<string>;
  /** Reads a JWS of `sign`, of any connector, and says whose it is. @throws CONNECTOR_SIGNATURE_WRONG */
  verify(jws: string, expected: { did?: string; type: string }): Promise<{ did: string; payload: JsonObject }>;
  /** Seals a few kilobytes, such as the key of a transfer, to a connector: JWE in compact form. */
  seal(recipient: JsonWebKey, bytes: Uint8Array): Promise<string>;
  /** Opens what was sealed to a department's connector, under its retired keys too. @throws CONNECTOR_SEAL_WRONG */
  open(slug: string, jwe: string): Promise<Uint8Array>;
  /**
   * EIP-712 signature of the connector's chain key, or of a retired one by its address: what was signed with it is still to be
   * revoked. @throws CONNECTOR_KEY_UNKNOWN
   */
  signTyped(slug: string, typedData: TypedDataDefinition, address?: Hex): Promise<Hex>;
  /** Addresses of the chain keys that a department has and had, lower case. */
  chainAddresses(slug: string): Promise<Hex[]>;
  /** What stands for an identifier of a person in the records of a department: HMAC under a key that never leaves it; hexadecimal. */
  pseudonym(slug: string, identifier: string): Promise<string>;
}
