import type { Principal } from '../../alliance/index.ts';
import { inBoth } from '../../proof/index.ts';
import type { Store } from '../../store/index.ts';
import type { TraceNetwork } from '../network.ts';
import { type Certificate, stateAt } from './certificate.ts';
import { certificateErrors } from './errors.ts';
import { readCertificate } from './findCertificates.ts';
import { requestExamination } from './requestExamination.ts';

/** What an issuer does to a certificate. */
export const certificateActions = ['suspend', 'reinstate', 'withdraw'] as const;

export interface ChangeCertificateParameters {
  /** Id or address. */
  certificate: string;
  /** Slug of the organisation that acts; only the issuer may. */
  issuer: string;
  principal: Principal | null;
  action: (typeof certificateActions)[number];
  reason: string;
  /** From when on it holds, when that is not now: a decision may say that it held before. ISO 8601. */
  effectiveAt?: string | undefined;
}

const states = { suspend: 'suspended', reinstate: 'valid', withdraw: 'withdrawn' } as const;
const statusChanges = { suspend: 'suspend', reinstate: 'reinstate', withdraw: 'revoke' } as const;

/**
 * Suspends, reinstates or withdraws a certificate: its credential's public status list and the register change in one SQL
 * transaction, and the events that cite it are examined once more.
 *
 * @throws CERTIFICATE_UNKNOWN, CERTIFICATE_NOT_YOURS, CERTIFICATE_WITHDRAWN, CERTIFICATE_INVALID
 */
export async function changeCertificate(
  { store, network }: { store: Store; network: TraceNetwork },
  { certificate: name, issuer, principal, action, reason, effectiveAt }: ChangeCertificateParameters,
): Promise<Certificate> {
  const found = await readCertificate(store.sql, name);
  if (!found) throw certificateErrors.unknown({ certificate: name.slice(0, 200) });
  const { id, uri, number, operator } = found;
  if (found.issuer !== issuer) throw certificateErrors.notYours({ number, issuer: found.issuer });
  const now = new Date();
  const effective = effectiveAt === undefined ? now : new Date(effectiveAt);
  if (!(effective <= now)) {
    const problem = { en: 'is no time up to now', zh: '不是截至目前的时间' };
    throw certificateErrors.invalid(...inBoth({ pointer: '/effectiveAt', problem }));
  }
  if (found.changes.some(({ state }) => state === 'withdrawn')) throw certificateErrors.withdrawn({ number });
  if (action === 'reinstate' && stateAt(found, now.getTime()) !== 'suspended') return found;
  let changed = false;
  const also = async (tx: Parameters<typeof requestExamination>[0]) => {
    changed = true;
    await tx`
      INSERT INTO trace.certificate_states (certificate, state, effective_at, recorded_at, reason)
      VALUES (${id}, ${states[action]}, ${effective}, ${now}, ${reason})`;
    await requestExamination(tx, { uri, operator });
    await network.recordAct(tx, {
      principal,
      action: 'trace:certify',
      resource: { type: 'Certificate', id, member: issuer },
      detail: { number, operator, change: action, reason, effectiveAt: effective.toISOString() },
    });
  };
  await network.credentials.changeStatus({ id: found.credential, change: statusChanges[action], reason, also });
  // The credential may have been suspended or revoked as such before: the register follows.
  if (!changed) await store.transaction(also);
  return (await readCertificate(store.sql, id)) ?? found;
}
