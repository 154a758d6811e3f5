import type { Command } from 'commander';

export interface AddTraceCommandsParameters {
  program: Command;
  /** The option that names the platform. */
  platformUrl: readonly [flags: string, description: string, value: string];
  finish: (code: number) => void;
}

const keyFile = ['--key-file <file>', 'file that holds the API key (otherwise XIANGYU_API_KEY)'] as const;
const template = [
  '--template <name>',
  'harvest, process, pack, ship, receive or sell, if the headings do not tell',
] as const;
const offset = ['--offset <offset>', 'of times without a zone in a table', '+08:00'] as const;
const collect = (value: string, earlier: string[] = []) => [...earlier, value];

/** Adds `trace import`, `trace watch` and `trace export`. */
export function addTraceCommands({ program, platformUrl, finish }: AddTraceCommandsParameters): void {
  const trace = program.command('trace').description('bring events in from files and out to files');
  trace
    .command('import')
    .argument('<file...>', 'tables (.csv, .xlsx) from the templates, or EPCIS documents (.json, .xml)')
    .description('capture the events of files; each is stored as a whole or not at all, and once')
    .option(...platformUrl)
    .option(...keyFile)
    .option(...template)
    .option(...offset)
    .option('--dry-run', 'only look at tables; nothing is stored')
    .option('--json', 'a line of JSON for each file')
    .action(async (files: string[], options) => {
      const { importFiles } = await import('./importFiles.ts');
      finish(await importFiles({ files, ...options }));
    });
  trace
    .command('watch')
    .argument('<folder>', 'files put here are sent, then moved to done/ or refused/ with a report')
    .description('import what other systems put into a folder, until Ctrl-C')
    .option(...platformUrl)
    .option(...keyFile)
    .option(...template)
    .option(...offset)
    .option('--interval <seconds>', 'between two looks', '2')
    .option('--once', 'end when the folder is empty')
    .action(async (folder: string, options) => {
      const { watchFolder } = await import('./watchFolder.ts');
      finish(await watchFolder({ folder, ...options }));
    });
  trace
    .command('export')
    .description('write the events that the key may see as a standard document or a table')
    .option(...platformUrl)
    .option(...keyFile)
    .option('--format <format>', 'json, xml or csv', 'json')
    .option('--where <name=value>', 'parameter of /epcis/events, such as EQ_bizStep=shipping; may be repeated', collect)
    .option('--out <file>', 'where it goes (default: standard output)')
    .action(async (options) => {
      const { exportFile } = await import('./exportFile.ts');
      finish(await exportFile(options));
    });
}
