import type { Certificate } from './certificate.ts';
import { stateAt } from './certificate.ts';

/** Why something is doubtful; `code` is stable. */
export interface Reason {
  code: string;
  zh: string;
  en: string;
  values: Record<string, string | number>;
}

/** A reason with the weight that it adds to the score, 0 to 1. */
export interface WeighedReason extends Reason {
  weight: number;
}

/** An organic claim in an event. */
export interface OrganicUse {
  member: string;
  /** Milliseconds since 1970. */
  time: number;
  /** Read point and business location. */
  places: readonly string[];
  /** Trade items that the event makes or is about. */
  items: readonly string[];
}

const day = (time: number | string) => new Date(time).toISOString().slice(0, 10);
const covers = (site: string, place: string) => place === site || place.startsWith(`${site}/`);

function weigh(
  weight: number,
  code: string,
  values: Record<string, string | number>,
  zh: string,
  en: string,
): WeighedReason {
  return { weight, code, values, zh, en };
}

/** Why a certificate does not cover a use; empty when it does. A certifier's own visit counts for its dates alone. */
export function checkCertificate(certificate: Certificate, use: OrganicUse): WeighedReason[] {
  const { number, operator, issuer, scope, uri: certificateUri } = certificate;
  const reasons: WeighedReason[] = [];
  const shared = { certificate: certificateUri, number };
  const when = day(use.time);
  if (use.time < Date.parse(certificate.validFrom) || use.time > Date.parse(certificate.validUntil)) {
    const [from, until] = [day(certificate.validFrom), day(certificate.validUntil)];
    reasons.push(
      weigh(
        0.7,
        'certificate.dates',
        { ...shared, from, until, when },
        `证书 ${number} 的有效期为 ${from} 至 ${until}，而事件发生在 ${when}。`,
        `Certificate ${number} holds from ${from} to ${until}; the event is of ${when}.`,
      ),
    );
  }
  const state = stateAt(certificate, use.time);
  const change = certificate.changes.findLast((one) => one.state === state);
  if (change && state === 'withdrawn') {
    const [since, reason] = [day(change.effectiveAt), change.reason];
    reasons.push(
      weigh(
        0.95,
        'certificate.withdrawn',
        { ...shared, since, when, reason },
        `证书 ${number} 自 ${since} 起已被撤销（${reason}），事件在 ${when} 仍然引用它。`,
        `Certificate ${number} is withdrawn since ${since} (${reason}); the event of ${when} cites it all the same.`,
      ),
    );
  }
  if (change && state === 'suspended') {
    const [since, reason] = [day(change.effectiveAt), change.reason];
    reasons.push(
      weigh(
        0.85,
        'certificate.suspended',
        { ...shared, since, when, reason },
        `证书 ${number} 自 ${since} 起被中止（${reason}），事件在 ${when} 仍然引用它。`,
        `Certificate ${number} is suspended since ${since} (${reason}); the event of ${when} cites it all the same.`,
      ),
    );
  }
  if (use.member === issuer) return reasons;
  if (use.member !== operator) {
    reasons.push(
      weigh(
        0.8,
        'certificate.operator',
        { ...shared, operator, member: use.member },
        `证书 ${number} 颁发给 ${operator}，而事件由 ${use.member} 登记。`,
        `Certificate ${number} is of ${operator}; the event was captured by ${use.member}.`,
      ),
    );
  }
  const place = use.places.find((one) => !scope.sites.some((site) => covers(site.place, one)));
  if (scope.sites.length > 0 && place !== undefined) {
    reasons.push(
      weigh(
        0.7,
        'certificate.site',
        { ...shared, place },
        `证书 ${number} 不包括地点 ${place}。`,
        `Certificate ${number} does not cover the place ${place}.`,
      ),
    );
  }
  const item = use.items.find((one) => !scope.products.some((product) => product.item === one));
  if (scope.products.length > 0 && item !== undefined) {
    reasons.push(
      weigh(
        0.75,
        'certificate.product',
        { ...shared, item },
        `证书 ${number} 不包括产品 ${item}。`,
        `Certificate ${number} does not cover the product ${item}.`,
      ),
    );
  }
  return reasons;
}
