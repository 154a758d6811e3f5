import type { Sql, Tx } from '../../../store/index.ts';
import type { CredentialsContext } from '../credentialsContext.ts';
import { credentialErrors } from '../errors.ts';
import { changeStatus } from '../status/changeStatus.ts';
import { readType } from '../types/types.ts';
import { schemaUrlOf } from '../verify/readRemote.ts';
import { issueCredential } from './issueCredential.ts';
import { type CredentialRow, type IssuedCredential, toIssued } from './issuedCredentials.ts';

/** What a proposal decides: which member may issue which types, or that an earlier decision of that holds no longer. */
export type Accreditation = { member: string; types: string[]; validUntil: Date | undefined } | { endOf: string };

/**
 * The line of a proposal's text that accredits, the same in both languages, such as
 * `accredit: member=lab types=OrganicCertificate,ColdChainCertificate until=2027-12-31`.
 */
const line = /^accredit: member=([a-z0-9][a-z0-9-]{0,62}) types=([A-Za-z0-9,]{3,1000})(?: until=(\d{4}-\d\d-\d\d))?$/m;

/** The line that ends what an earlier proposal decided: `end-accreditation: proposal=123`. */
const endLine = /^end-accreditation: proposal=([0-9a-zx]{1,80})$/m;

/** Reads what the text of a proposal accredits; null when it does not. */
function readAccreditation(text: { zh: string; en: string }): Accreditation | null {
  const [zhEnd, enEnd] = [endLine.exec(text.zh), endLine.exec(text.en)];
  if (zhEnd && enEnd && zhEnd[0] === enEnd[0]) return { endOf: enEnd[1] ?? '' };
  const [zh, en] = [line.exec(text.zh), line.exec(text.en)];
  if (!zh || !en || zh[0] !== en[0]) return null;
  const [, member = '', types = '', until] = en;
  const names = [...new Set(types.split(',').filter((name) => name !== ''))];
  return { member, types: names, validUntil: until === undefined ? undefined : new Date(`${until}T23:59:59Z`) };
}

interface DecisionRow {
  type: string | null;
  executed_epoch: string | null;
  safe_epoch: string;
  document: string | null;
}

const notDecided = (proposal: string, problem: string, zh: string) =>
  credentialErrors.notDecided({ proposal: proposal.slice(0, 80), problem }, { zh: { problem: zh } });

async function readDecision({ store }: CredentialsContext, proposal: string): Promise<Accreditation> {
  const [row] = await store.sql<DecisionRow[]>`
    select p.type, p.executed_epoch, s.safe_epoch, d.document
    from alliance.proposal p cross join alliance.projection s
    left join alliance.proposal_document d on d.digest = p.digest
    where p.id = ${proposal}`;
  if (!row) throw notDecided(proposal, 'there is no such proposal', '没有该提案');
  if (row.executed_epoch === null) throw notDecided(proposal, 'it is not executed', '该提案尚未执行');
  if (Number(row.executed_epoch) > Number(row.safe_epoch))
    throw notDecided(proposal, 'its execution is not final yet', '该提案的执行尚未最终确认');
  const document = JSON.parse(row.document ?? 'null') as { type: string; text: { zh: string; en: string } } | null;
  if (document?.type !== 'free')
    throw notDecided(proposal, 'it is a proposal about something else', '该提案是关于其他事项的');
  const found = readAccreditation(document.text);
  if (!found) {
    const problem = 'its text has no line "accredit: member=… types=…", the same in both languages';
    throw notDecided(proposal, problem, '提案正文的中英文中没有相同的一行“accredit: member=… types=…”');
  }
  return found;
}

const decisionOf = (proposal: string) => `urn:xiangyu:proposal:${proposal}`;

/** The accreditations that a proposal decided. */
async function findDecided(sql: Sql | Tx, proposal: string): Promise<CredentialRow[]> {
  const rows = await sql<CredentialRow[]>`
    select * from alliance.credential
    where type = 'AccreditationCredential' and issuer_member is null order by issued_at`;
  return rows.filter(({ claims }) => (JSON.parse(claims) as { decision?: string }).decision === decisionOf(proposal));
}

/**
 * Issues the accreditation that the members decided, or revokes the one whose end they decided; asked again, it gives the
 * same one. @throws CREDENTIAL_NOT_DECIDED, CREDENTIAL_TYPE_UNKNOWN, ALLIANCE_MEMBER_UNKNOWN
 */
export async function accredit(
  context: CredentialsContext,
  proposal: string,
  also: (tx: Tx, id: string) => Promise<unknown>,
): Promise<IssuedCredential> {
  const decided = await readDecision(context, proposal);
  if ('endOf' in decided) {
    const ended = await findDecided(context.store.sql, decided.endOf);
    const [first] = await Promise.all(
      ended.map(({ id }) =>
        changeStatus(context, { id, change: 'revoke', reason: decisionOf(proposal), also: (tx) => also(tx, id) }),
      ),
    );
    if (first) return first;
    throw notDecided(proposal, 'it ends what was never issued', '它要终止的认可从未签发');
  }
  const { member, types, validUntil } = decided;
  const decision = decisionOf(proposal);
  const [there] = await findDecided(context.store.sql, proposal);
  if (there) return toIssued(there);
  for (const name of types) {
    if (!(await readType(context.store.sql, name))) throw credentialErrors.typeUnknown({ name });
  }
  const { did } = await context.dids.ensure(member);
  let before: CredentialRow | undefined;
  const issuing = issueCredential(context, {
    member: null,
    type: 'AccreditationCredential',
    format: 'data-integrity',
    subject: did,
    holder: member,
    claims: { accreditedFor: types, decision },
    schemaUrl: schemaUrlOf(context.baseUrl, 'AccreditationCredential'),
    validUntil,
    async also(tx, id) {
      // An issuer issues one at a time (see `takePlace`), so that what was issued a moment ago is seen here.
      before = (await findDecided(tx, proposal)).find((row) => row.id !== id);
      if (before) throw new Error('the accreditation was issued a moment ago');
      await also(tx, id);
    },
  });
  const made = await issuing.catch((error: unknown) => {
    if (before) return { issued: toIssued(before) };
    throw error;
  });
  return made.issued;
}
