import { mkdtemp } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { choosePorts } from './choosePorts.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** Takes a port (0: any) until the end of the test. */
function occupy(port: number): Promise<number> {
  const server = createServer();
  servers.push(server);
  return new Promise((resolve) => {
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
}

const anyPorts = { tcp: 0, coreLocal: 0, espaceHttp: 0, espaceWs: 0 };
const newFile = async () => join(await mkdtemp(join(tmpdir(), 'xiangyu-ports-')), 'ports.json');

test('free ports are distinct and stay from start to start', async () => {
  const file = await newFile();
  const first = await choosePorts(anyPorts, file);
  expect(new Set(Object.values(first)).size).toBe(4);
  expect(await choosePorts(anyPorts, file)).toEqual(first);
});

test('a kept port that somebody took meanwhile is replaced', async () => {
  const file = await newFile();
  const first = await choosePorts(anyPorts, file);
  await occupy(first.espaceHttp);
  const second = await choosePorts(anyPorts, file);
  expect(second).toMatchObject({ tcp: first.tcp, coreLocal: first.coreLocal, espaceWs: first.espaceWs });
  expect(second.espaceHttp).not.toBe(first.espaceHttp);
});

test('a taken port is named with its purpose and its flag', async () => {
  const port = await occupy(0);
  const start = choosePorts({ ...anyPorts, espaceHttp: port }, await newFile());
  await expect(start).rejects.toMatchObject({
    code: 'ENGINE_PORT_IN_USE',
    message: expect.stringMatching(new RegExp(`Port ${port}, meant for the eSpace RPC.*--espace-port`)),
  });
});

test('one port for two purposes is refused', async () => {
  const start = choosePorts({ ...anyPorts, espaceHttp: 8545, espaceWs: 8545 }, await newFile());
  await expect(start).rejects.toMatchObject({ code: 'ENGINE_INVALID_OPTION' });
});
