import type { LocalText } from '../i18n/language.ts';
import { request } from './request.ts';

/** A certificate that the history of a lot cites, with its status now; null when no register knows it. */
export interface LotCertificate {
  uri: string;
  certificate: {
    number: string;
    standard: string;
    state: 'valid' | 'suspended' | 'withdrawn' | 'expired';
    validUntil: string;
    issuer: string;
    operator: string;
    issuerName: LocalText | null;
    operatorName: LocalText | null;
    trusted: boolean;
  } | null;
}

/** Whether what a lot was made of adds up. */
export interface BalanceSeal {
  seal: 'balanced' | 'doubted' | 'unknown';
  text: LocalText;
  reasons: LocalText[];
}

/** Readings outside the limits of a lot's product. */
export interface ColdChain {
  limits: { Temperature: { min: number | null; max: number | null } } | null;
  series: {
    kind: 'Temperature' | 'RelativeHumidity';
    points: { time: string; value: number }[];
    breaches: { side: 'above' | 'below'; limit: number; peak: number; from: string | null; minutes: number | null }[];
  }[];
}

const lotPath = (gtin: string, lot: string) => `/api/trace/lots/${gtin}/${encodeURIComponent(lot)}`;

/** What is known about a lot beside its journey; a part that does not answer is null. */
export interface LotFacts {
  certificates: LotCertificate[] | null;
  seal: BalanceSeal | null;
  coldChain: ColdChain | null;
}

/** Asks for all of it at once. */
export async function getLotFacts(gtin: string, lot: string, signal: AbortSignal): Promise<LotFacts> {
  const ask = <Answer>(part: string) =>
    request<Answer>(`${lotPath(gtin, lot)}/${part}`, { signal }).catch((): null => null);
  const [certificates, seal, coldChain] = await Promise.all([
    ask<{ certificates: LotCertificate[] }>('certificates'),
    ask<BalanceSeal>('balance'),
    ask<ColdChain>('cold-chain'),
  ]);
  return { certificates: certificates?.certificates ?? null, seal, coldChain };
}

/** What a consumer may suspect. */
export const suspicionKinds = ['counterfeit', 'opened', 'spoiled', 'label', 'other'] as const;

export type SuspicionKind = (typeof suspicionKinds)[number];

/** Reports a suspicion about the product behind this code; nothing about the person is sent. */
export function reportSuspicion(body: {
  link: string;
  kind: SuspicionKind;
  text: string;
}): Promise<{ reportId: string }> {
  return request('/api/trace/reports', { method: 'POST', body });
}
