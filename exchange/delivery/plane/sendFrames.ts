import type { ServerResponse } from 'node:http';
import { encodeFrameHeader } from '../seal/frames.ts';
import { freeBytes } from '../seal/freeBytes.ts';
import type { ServedChunks } from './serve.ts';

/** Resolves when the bytes are with the kernel. */
function write(response: ServerResponse, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    const onClose = () => reject(new Error('The connection was closed.'));
    response.once('close', onClose);
    response.write(bytes, (error) => {
      response.off('close', onClose);
      if (error) reject(error);
      else resolve();
    });
  });
}

/** A consumer that takes nothing for so long is gone; its connection would hold a file or a source open. */
const silenceMs = 60_000;

/** Sends frames one after the other and frees each as soon as it is gone; a stop cuts the connection. */
export async function sendFrames(response: ServerResponse, { bytes, frames, signal }: ServedChunks): Promise<void> {
  const cut = () => response.destroy();
  signal.addEventListener('abort', cut, { once: true });
  response.setTimeout(silenceMs, cut);
  try {
    response.writeHead(200, {
      'content-type': 'application/octet-stream',
      'content-length': bytes,
      'cache-control': 'no-store',
    });
    for await (const frame of frames) {
      response.write(encodeFrameHeader(frame));
      await write(response, frame.sealed);
      freeBytes(frame.sealed);
    }
    response.end();
  } catch (error) {
    // An answer that ends early must not look whole.
    response.destroy();
    throw error;
  } finally {
    signal.removeEventListener('abort', cut);
  }
}
