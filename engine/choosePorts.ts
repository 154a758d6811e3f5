import { createSocket } from 'node:dgram';
import { readFile, writeFile } from 'node:fs/promises';
import { findFreePort, isPortFree } from '../host/index.ts';
import { engineErrors } from './errors.ts';

/** A node's ports; as options, 0 means any free port, kept for the next start. */
export interface NodePorts {
  /** Peers, TCP and UDP, on every interface. */
  tcp: number;
  /** Core Space RPC with every method set, on 127.0.0.1 only. */
  coreLocal: number;
  /** eSpace RPC over HTTP; the node binds it to every interface. */
  espaceHttp: number;
  /** eSpace RPC over WebSocket; the node binds it to every interface. */
  espaceWs: number;
}

const descriptions: Record<keyof NodePorts, { purpose: string; flag: string }> = {
  tcp: { purpose: 'the connections between nodes', flag: '--p2p-port' },
  coreLocal: { purpose: 'the Core Space RPC', flag: '--core-port' },
  espaceHttp: { purpose: 'the eSpace RPC', flag: '--espace-port' },
  espaceWs: { purpose: 'the eSpace WebSocket RPC', flag: '--espace-ws-port' },
};
const names = Object.keys(descriptions) as (keyof NodePorts)[];

function isUdpPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createSocket('udp4');
    socket.once('error', () => resolve(false));
    socket.bind(port, '0.0.0.0', () => socket.close(() => resolve(true)));
  });
}

async function isFree(name: keyof NodePorts, port: number): Promise<boolean> {
  return (await isPortFree(port)) && (name !== 'tcp' || (await isUdpPortFree(port)));
}

async function readKeptPorts(file: string): Promise<Partial<NodePorts>> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Partial<NodePorts>;
  } catch {
    return {};
  }
}

/**
 * Settles a node's ports and keeps them in `file`, so that a port chosen once stays while it is free.
 * @throws ENGINE_PORT_IN_USE for a port that was asked for by number, ENGINE_INVALID_OPTION
 */
export async function choosePorts(wanted: NodePorts, file: string): Promise<NodePorts> {
  const kept = await readKeptPorts(file);
  const chosen: NodePorts = { ...wanted };
  const taken = new Set(names.map((name) => wanted[name]).filter((port) => port !== 0));
  if (taken.size !== names.filter((name) => wanted[name] !== 0).length)
    throw engineErrors.invalidOption({ option: 'ports', reason: 'one port is given for two purposes' });
  for (const name of names) {
    if (wanted[name] !== 0) {
      if (!(await isFree(name, wanted[name])))
        throw engineErrors.portInUse({ port: wanted[name], ...descriptions[name] });
      continue;
    }
    let port = kept[name] ?? 0;
    while (port === 0 || taken.has(port) || !(await isFree(name, port))) port = await findFreePort();
    taken.add(port);
    chosen[name] = port;
  }
  await writeFile(file, `${JSON.stringify(chosen)}\n`);
  return chosen;
}
