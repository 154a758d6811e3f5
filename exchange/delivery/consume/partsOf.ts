import type { Readable } from 'node:stream';

/** Parts that may wait before the sender is held back. */
const mostWaiting = 8;

/**
 * The parts of a body as the socket read them, one by one. (A stream that is iterated itself joins what waits into new buffers,
 * which costs a copy and leaves the old ones to the collector.)
 */
export async function* partsOf(body: Readable): AsyncGenerator<Buffer, void, void> {
  const waiting: Buffer[] = [];
  let ended = false;
  let failure: unknown = null;
  let wake = () => {};
  const onData = (part: Buffer) => {
    waiting.push(part);
    if (waiting.length >= mostWaiting) body.pause();
    wake();
  };
  const onEnd = () => {
    ended = true;
    wake();
  };
  const onFailure = (error?: unknown) => {
    failure ??= ended ? null : (error ?? new Error('The body broke off.'));
    wake();
  };
  body.on('data', onData).once('end', onEnd).once('error', onFailure).once('close', onFailure);
  try {
    for (;;) {
      const part = waiting.shift();
      if (part) {
        yield part;
        continue;
      }
      if (failure) throw failure;
      if (ended) return;
      await new Promise<void>((resolve) => {
        wake = resolve;
        body.resume();
      });
    }
  } finally {
    body.off('data', onData);
    if (!ended) body.destroy();
  }
}
