import { keccak_256 } from '@noble/hashes/sha3.js';
import { concatBytes } from '@noble/hashes/utils.js';
import type { CheckpointBody } from './checkpoint.ts';
import { encodeUtf8 } from './octets.ts';

const hashText = (text: string) => keccak_256(encodeUtf8(text));
/** No chain and no contract: it is a statement about a log, and may be checked on any chain. */
const domainSeparator = keccak_256(
  concatBytes(hashText('EIP712Domain(string name,string version)'), hashText('Xiangyu witness'), hashText('1')),
);
const checkpointType = hashText('Checkpoint(string origin,uint64 size,bytes32 root)');

/** EIP-712 digest of a checkpoint, 32 bytes: what witness signatures of type 0xff sign and the contract recovers from. */
export function checkpointDigest({ origin, size, root }: Pick<CheckpointBody, 'origin' | 'size' | 'root'>): Uint8Array {
  const sizeWord = new Uint8Array(32);
  new DataView(sizeWord.buffer).setBigUint64(24, BigInt(size));
  const message = keccak_256(concatBytes(checkpointType, hashText(origin), sizeWord, root));
  return keccak_256(concatBytes(Uint8Array.of(0x19, 0x01), domainSeparator, message));
}
