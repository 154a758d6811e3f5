import type { Command } from 'commander';
import type { JoinParameters } from './join.ts';

export interface AddNodeCommandsParameters {
  program: Command;
  finish: (code: number) => void;
}

/** Adds `xiangyu node …`: a member's own node of the network. */
export function addNodeCommands({ program, finish }: AddNodeCommandsParameters): void {
  const node = program.command('node').description("run a member's own node of a platform's network");
  node
    .command('key')
    .description('print the node’s key, made when missing: the public half belongs into the members’ registry')
    .requiredOption('--data <folder>', 'folder of the node')
    .option('--json', 'as JSON')
    .action(async (options: { data: string; json?: boolean }) => {
      finish(await (await import('./printNodeKey.ts')).printNodeKey(options));
    });
  node
    .command('join')
    .argument('<bundle>', 'file from `xiangyu network bundle`')
    .description('join the network and stay in it; Ctrl-C stops the node')
    .requiredOption('--data <folder>', 'folder of the node: its chain, keys and logs')
    .option('--producer', 'make blocks; without it the node follows')
    .option('--public-address <host>', 'host name or IPv4 address, with :PORT, under which others reach this node')
    .option('--name <text>', 'name of the node in the map of the network')
    .option('--place <text>', 'where it stands, such as a town')
    .option('--p2p-port <port>', 'port other nodes connect to; 0 takes a free one', '32323')
    .option('--core-port <port>', 'Core Space RPC, on 127.0.0.1 only; 0 takes a free one', '12539')
    .option('--espace-port <port>', 'eSpace RPC, on every interface; 0 takes a free one', '8545')
    .option('--espace-ws-port <port>', 'eSpace WebSocket RPC, on every interface; 0 takes a free one', '8546')
    .option('--url <address>', 'address of the platform, where it is not the one in the bundle')
    .option('--key-file <file>', 'file that holds an API key that may report, until an alliance is founded')
    .option('--member-node-key <folder>', 'folder of the node whose key is in the registry, for a further node')
    .option('--no-report', 'do not tell the platform how the node is')
    .option('--verbose', 'log more')
    .action(async (bundle: string, options: Omit<JoinParameters, 'bundle'>) => {
      finish(await (await import('./join.ts')).join({ bundle, ...options }));
    });
}
