import type { Command } from 'commander';

export interface AddCredentialCommandsParameters {
  program: Command;
  /** The option that names the platform. */
  platformUrl: readonly [flags: string, description: string, value: string];
  finish: (code: number) => void;
}

const collect = (value: string, earlier: string[] = []) => [...earlier, value];
const names = (value: string) => value.split(',').filter((name) => name !== '');
const apiKey = ['--key-file <file>', 'file that holds the API key (otherwise XIANGYU_API_KEY)'] as const;
const ownFolder = ['--folder <folder>', 'folder of a DID of your own: signs here, without a platform'] as const;
const out = ['--out <file>', 'where the result goes (default: printed)'] as const;

/** Adds `credential` with what is below it. */
export function addCredentialCommands({ program, platformUrl, finish }: AddCredentialCommandsParameters): void {
  const credential = program
    .command('credential')
    .description('issue, hold, present and verify W3C Verifiable Credentials');

  credential
    .command('verify')
    .argument('<file>', 'credential or presentation: JSON, JWT or SD-JWT')
    .description('verify with what is given here, or by a platform with --url; exit code 1 when it is not valid')
    .option('--url <address>', 'let this platform verify, which knows its members, status lists and schemas')
    .option('--did-document <file>', 'DID document of an issuer or holder; may be repeated', collect)
    .option('--status-list <file>', 'signed status list that the credential names; may be repeated', collect)
    .option('--challenge <text>', 'challenge that the presentation has to answer')
    .option('--domain <name>', 'domain that the presentation has to be made for')
    .option('--at <time>', 'verify as of this time (ISO 8601), without a platform')
    .option('--zh', 'findings in Chinese')
    .option('--json', 'as JSON')
    .action(async (file: string, options) => {
      const { verifyCredentialFile } = await import('./verify.ts');
      finish(await verifyCredentialFile({ file, ...options }));
    });

  credential
    .command('issue')
    .description('issue a credential: by a platform with your API key, or with your own key (--folder)')
    .requiredOption('--type <name>', 'type of the credential, such as RoleCredential')
    .requiredOption('--subject <id>', 'DID, urn: or https: address; or the slug of a member on the platform')
    .requiredOption('--claims <file>', 'JSON file of what is said of the subject')
    .option('--format <format>', 'data-integrity, vc+jwt or dc+sd-jwt', 'data-integrity')
    .option('--valid-until <time>', 'end of its validity, ISO 8601')
    .option(...platformUrl)
    .option(...apiKey)
    .option(...ownFolder)
    .option('--status-list <address>', 'with --folder: address of your own revocation list')
    .option('--status-index <number>', 'with --folder: place in that list')
    .option(...out)
    .action(async (options) => {
      const { issueCredentialFile } = await import('./issue.ts');
      finish(await issueCredentialFile(options));
    });

  credential
    .command('present')
    .argument('<credential...>', 'files of credentials with --folder, otherwise ids of what your organisation holds')
    .description('show credentials to one verifier')
    .requiredOption('--challenge <text>', 'challenge of the verifier')
    .requiredOption('--domain <name>', 'domain of the verifier')
    .option('--disclose <names>', 'claims of an SD-JWT to show, with commas between (default: all)', names)
    .option(...platformUrl)
    .option(...apiKey)
    .option(...ownFolder)
    .option(...out)
    .action(async (credentials: string[], options) => {
      const { presentCredentialFiles } = await import('./present.ts');
      finish(await presentCredentialFiles({ credentials, ...options }));
    });

  credential
    .command('hold')
    .argument('[file]', 'credential to take into the wallet of your organisation; without it, what is there is listed')
    .description('take a credential into the wallet on a platform, or list what is in it')
    .option(...platformUrl)
    .option(...apiKey)
    .option('--json', 'as JSON')
    .action(async (file: string | undefined, options) => {
      const { holdCredentialFile } = await import('./hold.ts');
      finish(await holdCredentialFile({ file, ...options }));
    });

  credential
    .command('status')
    .argument('[id]', 'id of a credential that your organisation issued')
    .description('suspend, reinstate or revoke a credential; with --folder, sign a status list of your own')
    .option('--suspend', 'for the time being')
    .option('--reinstate', 'after a suspension')
    .option('--revoke', 'for good')
    .option('--reason <text>', 'why')
    .option(...platformUrl)
    .option(...apiKey)
    .option(...ownFolder)
    .option('--list <file>', 'with --folder: the list, which is made when missing')
    .option('--address <url>', 'with --folder: where the list will be published')
    .option('--purpose <purpose>', 'with --folder: revocation or suspension', 'revocation')
    .option('--set <numbers>', 'with --folder: places to set, with commas between', names)
    .option('--clear <numbers>', 'with --folder: places to clear, with commas between', names)
    .action(async (id: string | undefined, options) => {
      const { changeCredentialStatus } = await import('./status.ts');
      finish(await changeCredentialStatus({ id, ...options }));
    });

  const did = credential.command('did').description('DIDs: of your own on your domain, and those on a platform');
  did
    .command('create')
    .description('make a did:web of your own: a key file, and the document to publish on your domain')
    .requiredOption('--did <did>', 'such as did:web:farm.example')
    .requiredOption('--folder <folder>', 'where key file and document go')
    .option('--also-known-as <did>', 'DID that the platform gave you, to link both; may be repeated', collect)
    .action(async (options) => {
      const { createDid } = await import('./did.ts');
      finish(await createDid(options));
    });
  did
    .command('rotate')
    .description('give your own DID a new key; publish the document again afterwards')
    .requiredOption('--folder <folder>', 'folder of the DID')
    .option('--compromised', 'others may know the old key: nothing that it signed counts any more')
    .action(async (options) => {
      const { rotateDid } = await import('./did.ts');
      finish(await rotateDid(options));
    });
  did
    .command('show')
    .argument('[member]', 'slug of a member; without it, the alliance')
    .description('print the DID of a member on a platform, with its keys and their times')
    .option(...platformUrl)
    .option('--json', 'as JSON')
    .action(async (member: string | undefined, options) => {
      const { showDid } = await import('./did.ts');
      finish(await showDid({ member, ...options }));
    });
}
