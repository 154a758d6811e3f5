import type { Command } from 'commander';

export interface AddNotarizeCommandsParameters {
  program: Command;
  /** The option that names the platform. */
  platformUrl: readonly [flags: string, description: string, value: string];
  finish: (code: number) => void;
}

/** Adds `notarize` and `certificate`. */
export function addNotarizeCommands({ program, platformUrl, finish }: AddNotarizeCommandsParameters): void {
  program
    .command('notarize')
    .argument('<file...>', 'files; they are hashed here and never sent')
    .description('record the SHA-256 of files as evidence and write a receipt for each')
    .option(...platformUrl)
    .option('--key-file <file>', 'file that holds the API key (otherwise XIANGYU_API_KEY)')
    .option('--out <folder>', 'folder for receipts and bundles (default: beside the files)')
    .option('--wait', 'wait until the records are on the chain and write their proof bundles')
    .option('--timeout <seconds>', 'longest wait', '300')
    .option('--json', 'receipts as JSON')
    .action(async (files: string[], options) => {
      const { notarize } = await import('./notarize.ts');
      finish(await notarize({ files, ...options }));
    });
  program
    .command('certificate')
    .argument('<id>', 'id of a record, as in its receipt')
    .description('fetch the certificate of a record as PDF')
    .requiredOption('--out <file>', 'where the PDF goes')
    .option('--lang <language>', 'zh-CN or en', 'zh-CN')
    .option(...platformUrl)
    .option('--key-file <file>', 'API key of the member who recorded it: then name and size are on it too')
    .action(async (id: string, options) => {
      const { certificate } = await import('./certificate.ts');
      finish(await certificate({ id, ...options }));
    });
}
