import type { Tx } from '../../store/index.ts';
import { cooperationErrors } from '../errors.ts';
import type { CooperationHouse } from '../house.ts';
import { stateDigest } from '../stateDigest.ts';
import { type LocalText, readDay, readText, readUrl } from '../text.ts';
import { type Details, type Evidence, kindsZh } from './achievement.ts';

/** Evidence as a claim names it: of a file the digest, which is stated now. */
export type GivenEvidence =
  | { type: 'statement'; statementId: string; label: string }
  | { type: 'url'; url: string; label: string }
  | { type: 'file'; digest: string; label: string };

/** Details as a claim gives them. */
export type GivenDetails =
  | Exclude<Details, { kind: 'patent' }>
  | { kind: 'patent'; filingNumber: string; office: string; disclosure: { digest: string; fileName: string } | null };

/** What an organisation claims. */
export interface Claim {
  title: LocalText;
  /** Markdown. */
  body: LocalText;
  achievedOn: string;
  details: GivenDetails;
  evidence: GivenEvidence[];
}

/** A claim that was checked, with its digests stated. */
export interface ReadClaim {
  title: LocalText;
  body: LocalText;
  achievedOn: string;
  details: Details;
  evidence: Evidence[];
  amountFen: string;
}

type Stated = ReadonlyMap<string, string>;

/** Statements of digests that an earlier version named already. */
export function statedIn(details: Details, evidence: readonly Evidence[]): Stated {
  const stated = new Map<string, string>();
  for (const one of evidence) if (one.type === 'file') stated.set(one.digest, one.statementId);
  if (details.kind === 'patent' && details.disclosure)
    stated.set(details.disclosure.digest, details.disclosure.statementId);
  return stated;
}

/**
 * Checks a claim and states the digests that it names, in the caller's transaction. `stated` are those of the version before, which
 * keep their time. @throws COOPERATION_TEXT_MISSING, COOPERATION_DAY_INVALID, COOPERATION_URL_INVALID, COOPERATION_DETAILS_WRONG,
 * COOPERATION_EVIDENCE_UNKNOWN
 */
export async function readClaim(
  house: CooperationHouse,
  tx: Tx,
  { claim, member, stated }: { claim: Claim; member: string; stated: Stated },
): Promise<ReadClaim> {
  const title = readText('title', claim.title);
  const body = readText('text', claim.body);
  const achievedOn = readDay('day', claim.achievedOn, { past: true });
  const known = new Map(stated);
  const stateOnce = async (digest: string) => {
    const statementId = known.get(digest) ?? (await stateDigest(house, tx, { member, digest }));
    known.set(digest, statementId);
    return statementId;
  };
  const details = await readDetails(claim.details, { achievedOn, stateOnce });
  if (claim.evidence.length === 0 && !(details.kind === 'patent' && details.disclosure)) {
    throw cooperationErrors.detailsWrong(
      { kind: details.kind, problem: 'it names no evidence' },
      { zh: { problem: '没有列出证据', kind: kindsZh[details.kind] } },
    );
  }
  const evidence: Evidence[] = [];
  for (const one of claim.evidence) {
    if (one.type === 'file') evidence.push({ ...one, statementId: await stateOnce(one.digest) });
    else if (one.type === 'url') evidence.push({ ...one, url: readUrl('address of the evidence', one.url) });
    else evidence.push(one);
  }
  await checkStatements(house, evidence);
  return { title, body, achievedOn, details, evidence, amountFen: details.kind === 'output' ? details.amountFen : '0' };
}

async function readDetails(
  given: GivenDetails,
  { achievedOn, stateOnce }: { achievedOn: string; stateOnce: (digest: string) => Promise<string> },
): Promise<Details> {
  switch (given.kind) {
    case 'application':
      return { ...given, link: given.link === null ? null : readUrl('link', given.link) };
    case 'standard':
      return { ...given, link: given.link === null ? null : readUrl('link', given.link) };
    case 'patent': {
      const { disclosure } = given;
      if (!disclosure) return { ...given, disclosure };
      return { ...given, disclosure: { ...disclosure, statementId: await stateOnce(disclosure.digest) } };
    }
    case 'output': {
      const from = readDay('first day', given.from, { past: true });
      if (from > achievedOn) {
        throw cooperationErrors.detailsWrong(
          { kind: 'output', problem: `its first day ${from} is after its last ${achievedOn}` },
          { zh: { problem: `起始日期 ${from} 晚于截止日期 ${achievedOn}`, kind: kindsZh.output } },
        );
      }
      return { ...given, from };
    }
  }
}

/** Statements that were named must be in the log; those made just now are. */
async function checkStatements({ ledger }: CooperationHouse, evidence: readonly Evidence[]): Promise<void> {
  const named = evidence.flatMap((one) => (one.type === 'statement' ? [one.statementId] : []));
  if (named.length === 0) return;
  const found = new Set((await ledger.statements.read(named)).map(({ statementId }) => statementId));
  const missing = named.find((id) => !found.has(id));
  if (missing !== undefined) throw cooperationErrors.evidenceUnknown({ id: missing });
}
