import { createRequire } from 'node:module';
import { Command, CommanderError } from 'commander';
import { addAllianceCommands } from './alliance/addAllianceCommands.ts';
import { addConnectorCommands } from './connector/addConnectorCommands.ts';
import { addCredentialCommands } from './credential/addCredentialCommands.ts';
import { exitCodes } from './errors.ts';
import { addExchangeCommands } from './exchange/addExchangeCommands.ts';
import { addKeyCommands } from './keys/addKeyCommands.ts';
import { addNetworkCommands } from './network/addNetworkCommands.ts';
import { addNodeCommands } from './node/addNodeCommands.ts';
import { addNotarizeCommands } from './notarize/addNotarizeCommands.ts';
import { type OptionDescriptor, type OptionName, optionTable } from './options/optionTable.ts';
import { type ResolvedOptions, resolveOptions } from './options/resolveOptions.ts';
import { printConfig } from './printConfig.ts';
import { reportError } from './reportError.ts';
import { addTraceCommands } from './trace/addTraceCommands.ts';

const { version } = createRequire(import.meta.url)('../package.json') as { version: string };
const platformUrl = ['--url <address>', 'address of the platform', 'http://127.0.0.1:8080'] as const;

/** Gathers the values of an option that may be repeated. */
const collect = (value: string, earlier: string[] = []) => [...earlier, value];

/** Adds platform options as flags, all of them unless named; defaults stay out of commander so that their origin is known. */
function addPlatformOptions(command: Command, names = Object.keys(optionTable) as OptionName[]): Command {
  for (const name of names) {
    const descriptor: OptionDescriptor = optionTable[name];
    const shown =
      descriptor.default === null || descriptor.default === false ? '' : ` (default: ${descriptor.default})`;
    const flag = descriptor.kind === 'switch' ? `--${name}` : `--${name} <value>`;
    command.option(flag, `${descriptor.description}${shown} [${descriptor.env}]`);
  }
  return command.option('--config <file>', 'TOML file of options (default: xiangyu.toml, if there)');
}

function readOptions(command: Command): ResolvedOptions {
  // Commander keys flags in camel case; the table, the file and the documentation use the flag's own spelling.
  const given = Object.entries(command.opts<Record<string, unknown>>()).map(([key, value]) => [
    key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    value,
  ]);
  const { config, ...flags } = Object.fromEntries(given) as Record<string, string | undefined>;
  const file = { path: config ?? 'xiangyu.toml', required: config !== undefined };
  return resolveOptions({ flags, env: process.env, file });
}

/** The command line of the platform. A command's code is loaded when it runs: the supervisor must stay small. */
function createProgram(finish: (code: number) => void): Command {
  const program = new Command('xiangyu')
    .description('Xiangyu (湘渝): a regional public-service blockchain platform on a real Conflux network')
    .version(version, '-V, --version', 'print the version')
    .showHelpAfterError('(add --help for every option)')
    .addHelpText(
      'after',
      '\nExit codes: 0 done, 1 the check says no, 64 wrong usage, 65 wrong data, 66 missing input,\n69 unavailable, 70 internal, 77 not allowed.',
    )
    .exitOverride();
  addPlatformOptions(program.command('up'))
    .description('bring up node, database, platform and console; Ctrl-C stops them')
    .action(async (_, command: Command) => {
      const { up } = await import('./up.ts');
      finish(await up(readOptions(command).values));
    });
  addPlatformOptions(program.command('config'))
    .description('print every option, its value and where the value comes from')
    .option('--json', 'as JSON')
    .action((_, command: Command) =>
      finish(printConfig(readOptions(command), command.opts<{ json?: boolean }>().json ?? false)),
    );
  program
    .command('status')
    .description('print how a running platform is: readiness, network, evidence log')
    .option(...platformUrl)
    .option('--json', 'as JSON')
    .action(async (options) => {
      const { status } = await import('./status.ts');
      finish(await status(options));
    });
  program
    .command('verify')
    .argument('<bundle>', 'proof bundle or bundle of an exchange, a JSON file')
    .description('check a proof bundle or an exchange; with --rpc the anchored root is read from that node')
    .option('--with <file>', 'the other side’s bundle of the same exchange, to check them against each other')
    .option('--rpc <address>', 'eSpace RPC address of a node you trust')
    .option('--contract <address>', 'the evidence log contract you trust')
    .option('--log-key <vkey>', 'verifier key of the log')
    .option('--policy <file>', 'tlog-policy: the witnesses that have to vouch')
    .option('--deep', 'follow the chain part from a trusted block down to the receipt of the anchor')
    .option('--trusted-block <hash>', 'hash of a recent block that you trust; may be repeated', collect)
    .option('--core-rpc <address>', 'Core Space RPC address of a node that must agree; may be repeated', collect)
    .option('--json', 'as JSON')
    .action(async (file: string, options) => {
      const { verify } = await import('./verify.ts');
      finish(await verify({ file, ...options }));
    });
  program
    .command('audit')
    .description('read a whole chain over RPC, recompute it and report the first difference')
    .requiredOption('--core-rpc <address>', 'local Core Space RPC address of the node')
    .option('--espace-rpc <address>', 'eSpace RPC address of the same node')
    .option('--from <epoch>', 'first epoch (default: 0)')
    .option('--to <epoch>', 'last epoch (default: the last settled one)')
    .option('--era <epochs>', 'epochs of an era, if the chain has its own (default: 20000)')
    .option('--json', 'as JSON')
    .action(async (options) => {
      const { audit } = await import('./audit.ts');
      finish(await audit(options));
    });
  program
    .command('capture')
    .argument('<file>', 'EPCIS 2.0 document, a JSON file')
    .description('send events to a platform; the API key comes from XIANGYU_API_KEY or --key-file')
    .option(...platformUrl)
    .option('--key-file <file>', 'file that holds the API key')
    .action(async (file: string, options) => {
      const { capture } = await import('./capture.ts');
      finish(await capture({ file, ...options }));
    });
  addCredentialCommands({ program, platformUrl, finish });
  addNotarizeCommands({ program, platformUrl, finish });
  addTraceCommands({ program, platformUrl, finish });
  addAllianceCommands({ program, platformUrl, finish });
  addNetworkCommands({ program, platformUrl, finish });
  addNodeCommands({ program, finish });
  addConnectorCommands({ program, finish });
  addExchangeCommands({ program, platformUrl, finish });
  addKeyCommands({ program, addOptions: addPlatformOptions, readOptions, finish });
  program
    .command('witness')
    .description('run a witness: it cosigns the checkpoints of logs that do not rewrite their past')
    .requiredOption('--data <folder>', 'folder for its keys and records, of this witness alone')
    .requiredOption('--name <name>', 'name it signs under, such as witness.example.org/xiangyu')
    .requiredOption(
      '--log <vkey>',
      'verifier key of a log to watch; repeat it for more logs',
      (key, keys: string[] = []) => [...keys, key],
    )
    .option('--listen <host:port>', 'address to answer on', '127.0.0.1:8090')
    .option('--verbose', 'log refused requests too')
    .action(async (options) => {
      const { witness } = await import('./witness.ts');
      finish(await witness(options));
    });
  program.command('serve', { hidden: true }).action(async () => {
    const { serve } = await import('./serve.ts');
    finish(await serve());
  });
  return program;
}

let exitCode: number = exitCodes.ok;
try {
  await createProgram((code) => {
    exitCode = code;
  }).parseAsync();
} catch (error) {
  if (error instanceof CommanderError) exitCode = error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
  else exitCode = reportError(error);
}
process.exit(exitCode);
