import type { LocalText } from '../../i18n/language.ts';
import type { Achievement, AchievementKind, Claim, GivenDetails, GivenEvidence } from '../api/achievements.ts';
import { today } from '../parts/localTime.ts';
import { parseYuan } from '../parts/money.ts';

/** A file whose digest was made here; the file stays in the browser. */
export interface HashedFile {
  digest: string;
  fileName: string;
}

/** What the form holds. */
export interface ClaimValues {
  kind: AchievementKind;
  title: LocalText;
  body: LocalText;
  achievedOn: string;
  link?: string;
  number?: string;
  issuer?: string;
  stage?: 'draft' | 'published';
  filingNumber?: string;
  office?: string;
  disclosure?: HashedFile | null;
  yuan?: string;
  from?: string;
  urls?: { url: string; label?: string }[];
  statements?: { statementId: string; label?: string }[];
  files?: (HashedFile & { label?: string })[];
  correction?: string;
}

const emptyText: LocalText = { zh: '', en: '' };

/** The form for a new claim, or with what a claim says now. */
export function toValues(achievement: Achievement | undefined): ClaimValues {
  if (!achievement)
    return {
      kind: 'patent',
      title: emptyText,
      body: emptyText,
      achievedOn: today(),
      office: 'CNIPA',
      stage: 'published',
    };
  const { kind, present } = achievement;
  const { title, body, achievedOn, details, evidence } = present;
  const values: ClaimValues = {
    kind,
    title,
    body,
    achievedOn,
    urls: evidence.flatMap((one) => (one.type === 'url' ? [{ url: one.url, label: one.label }] : [])),
    statements: evidence.flatMap((one) =>
      one.type === 'statement' ? [{ statementId: one.statementId, label: one.label }] : [],
    ),
    files: evidence.flatMap((one) =>
      one.type === 'file' ? [{ digest: one.digest, fileName: one.label, label: one.label }] : [],
    ),
  };
  switch (details.kind) {
    case 'application':
      return { ...values, link: details.link ?? '' };
    case 'standard':
      return { ...values, ...details, link: details.link ?? '' };
    case 'patent':
      return { ...values, filingNumber: details.filingNumber, office: details.office, disclosure: details.disclosure };
    case 'output': {
      const fen = details.amountFen.padStart(3, '0');
      return { ...values, from: details.from, yuan: `${fen.slice(0, -2)}.${fen.slice(-2)}` };
    }
  }
}

/** What the form says, as the platform takes it. */
export function toClaim(values: ClaimValues): Claim {
  const { title, body, achievedOn } = values;
  return { title, body, achievedOn, details: toDetails(values), evidence: toEvidence(values) };
}

function toDetails(values: ClaimValues): GivenDetails {
  const link = values.link?.trim() ? values.link.trim() : null;
  switch (values.kind) {
    case 'application':
      return { kind: 'application', link };
    case 'standard':
      return {
        kind: 'standard',
        number: values.number ?? '',
        issuer: values.issuer ?? '',
        stage: values.stage ?? 'published',
        link,
      };
    case 'patent': {
      const { disclosure } = values;
      return {
        kind: 'patent',
        filingNumber: values.filingNumber ?? '',
        office: values.office ?? '',
        disclosure: disclosure ? { digest: disclosure.digest, fileName: disclosure.fileName } : null,
      };
    }
    case 'output':
      return { kind: 'output', amountFen: parseYuan(values.yuan ?? '') ?? '', from: values.from ?? '' };
  }
}

function toEvidence({ urls = [], statements = [], files = [] }: ClaimValues): GivenEvidence[] {
  return [
    ...urls.map(({ url, label = '' }) => ({ type: 'url' as const, url: url.trim(), label })),
    ...statements.map(({ statementId, label = '' }) => ({
      type: 'statement' as const,
      statementId: statementId.trim().toLowerCase(),
      label,
    })),
    ...files.map(({ digest, label, fileName }) => ({ type: 'file' as const, digest, label: label || fileName })),
  ];
}
