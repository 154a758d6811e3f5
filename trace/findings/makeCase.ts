import { XiangyuError } from '../../errors.ts';
import type { Store } from '../../store/index.ts';
import { selectVisible } from '../access/selectVisible.ts';
import { readCertificates } from '../certificates/findCertificates.ts';
import { describeStatus } from '../certificates/readStatus.ts';
import type { TraceNetwork } from '../network.ts';
import { renderEvents } from '../query/renderEvents.ts';
import type { EventRecord } from '../query/storedEvent.ts';
import type { FindingDecision } from './findFindings.ts';
import type { Finding } from './finding.ts';
import type { Inspector } from './inspector.ts';
import { writeSummary } from './writeSummary.ts';
import { writeZip } from './writeZip.ts';

const most = 500;

/** The proof of an event, or why there is none yet. */
export interface CaseProof {
  hash: string;
  /** File in the archive; null while the evidence is not anchored. */
  file: string | null;
  /** In both languages, one after the other. */
  problem: string | null;
}

const nameOf = (hash: string) => /;([0-9a-f]{16})/.exec(hash)?.[1] ?? 'event';

async function readProof(network: TraceNetwork | null, { statement_id, hash }: EventRecord) {
  if (!network || statement_id === null) return { bundle: null, problem: '没有存证日志 / no evidence log' };
  try {
    const bundle = await network.readBundle(statement_id);
    return bundle
      ? { bundle, problem: null }
      : { bundle: null, problem: `没有关于 ${hash} 的存证 / no statement about ${hash}` };
  } catch (error) {
    if (error instanceof XiangyuError) {
      const { reason, zh } = error;
      return { bundle: null, problem: [...(zh ? [zh.reason] : []), reason].join(' / ') };
    }
    throw error;
  }
}

/**
 * All that a court needs about a finding, as one ZIP: the events as an EPCIS document, the proof bundle of each, the
 * certificates as they were signed, the finding with its decisions, and a page that explains it in both languages. Events
 * that the inspector may not see are left out.
 */
export async function makeCase(
  { store, network }: { store: Store; network: TraceNetwork | null },
  finding: Finding & { decisions: FindingDecision[] },
  { member, certifies, all }: Inspector,
): Promise<Buffer> {
  const { sql } = store;
  const viewer = { member, kinds: certifies ? ['certifier'] : [], authority: all };
  const records = await sql<EventRecord[]>`
    SELECT e.*, v.content AS envelope FROM trace.events e JOIN trace.envelopes v ON v.digest = e.envelope
    WHERE e.hash = ANY(${finding.events.slice(0, most)}::text[]) AND ${selectVisible(sql, viewer)} ORDER BY e.event_time, e.sequence LIMIT ${most}`;
  const cited = await sql<{ uri: string }[]>`
    SELECT DISTINCT uri FROM trace.organic_claims WHERE uri <> ''
      AND event = ANY(${records.map(({ sequence }) => sequence)}::bigint[])`;
  const certificates = await readCertificates(sql, {
    uris: [...cited.map(({ uri }) => uri), ...finding.things],
    operators: finding.members,
  });
  const files: Record<string, string> = {
    'finding.json': JSON.stringify(finding, null, 2),
    'events.json': JSON.stringify(renderEvents(records), null, 2),
  };
  const proofs: CaseProof[] = [];
  for (const [at, record] of records.entries()) {
    const { bundle, problem } = await readProof(network, record);
    const file = `proofs/${String(at + 1).padStart(3, '0')}-${nameOf(record.hash)}.json`;
    if (bundle) files[file] = JSON.stringify(bundle, null, 2);
    proofs.push({ hash: record.hash, file: bundle ? file : null, problem });
  }
  const described = await Promise.all(certificates.slice(0, 50).map((one) => describeStatus(network, one)));
  for (const certificate of described) {
    const name = `certificates/${certificate.number.replace(/[^\w.-]+/g, '_')}-${certificate.id.slice(0, 8)}`;
    files[`${name}.json`] = JSON.stringify(certificate, null, 2);
    const issued = await network?.credentials.readIssued(certificate.credential);
    if (issued) files[`${name}.jwt`] = issued.credential;
  }
  files['summary.html'] = writeSummary({ finding, records, proofs, certificates: described });
  return writeZip(files);
}
