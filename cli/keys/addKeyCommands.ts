import type { Command } from 'commander';
import type { OptionName } from '../options/optionTable.ts';
import type { ResolvedOptions } from '../options/resolveOptions.ts';
import type { ExternalKeyOptions } from './manageKeys.ts';
import type { PasswordOptions } from './readPassword.ts';
import type { RotateOptions } from './rotateKeys.ts';
import type { SignerOptions } from './runSigner.ts';

export interface AddKeyCommandsParameters {
  program: Command;
  addOptions: (command: Command, names: OptionName[]) => Command;
  readOptions: (command: Command) => ResolvedOptions;
  finish: (code: number) => void;
}

const storeOptions: OptionName[] = ['data', 'database-url', 'master-key-file', 'master-key-command'];
const tenantOption = ['--tenant <member>', 'slug of the member that owns it', 'operator'] as const;

function addPasswordOptions(command: Command): Command {
  return command
    .option('--password-file <file>', 'file that holds the password; without it the terminal is asked')
    .option('--password-command <command>', 'program that prints the password');
}

/** Adds `xiangyu keys …`: the key store of this machine's platform, running or stopped. */
export function addKeyCommands({ program, addOptions, readOptions, finish }: AddKeyCommandsParameters): void {
  const keys = program.command('keys').description('list, make, import and export keys; change the master key');
  const add = (name: string) => addOptions(keys.command(name), storeOptions);
  const options = (command: Command) => readOptions(command).values;

  add('list')
    .description('print every key')
    .option('--tenant <member>', 'only of this member')
    .option('--archived', 'archived ones too')
    .option('--json', 'as JSON')
    .action(async (given: { tenant?: string; archived?: boolean; json?: boolean }, command: Command) => {
      finish(await (await import('./manageKeys.ts')).listKeys(options(command), given));
    });
  add('create')
    .argument('<name>')
    .description('make a key and print its address')
    .option(...tenantOption)
    .action(async (name: string, { tenant }: { tenant: string }, command: Command) => {
      finish(await (await import('./manageKeys.ts')).createKey(options(command), { name, tenant }));
    });
  addPasswordOptions(add('import'))
    .argument('<file>', 'keystore file (Web3 Secret Storage, version 3)')
    .description('take a keystore file in and print its address')
    .requiredOption('--name <name>', 'name of the key')
    .option(...tenantOption)
    .action(async (file: string, given: PasswordOptions & { name: string; tenant: string }, command: Command) => {
      finish(await (await import('./manageKeys.ts')).importKey(options(command), { ...given, file }));
    });
  addPasswordOptions(add('export'))
    .argument('<address>')
    .description('write a key as a keystore file')
    .requiredOption('--out <file>', 'file to write, of mode 0600')
    .action(async (address: string, given: PasswordOptions & { out: string }, command: Command) => {
      finish(await (await import('./manageKeys.ts')).exportKey(options(command), { ...given, address }));
    });
  add('external')
    .argument('<name>')
    .description('note a key that an external signer holds')
    .requiredOption('--address <address>', 'eSpace address of the key')
    .requiredOption('--signer <url>', 'base address of the signer')
    .option('--identifier <text>', "the signer's name for the key (default: the address)")
    .option('--token-file <file>', 'file that holds the token for the signer')
    .option(...tenantOption)
    .action(async (name: string, given: Omit<ExternalKeyOptions, 'name'>, command: Command) => {
      finish(await (await import('./manageKeys.ts')).addExternalKey(options(command), { ...given, name }));
    });
  add('rotate')
    .description('encrypt every secret anew under another master key; the platform must be stopped')
    .option('--to-file <file>', 'file of the new master key; by default a new one takes the place of the present file')
    .option('--to-command <command>', 'program that prints the new master key')
    .action(async (given: RotateOptions, command: Command) => {
      finish(await (await import('./rotateKeys.ts')).rotateKeys(options(command), given));
    });

  addPasswordOptions(program.command('signer'))
    .description('hold a key apart from the platform and sign what a policy allows')
    .requiredOption('--keystore <file>', 'keystore file of the key')
    .requiredOption('--token-file <file>', 'file that holds the token the platform shows')
    .requiredOption('--chain <id...>', 'eSpace chains to sign for')
    .option('--to <address...>', 'only calls of these addresses; without it any, and deployments')
    .option('--max-value <wei>', 'most that one transaction may carry')
    .option('--typed-data', 'sign typed data (EIP-712) too, whatever it says')
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--port <number>', 'port to listen on', '9100')
    .action(async (given: SignerOptions) => {
      finish(await (await import('./runSigner.ts')).runSigner(given));
    });
}
