import { connect, type OnReadOpts, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { hostErrors } from './errors.ts';
import { checkOutgoingUrl, lookupPublic } from './openOutgoing.ts';

export interface ReadOutgoingParameters {
  /** `http:` or `https:`, given by a user. */
  url: string;
  headers: Readonly<Record<string, string>>;
  /** Of silence. */
  timeoutMs: number;
  allowPrivate: boolean;
  signal: AbortSignal;
}

/** A plain answer: 200, with its length told. */
export interface PlainAnswer {
  bytes: number;
  /** The body; each part is valid until the next one is asked for. */
  parts: AsyncGenerator<Uint8Array, void, void>;
}

const bufferBytes = 512 * 1024;
const mostHeadBytes = 16 * 1024;

/** The length of the body, and how long the head is; null as long as the head is not whole. Undefined for an answer of another kind. */
function readHead(head: Buffer): { bytes: number; end: number } | null | undefined {
  const end = head.indexOf('\r\n\r\n');
  if (end < 0) return head.length > mostHeadBytes ? undefined : null;
  const [status = '', ...lines] = head.toString('latin1', 0, end).split('\r\n');
  const fields = lines.map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const;
  });
  const lengths = fields.filter(([name]) => name === 'content-length').map(([, value]) => value);
  const [length = ''] = lengths;
  const encoded = fields.some(([name]) => name === 'transfer-encoding' || name === 'content-encoding');
  if (!/^HTTP\/1\.1 200(?: |$)/.test(status) || encoded || lengths.length !== 1 || !/^\d{1,15}$/.test(length))
    return undefined;
  return { bytes: Number(length), end: end + 4 };
}

function open(url: URL, allowPrivate: boolean, onread: OnReadOpts): Socket {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const tls = url.protocol === 'https:';
  const port = Number(url.port) || (tls ? 443 : 80);
  const options = { host, port, onread, ...(allowPrivate ? {} : { lookup: lookupPublic }) };
  return tls ? connectTls({ ...options, servername: host }) : connect(options);
}

/**
 * Reads a large answer through one buffer. (Node's client makes a buffer of every read; at hundreds of megabytes a second the
 * collector then takes most of the processor.) It understands plain answers only: null for any other, which the caller asks for
 * again in the ordinary way. Addresses are checked as `openOutgoing` does.
 * @throws HOST_URL_INVALID, HOST_ADDRESS_PRIVATE; HOST_OUTGOING_FAILED (retryable)
 */
export async function readOutgoing(p: ReadOutgoingParameters): Promise<PlainAnswer | null> {
  const { headers, timeoutMs, allowPrivate, signal } = p;
  const url = checkOutgoingUrl(p.url, allowPrivate);
  signal.throwIfAborted();
  let part: Uint8Array | null = null;
  let ended = false;
  let failure: unknown = null;
  let wake = () => {};
  const socket = open(url, allowPrivate, {
    buffer: Buffer.allocUnsafeSlow(bufferBytes),
    callback(length, buffer) {
      part = buffer.subarray(0, length);
      wake();
      // Nothing more comes into the buffer until it was looked at.
      return false;
    },
  });
  const fail = (error: unknown) => {
    failure ??= error;
    socket.destroy();
    wake();
  };
  const onAbort = () => fail(signal.reason);
  signal.addEventListener('abort', onAbort, { once: true });
  socket.setTimeout(timeoutMs, () => fail(hostErrors.outgoingFailed({ problem: `it was silent for ${timeoutMs} ms` })));
  socket.once('error', (error: NodeJS.ErrnoException) =>
    fail(
      error.name === 'XiangyuError'
        ? error
        : hostErrors.outgoingFailed({ problem: error.code ?? 'the connection broke' }),
    ),
  );
  socket.once('close', () => {
    ended = true;
    signal.removeEventListener('abort', onAbort);
    wake();
  });
  socket.once('end', () => {
    ended = true;
    wake();
  });
  const lines = Object.entries({ host: url.host, connection: 'close', ...headers }).map(([name, value]) => {
    if (/[\r\n]/.test(name + value)) throw hostErrors.outgoingFailed({ problem: 'a header has a line break' });
    return `${name}: ${value}\r\n`;
  });
  socket.write(`GET ${url.pathname}${url.search} HTTP/1.1\r\n${lines.join('')}\r\n`);

  /** The next part; null at the end of the connection. */
  async function next(): Promise<Uint8Array | null> {
    while (!part && !ended && !failure)
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    if (failure) throw failure;
    const taken = part;
    part = null;
    return taken;
  }

  try {
    let head = Buffer.alloc(0);
    for (;;) {
      const found = await next();
      if (!found) throw hostErrors.outgoingFailed({ problem: 'the connection broke' });
      head = Buffer.concat([head, found]);
      const read = readHead(head);
      if (read === undefined) {
        socket.destroy();
        return null;
      }
      if (read) return { bytes: read.bytes, parts: readBody(head.subarray(read.end), read.bytes) };
      socket.resume();
    }
  } catch (error) {
    socket.destroy();
    throw error;
  }

  async function* readBody(begun: Uint8Array, bytes: number): AsyncGenerator<Uint8Array, void, void> {
    let left = bytes;
    try {
      for (let found: Uint8Array | null = begun; ; found = await next()) {
        if (!found) throw hostErrors.outgoingFailed({ problem: 'the answer broke off' });
        const taken = found.subarray(0, left);
        left -= taken.length;
        if (taken.length > 0) yield taken;
        if (left === 0) return;
        socket.resume();
      }
    } finally {
      socket.destroy();
    }
  }
}
