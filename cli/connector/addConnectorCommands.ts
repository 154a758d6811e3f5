import { type Command, Option } from 'commander';

export interface AddConnectorCommandsParameters {
  program: Command;
  finish(code: number): void;
}

/** `xiangyu connector`: a department's own end of data exchange, near its data. */
export function addConnectorCommands({ program, finish }: AddConnectorCommandsParameters): void {
  program
    .command('connector')
    .description('run the connector of a department near its data; the platform may as well run it in the console')
    .requiredOption('--data <folder>', 'folder for its keys, database and files, of this connector alone')
    .requiredOption('--platform <address>', 'address of the platform: registry, evidence log and the way to the chain')
    .requiredOption('--member <slug>', 'the organisation whose connector it is')
    .option('--listen <host:port>', 'address to answer on', '127.0.0.1:8095')
    .option('--public-url <address>', 'where other connectors reach it (default: the address that it answers on)')
    .option('--database-url <address>', 'a PostgreSQL of its own (default: one in the data folder)')
    .option('--rpc <address>', 'eSpace RPC address of a node you trust (default: the gateway of the platform)')
    .addOption(
      new Option('--suite <name>', 'algorithms of seals: aes, or the national sm')
        .choices(['aes', 'sm'])
        .default('aes'),
    )
    .option('--credential <file>', 'ConnectorCredential, where the organisation has a DID on its own domain')
    .option(
      '--key-file <file>',
      'file with an API key of the organisation with the scope exchange (or XIANGYU_API_KEY)',
    )
    .option('--anchoring-limit <minutes>', 'stop accepting when records wait longer for their anchor (default: 240)')
    .option('--disk-reserve <megabytes>', 'what deliveries leave free on the disk of the data folder (default: 1000)')
    .option('--allow-private-urls', 'reach addresses in private networks, as inside a government network')
    .option('--verbose', 'log every request')
    .action(async (options) => {
      const { runConnector } = await import('./runConnector.ts');
      finish(await runConnector(options));
    });
}
