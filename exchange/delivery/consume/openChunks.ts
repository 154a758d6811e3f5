import type { Transfer } from '../../dsp/dsp.ts';
import { deliveryErrors } from '../errors.ts';
import { pidOf } from '../pid.ts';
import { type ChunkSealer, digestChunk, findSuite, makeChunkSealer } from '../seal/chunkSeal.ts';
import type { Frame } from '../seal/frames.ts';

/** What opens the chunks of a transfer. @throws DELIVERY_MESSAGE_INVALID for an unknown suite */
export function makeOpener(
  transfer: Transfer,
  { suite: name, prefix }: { suite: string; prefix: string },
  key: Uint8Array,
  use?: string,
): ChunkSealer {
  const suite = findSuite(name);
  if (!suite) throw deliveryErrors.messageInvalid({ path: 'suite', problem: 'this connector does not know it' });
  return makeChunkSealer(
    {
      suite,
      key,
      prefix: Buffer.from(prefix, 'hex'),
      transfer: transfer.providerPid ?? pidOf(transfer.id),
      agreement: transfer.agreementId,
    },
    use,
  );
}

/** Checks the digest and opens the seal. @throws DELIVERY_CHUNK_WRONG */
export function openFrame(opener: ChunkSealer, { number, last, digest, sealed }: Frame): Buffer {
  if (Buffer.compare(digestChunk(sealed), digest) !== 0)
    throw deliveryErrors.chunkWrong({ number, problem: 'its digest is another one' });
  const clear = opener.open(number, last, sealed);
  if (!clear) throw deliveryErrors.chunkWrong({ number, problem: 'its seal is broken' });
  return clear;
}
