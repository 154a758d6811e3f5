import { connect } from 'node:net';

/** One connection that sends a request when the one before it was answered. */
export interface HttpClient {
  /** Sends bytes made by `makeRequest`; gives the status of the answer once all of it has come. */
  send(request: Buffer): Promise<number>;
  close(): void;
}

export interface RequestParameters {
  address: string;
  key: string;
  path: string;
  body: string;
}

/** The bytes of a POST, made before the clock runs: the client must not take the time of what it measures. */
export function makeRequest({ address, key, path, body }: RequestParameters): Buffer {
  const head = [
    `POST ${path} HTTP/1.1`,
    `Host: ${new URL(address).host}`,
    `Authorization: Bearer ${key}`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
}

/** Opens a connection. It reads just enough of HTTP for the answers of the platform. */
export async function openClient(address: string): Promise<HttpClient> {
  const { hostname, port } = new URL(address);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  let chunks: Buffer[] = [];
  let received = 0;
  let wanted = Number.POSITIVE_INFINITY;
  let status = 0;
  let answer = Promise.withResolvers<number>();
  answer.promise.catch(() => undefined);

  socket.on('data', (chunk) => {
    chunks.push(chunk);
    received += chunk.length;
    if (status === 0) {
      const text = Buffer.concat(chunks).toString('latin1');
      const end = text.indexOf('\r\n\r\n');
      if (end < 0) return;
      status = Number(text.slice(9, 12));
      wanted = end + 4 + Number(/\r\ncontent-length: (\d+)/i.exec(text.slice(0, end))?.[1] ?? 0);
    }
    if (received < wanted) return;
    const { resolve } = answer;
    const done = status;
    chunks = [];
    received = 0;
    status = 0;
    resolve(done);
  });
  socket.on('error', (error) => answer.reject(error));
  socket.on('close', () => answer.reject(new Error('The server closed the connection.')));
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  return {
    send(request) {
      answer = Promise.withResolvers<number>();
      socket.write(request);
      return answer.promise;
    },
    close: () => socket.destroy(),
  };
}
