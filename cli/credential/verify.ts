import { createOfflineContext, type Finding, type Report, verifyShown } from '../../alliance/index.ts';
import { cliErrors, exitCodes } from '../errors.ts';
import { requestPlatform } from '../requestPlatform.ts';
import { readObject, readText, readTime } from './readInput.ts';

export interface VerifyCredentialOptions {
  file: string;
  url?: string;
  didDocument?: string[];
  statusList?: string[];
  challenge?: string;
  domain?: string;
  at?: string;
  zh?: boolean;
  json?: boolean;
}

const marks = { true: '✓', false: '✗', null: '–' } as const;

/** The address of a list, as credentials name it: its own id, or that of its subject without what follows #. */
async function readLists(files: readonly string[]): Promise<Map<string, string | object>> {
  const lists = new Map<string, string | object>();
  for (const file of files) {
    const text = (await readText(file)).trim();
    const isJson = text.startsWith('{');
    let document: { id?: unknown };
    try {
      document = JSON.parse(isJson ? text : Buffer.from(text.split('.')[1] ?? '', 'base64url').toString('utf8'));
    } catch (cause) {
      throw cliErrors.fileInvalid({ file, reason: 'it is no signed status list' }, { cause });
    }
    lists.set(String(document.id), isJson ? document : text);
  }
  return lists;
}

async function verifyHere(text: string, options: VerifyCredentialOptions): Promise<Report> {
  const { didDocument = [], statusList = [], challenge, domain } = options;
  const now = readTime('at', options.at);
  const context = createOfflineContext({
    documents: await Promise.all(didDocument.map(readObject)),
    statusLists: await readLists(statusList),
    ...(now ? { now } : {}),
  });
  return verifyShown(text, context, { challenge, domain });
}

async function verifyThere(text: string, url: string, { challenge, domain }: VerifyCredentialOptions): Promise<Report> {
  const { body } = await requestPlatform({
    url,
    path: '/api/credentials/verify',
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ credential: text.trim(), challenge, domain }),
  });
  return body as Report;
}

function printChecks(checks: readonly Finding[], zh: boolean): void {
  for (const check of checks)
    console.log(`  ${marks[`${check.ok}`]}  ${check.id.padEnd(10)} ${zh ? check.zh : check.detail}`);
}

/** Verifies a credential or a presentation and prints every finding. Exit code 0: valid; 1: not. */
export async function verifyCredentialFile(options: VerifyCredentialOptions): Promise<number> {
  const { file, url, zh = false, json = false } = options;
  const text = await readText(file);
  const report = url === undefined ? await verifyHere(text, options) : await verifyThere(text, url, options);
  if (json) {
    console.log(JSON.stringify(report, null, 2));
    return report.valid ? exitCodes.ok : exitCodes.checkFailed;
  }
  if (report.presentation) {
    console.log(zh ? '出示文件' : 'Presentation');
    printChecks(report.presentation.checks, zh);
  }
  for (const { type, issuer, subject, checks } of report.credentials) {
    console.log(
      zh ? `${type}，签发方 ${issuer}，主体 ${subject ?? '–'}` : `${type} of ${issuer} about ${subject ?? '–'}`,
    );
    printChecks(checks, zh);
  }
  console.log(report.valid ? (zh ? '\n有效。' : '\nValid.') : zh ? '\n无效。' : '\nNOT valid.');
  return report.valid ? exitCodes.ok : exitCodes.checkFailed;
}
