import { recover } from 'tiny-secp256k1';
import { type Hex, hexToBytes, isHex, keccak256, numberToHex, parseSignature, size } from 'viem';
import { XiangyuError } from '../../errors.ts';
import { postOutgoing } from '../../host/index.ts';
import { keysErrors } from './errors.ts';
import type { SignRequest } from './keyStore.ts';
import type { KeySignature } from './signDigest.ts';

/** Where an external key is: the base URL of its signer and the signer's name for it. */
export interface ExternalKey {
  address: Hex;
  url: string | null;
  identifier: string | null;
}

const timeoutMs = 5_000;
const attempts = 3;
const curveOrder = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;

/**
 * Has digests signed elsewhere, in the way of Web3Signer (POST /api/v1/eth1/sign/IDENTIFIER): by the bytes behind a digest where
 * they are known, so that the signer can judge what it signs, else by the digest itself (`applyHash: false`). What comes back
 * is believed only if it recovers to the address. @throws KEYS_SIGNER_UNAVAILABLE, KEYS_SIGNER_REFUSED, KEYS_SIGNER_WRONG
 */
export async function askExternalSigner(
  key: ExternalKey,
  token: Uint8Array,
  requests: readonly SignRequest[],
): Promise<KeySignature[]> {
  const signatures: KeySignature[] = [];
  for (const request of requests)
    signatures.push(readSignature(key.address, request.digest, await ask(key, token, request)));
  return signatures;
}

async function ask(
  { address, url, identifier }: ExternalKey,
  token: Uint8Array,
  request: SignRequest,
): Promise<string> {
  const { digest, preimage } = request;
  const body = JSON.stringify(preimage === undefined ? { data: digest, applyHash: false } : { data: preimage });
  const authorization = token.length > 0 ? { authorization: `Bearer ${Buffer.from(token).toString('utf8')}` } : {};
  const base = (url ?? '').replace(/\/+$/, '');
  let problem = '';
  let zh = '';
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    try {
      const answer = await postOutgoing({
        url: `${base}/api/v1/eth1/sign/${encodeURIComponent(identifier ?? address)}`,
        body,
        headers: { 'content-type': 'application/json', accept: 'text/plain', ...authorization },
        timeoutMs,
        // Only an operator names a signer, and it belongs into the own network.
        allowPrivate: true,
        maxAnswerBytes: 4_096,
      });
      if (answer.status === 200) return answer.body.trim();
      problem = `status ${answer.status}`;
      zh = `返回状态 ${answer.status}`;
      if (answer.status < 500 && answer.status !== 429) {
        throw keysErrors.signerRefused({ address, problem }, { zh: { problem: zh } });
      }
    } catch (error) {
      if (!(error instanceof XiangyuError) || !error.retryable) throw error;
      problem = error.reason.replace(/\.$/, '');
      zh = error.zh?.reason.replace(/。$/, '') ?? problem;
    }
  }
  throw keysErrors.signerUnavailable({ address, problem }, { zh: { problem: zh } });
}

/** Reads r, s and v of 65 bytes; a signature with the larger s, which chains refuse, becomes the other one. */
function readSignature(address: Hex, digest: Hex, answer: string): KeySignature {
  const wrong = keysErrors.signerWrong({ address });
  if (!isHex(answer) || size(answer) !== 65) throw wrong;
  const { r, s, yParity } = parse(answer, wrong);
  const isLarge = BigInt(s) > curveOrder / 2n;
  const small = isLarge ? numberToHex(curveOrder - BigInt(s), { size: 32 }) : s;
  const parity = (isLarge ? 1 - yParity : yParity) === 1 ? 1 : 0;
  if (recoverAddress({ r, s: small, parity }, digest) !== address) throw wrong;
  return { r, s: small, yParity: parity, v: parity === 1 ? 28n : 27n };
}

function parse(answer: Hex, wrong: XiangyuError): { r: Hex; s: Hex; yParity: number } {
  try {
    const { r, s, yParity } = parseSignature(answer);
    return { r, s, yParity };
  } catch {
    throw wrong;
  }
}

/** The address that a signature of a digest belongs to; null for what is no signature. */
function recoverAddress({ r, s, parity }: { r: Hex; s: Hex; parity: 0 | 1 }, digest: Hex): Hex | null {
  try {
    const point = recover(hexToBytes(digest), hexToBytes(`${r}${s.slice(2)}`), parity, false);
    return point && `0x${keccak256(point.subarray(1)).slice(-40)}`;
  } catch {
    return null;
  }
}
