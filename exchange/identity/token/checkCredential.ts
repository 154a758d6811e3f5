import {
  type CredentialReport,
  checkStatus,
  type Finding,
  type ParsedCredential,
  parseShown,
  type VerifyContext,
  verifyCredential,
} from '../../../alliance/index.ts';
import type { Trust } from '../trust.ts';
import { sha256 } from './claims.ts';

/** A credential whose signature fits, and what stands against it now; null for nothing. */
export interface CheckedCredential {
  report: CredentialReport;
  against: Finding | null;
}

/** After this a check is renewed while the old one still counts, and after this it no longer counts. */
const renewal = { soonMs: 4_000, lateMs: 7_000 } as const;
/** A list that cannot be read again counts for as long as its publisher says (its `ttl`): a minute. */
const graceMs = 60_000;
/** Where nothing answers, it is asked no more often than this. */
const retryMs = 2_000;
const mostKept = 2_000;

interface Kept {
  parsed: ParsedCredential;
  checked: CheckedCredential;
  /** The issuer's DID document that its signature was checked with. */
  document: string;
  readAt: number;
  triedAt: number;
  renewing: Promise<void> | null;
}

const failureOf = (checks: readonly Finding[]) => checks.find(({ ok }) => ok === false) ?? null;
/** Findings that say that somebody did not answer, not that the credential is wrong. */
const isUnknown = (found: Finding | null) => found?.code === 'status.unavailable' || found?.code === 'issuer.none';

/**
 * Makes a checker that remembers credentials by their digest. Signature and form are verified once, and again when the issuer's
 * DID document changed; the document and the status lists are read again every few seconds.
 */
export function createCredentialCheck({
  trust,
  now,
}: {
  trust: Trust;
  now: () => Date;
}): (text: string) => Promise<CheckedCredential> {
  const kept = new Map<string, Kept>();
  const contextNow = (): VerifyContext => ({
    now: now(),
    resolve: trust.resolve,
    readStatusList: trust.readStatusList,
    readSchema: async () => null,
    // Who may issue what is for the caller to see: it knows the alliance.
    judge: async () => [],
  });

  async function verify(parsed: ParsedCredential): Promise<Kept> {
    const report = await verifyCredential(parsed, contextNow());
    const document = await trust.resolve(report.issuer).then(
      (resolved) => JSON.stringify(resolved.document),
      () => '',
    );
    const time = now().getTime();
    const checked = { report, against: failureOf(report.checks) };
    return { parsed, checked, document, readAt: time, triedAt: time, renewing: null };
  }

  async function renew(entry: Kept): Promise<void> {
    entry.triedAt = now().getTime();
    const issuer = entry.checked.report.issuer;
    const document = await trust.resolve(issuer).then(
      (resolved) => JSON.stringify(resolved.document),
      () => null,
    );
    if (document === null) return;
    const changed = document !== entry.document;
    const fresh = changed ? await verify(entry.parsed) : null;
    const found = fresh ? fresh.checked.against : failureOf([await checkStatus(entry.parsed, contextNow())]);
    if (isUnknown(found)) return;
    if (fresh) Object.assign(entry, { checked: fresh.checked, document: fresh.document });
    else entry.checked = { report: entry.checked.report, against: found };
    entry.readAt = now().getTime();
  }

  function renewOnce(entry: Kept): Promise<void> {
    entry.renewing ??= renew(entry).finally(() => {
      entry.renewing = null;
    });
    return entry.renewing;
  }

  return async (text) => {
    const digest = sha256(text);
    const known = kept.get(digest);
    if (!known) {
      const parsed = await parseShown(text);
      if (parsed.kind !== 'credential') throw new Error('it is a presentation');
      const entry = await verify(parsed);
      // What does not hold is not remembered: strangers could fill the memory with it.
      if (entry.checked.against === null) kept.set(digest, entry);
      if (kept.size > mostKept) kept.delete(kept.keys().next().value ?? '');
      return entry.checked;
    }
    const time = now().getTime();
    const [age, idle] = [time - known.readAt, time - known.triedAt];
    if (age > renewal.lateMs && (idle > retryMs || age > graceMs || known.renewing)) await renewOnce(known);
    else if (age > renewal.soonMs && idle > retryMs) void renewOnce(known).catch(() => undefined);
    if (now().getTime() - known.readAt > graceMs) {
      kept.delete(digest);
      return (await verify(known.parsed)).checked;
    }
    return known.checked;
  };
}
