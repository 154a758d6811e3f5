import { describe, expect, inject, it } from 'vitest';
import { findFreePort } from '../../host/index.ts';
import { relayCalls } from './relayCalls.ts';

const call = (id: unknown, method: string, params?: unknown) => ({ jsonrpc: '2.0', id, method, params });
const reading = { url: inject('espaceUrl'), space: 'espace', maySend: false, mostCalls: 20 } as const;

describe('relayCalls', () => {
  it('passes one call on and keeps its id', async () => {
    const answer = await relayCalls(reading, call('a', 'eth_chainId'));
    expect(answer).toEqual({ jsonrpc: '2.0', id: 'a', result: '0x1b5a' });
  });

  it('answers a batch in order, with an error in the place of each refused call', async () => {
    const answers = await relayCalls(reading, [
      call(1, 'eth_sendRawTransaction', ['0x']),
      call(7, 'debug_traceTransaction', ['0x']),
      { jsonrpc: '2.0', method: 'eth_chainId' },
      { id: 8, method: 'eth_chainId' },
      call(2, 'eth_blockNumber'),
      call(3, 'eth_getBlockByNumber', ['latest', 'no boolean']),
      'nonsense',
      call(5, 'eth_call', { to: '0x' }),
      call(6, 'eth_chainId', []),
    ]);
    expect(answers).toMatchObject([
      { id: 1, error: { code: -32004, message: expect.stringContaining('API key') } },
      { id: 7, error: { code: -32601, message: expect.stringContaining('eth_getLogs') } },
      // The call without an id is a notification: nothing stands in its place.
      { id: 8, error: { code: -32600 } },
      { id: 2, result: expect.stringMatching(/^0x/) },
      { id: 3, error: { code: -32602 } },
      { id: null, error: { code: -32600 } },
      { id: 5, error: { code: -32602 } },
      { id: 6, result: '0x1b5a' },
    ]);
  });

  it.each([0, 21])('refuses a batch of %i', async (size) => {
    const batch = Array.from({ length: size }, (_, id) => call(id, 'eth_chainId'));
    expect(await relayCalls(reading, batch)).toMatchObject({ id: null, error: { code: -32600 } });
  });

  it('says that the node is away, as an error that can be tried again', async () => {
    const away = `http://127.0.0.1:${await findFreePort()}`;
    await expect(relayCalls({ ...reading, url: away }, call(1, 'eth_chainId'))).rejects.toMatchObject({
      code: 'ENGINE_NODE_UNREACHABLE',
      retryable: true,
    });
  });
});
