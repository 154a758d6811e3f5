import type { Command } from 'commander';
import type { WriteBundleParameters } from './writeBundle.ts';

export interface AddNetworkCommandsParameters {
  program: Command;
  platformUrl: readonly [string, string, string];
  finish: (code: number) => void;
}

/** Adds `xiangyu network …`: what the operator of a platform does for the nodes of others. */
export function addNetworkCommands({ program, platformUrl, finish }: AddNetworkCommandsParameters): void {
  const network = program.command('network').description("prepare members' nodes to join the platform's network");
  network
    .command('bundle')
    .description('write the file with which a member’s node joins; it holds no funds and no rights')
    .option(
      '--for <member>',
      'slug of the member, asked by the platform’s operator (default: the organisation of the API key)',
    )
    .requiredOption('--out <file>', 'file to write, of mode 0600')
    .option(...platformUrl)
    .option('--key-file <file>', 'file that holds the API key; otherwise XIANGYU_API_KEY')
    .action(async (options: WriteBundleParameters) => {
      finish(await (await import('./writeBundle.ts')).writeBundle(options));
    });
}
