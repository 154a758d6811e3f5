import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pointFromScalar } from 'tiny-secp256k1';
import { bytesToHex, type Hex, keccak256 } from 'viem';
import { XiangyuError } from '../../../errors.ts';
import type { Logger } from '../../../host/index.ts';
import { addressOf } from '../keyRows.ts';
import { signDigest } from '../signDigest.ts';
import { judgeRequest, type SignerPolicy } from './judgeRequest.ts';

export interface ServeSignerParameters {
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** Private keys of 32 bytes; overwritten when the signer stops. */
  privateKeys: readonly Uint8Array[];
  /** The bearer token that callers must show. */
  token: string;
  policy: SignerPolicy;
  logger: Logger;
}

/** A signer that accepts requests. */
export interface RunningSigner {
  url: string;
  addresses: Hex[];
  stop(): Promise<void>;
}

const mostBytes = 256 * 1024;
const route = '/api/v1/eth1/sign/';
const digestOf = (text: string) => createHash('sha256').update(text).digest();

interface Answer {
  status: number;
  text: string;
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > mostBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Holds keys apart from the platform and signs what its policy allows, by the protocol of Web3Signer for secp256k1 keys. */
export async function serveSigner(parameters: ServeSignerParameters): Promise<RunningSigner> {
  const { host, port, privateKeys, policy, logger } = parameters;
  const token = digestOf(`Bearer ${parameters.token}`);
  const keys = new Map<string, Uint8Array>();
  for (const privateKey of privateKeys) {
    keys.set(addressOf(privateKey), privateKey);
    // Web3Signer names keys by their public key, 64 bytes without the leading 04.
    keys.set(bytesToHex((pointFromScalar(privateKey, false) ?? new Uint8Array(1)).subarray(1)), privateKey);
  }
  const addresses = privateKeys.map(addressOf);

  async function answer(request: IncomingMessage): Promise<Answer> {
    const path = request.url ?? '';
    if (request.method === 'GET' && path === '/upcheck') return { status: 200, text: 'OK' };
    if (!timingSafeEqual(token, digestOf(request.headers.authorization ?? '')))
      return { status: 401, text: 'token wrong' };
    if (request.method !== 'POST' || !path.startsWith(route)) return { status: 404, text: 'no such route' };
    const privateKey = keys.get(decodeURIComponent(path.slice(route.length)).toLowerCase());
    if (!privateKey) return { status: 404, text: 'no such key' };
    const body = await readBody(request);
    if (body === null) return { status: 413, text: 'too large' };
    const { data, applyHash = true } = JSON.parse(body) as { data?: unknown; applyHash?: unknown };
    if (applyHash !== true) return { status: 403, text: 'digests are not signed' };
    const judged = judgeRequest(policy, data);
    const digest = keccak256(judged);
    const { r, s, v } = signDigest(privateKey, digest);
    logger.info({ address: addressOf(privateKey), digest }, 'signed');
    return { status: 200, text: `${r}${s.slice(2)}${v.toString(16)}` };
  }

  const server = createServer((request, response) => {
    answer(request)
      .catch((error: unknown): Answer => {
        if (error instanceof XiangyuError) return { status: error.status, text: error.reason };
        return { status: 400, text: 'the request is not understood' };
      })
      .then(({ status, text }) => {
        if (status >= 400) logger.warn({ status, text }, 'refused');
        response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text);
      });
  });
  server.requestTimeout = 10_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const bound = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound.port}`,
    addresses,
    async stop() {
      for (const privateKey of privateKeys) privateKey.fill(0);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
