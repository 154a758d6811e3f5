import type { Command } from 'commander';
import type { ApplyParameters } from './apply.ts';
import type { DelegateParameters } from './delegate.ts';
import type { ExecuteParameters } from './execute.ts';
import type { FoundParameters } from './found.ts';
import type { FolderOptions } from './keyFolder.ts';
import type { LeaveParameters } from './leave.ts';
import type { NodeKeysParameters } from './nodeKeys.ts';
import type { ProposeParameters } from './propose.ts';
import type { RotateKeyParameters } from './rotateKey.ts';
import type { SignParameters } from './sign.ts';
import type { StatusParameters } from './status.ts';
import type { VerifyAllianceParameters } from './verify.ts';
import type { VoteParameters } from './vote.ts';

export interface AddAllianceCommandsParameters {
  program: Command;
  platformUrl: readonly [string, string, string];
  finish: (code: number) => void;
}

const keyFile = ['--key-file <file>', 'file that holds the API key; otherwise XIANGYU_API_KEY'] as const;

/** Adds `xiangyu alliance …`: founding, voting, and the proof of both. */
export function addAllianceCommands({ program, platformUrl, finish }: AddAllianceCommandsParameters): void {
  const alliance = program
    .command('alliance')
    .description('found an alliance, vote in it, verify it from the chain alone');
  const add = (name: string, description: string) => alliance.command(name).description(description);
  /** A command that signs with the member's own key. */
  const signing = (name: string, description: string) =>
    add(name, description)
      .requiredOption('--folder <folder>', 'folder that holds the voting key')
      .option('--password-file <file>', 'file that holds the password of the key; without it the terminal is asked')
      .option('--password-command <command>', 'program that prints the password')
      .option(...platformUrl)
      .option('--yes', 'sign without asking');

  add('key', "make a member's own voting key and print its address")
    .requiredOption('--folder <folder>', 'folder for the key, of this member alone')
    .option('--password-file <file>', 'file that holds the password; without it the terminal is asked')
    .option('--password-command <command>', 'program that prints the password')
    .option('--show', 'print the address of the key that is there')
    .action(async (options: FolderOptions & { show?: boolean }) => {
      finish(await (await import('./key.ts')).key(options));
    });
  add('found', "begin the founding, or go on with it, and wait for the founders' signatures")
    .requiredOption('--members <file>', 'members.yaml: name, rules and founders')
    .option(...platformUrl)
    .option(...keyFile)
    .option('--replace', 'give up a founding with another list')
    .option('--detach', 'end as soon as the founders can sign')
    .action(async (options: FoundParameters) => {
      finish(await (await import('./found.ts')).found(options));
    });
  signing('sign', 'sign the charter as a founder')
    .option('--rpc <address>', 'eSpace RPC of a node you trust (default: that of the platform)')
    .action(async (options: SignParameters) => {
      finish(await (await import('./sign.ts')).sign(options));
    });
  signing('apply', 'apply for membership')
    .requiredOption('--details <file>', 'YAML: slug, name, kinds, did, … as of one founder')
    .option(...keyFile)
    .action(async (options: ApplyParameters) => {
      finish(await (await import('./apply.ts')).apply(options));
    });
  signing('propose', 'make a proposal and print its id')
    .argument('<file>', 'YAML or JSON: type, parameters, title and text in zh and en')
    .action(async (file: string, options: Omit<ProposeParameters, 'file'>) => {
      finish(await (await import('./propose.ts')).propose({ ...options, file }));
    });
  signing('vote', 'vote on a proposal')
    .argument('<proposal>', 'its id')
    .argument('<support>', 'for, against or abstain')
    .action(async (proposal: string, support: string, options: Omit<VoteParameters, 'proposal' | 'support'>) => {
      finish(await (await import('./vote.ts')).vote({ ...options, proposal, support }));
    });
  add('execute', 'have a proposal that passed carried out')
    .argument('<proposal>', 'its id')
    .option(...platformUrl)
    .option(...keyFile)
    .action(async (proposal: string, options: Omit<ExecuteParameters, 'proposal'>) => {
      finish(await (await import('./execute.ts')).execute({ ...options, proposal }));
    });
  signing('delegate', 'have another member vote for yours')
    .requiredOption('--to <member>', 'its slug, or self to vote yourself again')
    .action(async (options: DelegateParameters) => {
      finish(await (await import('./delegate.ts')).delegate(options));
    });
  signing('rotate-key', 'replace the voting key by a new one and print its address').action(
    async (options: RotateKeyParameters) => {
      finish(await (await import('./rotateKey.ts')).rotateKey(options));
    },
  );
  signing('node-keys', 'set the keys of the node and the witness in the registry; what is not named stays')
    .option('--node <folder|key>', 'folder of the node, or its public key, or none')
    .option('--witness <address>', 'account that the witness printed, or none')
    .action(async (options: NodeKeysParameters) => {
      finish(await (await import('./nodeKeys.ts')).nodeKeys(options));
    });
  signing('leave', 'leave the alliance').action(async (options: LeaveParameters) => {
    finish(await (await import('./leave.ts')).leave(options));
  });
  add('status', 'print how the alliance is, and with a folder what its key is there')
    .option('--folder <folder>', 'folder that holds a voting key')
    .option(...platformUrl)
    .option('--json', 'as JSON')
    .action(async (options: StatusParameters) => {
      finish(await (await import('./status.ts')).status(options));
    });
  add('verify', 'follow and check the whole history from the chain alone, without any platform')
    .requiredOption('--rpc <address>', 'eSpace RPC address of a node you trust')
    .requiredOption('--governor <address>', "the alliance's governor")
    .option('--charter <file>', 'the charter, to compare it and to name the founders')
    .option('--name <slug...>', 'slugs of further members to name')
    .option('--json', 'as JSON')
    .action(async (options: VerifyAllianceParameters) => {
      finish(await (await import('./verify.ts')).verify(options));
    });
}
