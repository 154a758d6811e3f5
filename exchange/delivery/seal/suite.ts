/** How the bytes of one transfer are sealed, whatever the algorithms. */
export interface Suite {
  /** Name on the wire. */
  name: 'A256GCM' | 'SM4-CTR+HMAC-SM3';
  /** Bytes that sealing adds. */
  tagBytes: number;
  /** Derives a key of 32 bytes for one use of the transfer's key, so that the nonces of two uses never meet. */
  derive(key: Uint8Array, use: string): Buffer;
  /** Ciphertext and tag in one. A nonce of 12 bytes is used once with a key. */
  seal(p: { key: Uint8Array; nonce: Uint8Array; aad: Uint8Array; bytes: Uint8Array }): Buffer;
  /** The bytes; null when they are not what was sealed, for whatever reason. */
  open(p: { key: Uint8Array; nonce: Uint8Array; aad: Uint8Array; bytes: Uint8Array }): Buffer | null;
}
