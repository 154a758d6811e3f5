import type { Command } from 'commander';

export interface AddExchangeCommandsParameters {
  program: Command;
  platformUrl: readonly [flags: string, description: string, standard: string];
  finish(code: number): void;
}

/** `xiangyu exchange …`: data of other departments, asked for, granted, delivered and audited, at the platform or an own connector. */
export function addExchangeCommands({ program, platformUrl, finish }: AddExchangeCommandsParameters): void {
  const [flags, , standard] = platformUrl;
  const exchange = program
    .command('exchange')
    .description('exchange data with other departments, through the platform or a connector of the own');
  const add = (name: string, description: string) =>
    exchange
      .command(name)
      .description(description)
      .option(flags, 'address of the platform, or of the own connector', standard)
      .option(
        '--key-file <file>',
        'file with an API key (scope exchange), or admin.key of the connector; or XIANGYU_API_KEY',
      )
      .option('--json', 'as JSON, for programs');
  const limited = (command: Command) => command.option('--limit <number>', 'at most so many lines');
  const cased = (command: Command) =>
    command
      .option('--case <number>', 'case number that the data are used for; it is checked and recorded')
      .option('--no-case', 'there is no case; fine only where the grant does not want one');
  // Commander makes the default of a --no-… option true, which would count as given.
  const caseOf = (value: unknown) => (value === true ? undefined : (value as string | false | undefined));

  limited(add('catalog', 'what a department shares; without a department what all of them share'))
    .argument('[department]', 'slug of the department')
    .option('--departments', 'list the departments instead')
    .option('--search <words>', 'words of the texts, Chinese or other')
    .option('--sharing <type>', 'unconditional, conditional or none')
    .option('--method <method>', 'pull, push, stream, answer or match')
    .action(async (department: string | undefined, options) =>
      finish(await (await import('./catalog.ts')).showCatalog({ department, ...options })),
    );
  add('dataset', 'one dataset with its items and its offer')
    .argument('<department>', 'slug of the department')
    .argument('<dataset>', 'id of the dataset')
    .action(async (department: string, dataset: string, options) =>
      finish(await (await import('./catalog.ts')).showDataset({ department, dataset, ...options })),
    );
  add('matters', 'matters of the own department, for which it asks; with a name, enter one')
    .argument('[code]', 'code of the matter')
    .option('--name <text>', 'its name in Chinese, or in the only language')
    .option('--name-en <text>', 'its name in English')
    .option('--legal-basis <text>', 'the provision that lets the department handle it')
    .action(async (code: string | undefined, options) =>
      finish(await (await import('./matter.ts')).showMatters({ code, ...options })),
    );
  add('request', 'apply for data with a file, - for standard input; --example shows one')
    .argument('[file]', 'JSON file')
    .option('--example', 'print what a request looks like')
    .option('--rows <json>', 'only these rows, such as \'[{"column":"grade","is":"lteq","value":2}]\'')
    .option('--place <code>', 'region of use, GB/T 2260; needed where the data are offered for some regions only')
    .option('--try', 'only say what would happen, and when an answer is due')
    .option('--wait', 'wait for the decision and the grant')
    .action(async (file: string | undefined, options, command: Command) => {
      const { printExample, requestData } = await import('./request.ts');
      if (options.example) finish(printExample());
      else if (file === undefined) command.error("error: missing required argument 'file'");
      else finish(await requestData({ file, ...options }));
    });
  limited(add('applications', 'the own applications, those of others, or one with its history'))
    .argument('[id]', 'one application')
    .option('--inbox', 'applications of other departments for the own data')
    .option('--state <state>', 'only those in this state, such as inReview')
    .option('--overdue', 'only those whose clock ran out')
    .action(async (id: string | undefined, options) =>
      finish(await (await import('./applications.ts')).showApplications({ id, ...options })),
    );
  add('approve', 'approve an application of the inbox, or less of it')
    .argument('<application>', 'its id')
    .option('--words <text>', 'what the applicant is told')
    .option('--narrow <file>', 'JSON file with what is given instead, and why')
    .action(async (id: string, options) => finish(await (await import('./decide.ts')).approve({ id, ...options })));
  add('refuse', 'refuse an application of the inbox')
    .argument('<application>', 'its id')
    .requiredOption('--ground <code>', 'law, policyDocument, sensitive or other')
    .requiredOption('--reason <text>', 'what the applicant is told')
    .action(async (id: string, options) => finish(await (await import('./decide.ts')).refuse({ id, ...options })));
  limited(add('grants', 'the own grants on both sides, or one with what the chain says'))
    .argument('[grant]', 'one grant')
    .option('--role <role>', 'provider or consumer')
    .option('--state <state>', 'pending, active, suspended, revoked or expired')
    .action(async (id: string | undefined, options) =>
      finish(await (await import('./grants.ts')).showGrants({ id, ...options })),
    );
  cased(add('pull', 'pull the data of a grant; the connector goes on when this command ends'))
    .argument('[agreement]', 'agreement or grant')
    .option('--format <format>', 'xy:pull-csv, xy:pull-parquet, xy:pull-file, xy:push or xy:stream', 'xy:pull-csv')
    .option('--out <file>', 'write the file here; without it the connector keeps it')
    .option('--force', 'replace the file')
    .option('--into <source:table>', 'rows into a table of a PostgreSQL source of the connector')
    .option('--place <code>', 'region in which the data are used, where it is not all of what was agreed')
    .option('--continue <transfer>', 'go on with what an earlier command began')
    .action(async (agreement: string | undefined, options) =>
      finish(await (await import('./pull.ts')).pull({ agreement, ...options, case: caseOf(options.case) })),
    );
  cased(limited(add('query', 'ask for a few rows under a grant')))
    .argument('<agreement>', 'agreement or grant')
    .option('--filter <json>', 'such as \'{"column":"licence","is":"eq","value":"ORG-1"}\'')
    .option('--items <names>', 'separated by commas; all that are granted without it')
    .option('--place <code>', 'region in which the rows are used, where it is not all of what was agreed')
    .action(async (agreement: string, options) =>
      finish(await (await import('./query.ts')).queryRows({ agreement, ...options, case: caseOf(options.case) })),
    );
  cased(add('ask', 'ask a question and get a signed answer instead of data; without one, print those that are granted'))
    .argument('<agreement>', 'agreement or grant')
    .argument('[question]', 'id of the question')
    .option('--place <code>', 'region in which the answer is used, where it is not all of what was agreed')
    .option('--param <name=value>', 'a parameter; may be repeated', (value: string, all: string[] = []) => [
      ...all,
      value,
    ])
    .action(async (agreement: string, question: string | undefined, options) =>
      finish(await (await import('./ask.ts')).ask({ agreement, question, ...options, case: caseOf(options.case) })),
    );
  add('revoke', 'end a grant for good; what runs is ended within seconds')
    .argument('<grant>', 'id of the grant')
    .requiredOption('--reason <text>', 'why, for the record')
    .option('--renounce', 'give up a grant that the own department holds')
    .action(async (id: string, options) => finish(await (await import('./grants.ts')).revoke({ id, ...options })));
  limited(add('audit', 'search the records of the department; scope govern, or an auditor’s key'))
    .option('--from <time>', 'UTC, ISO 8601')
    .option('--until <time>', 'UTC, ISO 8601')
    .option('--kind <kind>', 'such as refusal, delivery, answer, message.received')
    .option('--outcome <outcome>', 'ok, refused or failed')
    .option('--agreement <agreement>', 'records of one exchange')
    .option('--dataset <dataset>', 'records of one dataset')
    .option('--purpose <matter>', 'code of a matter')
    .option('--case <number>', 'case number')
    .option('--by <what>', 'counts by day, counterparty, dataset, purpose or kind')
    .option('--anomalies', 'what is out of the ordinary, with an explanation')
    .option('--status', 'how far the records are anchored')
    .option('--csv <file>', 'write all as CSV; - for standard output')
    .action(async (options) => finish(await (await import('./audit.ts')).audit(options)));
  add('bundle', 'write the evidence of one exchange, for xiangyu verify')
    .argument('<agreement>', 'the agreement')
    .option('--out <file>', 'where it goes (default: standard output)')
    .option('--from <time>', 'leave out what was before')
    .option('--until <time>', 'leave out what was after')
    .action(async (agreement: string, options) =>
      finish(await (await import('./audit.ts')).bundle({ agreement, ...options })),
    );
}
