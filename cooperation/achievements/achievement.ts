import type { LocalText } from '../text.ts';

/** Applications (scenarios), standards, patent filings, output value. */
export const achievementKinds = ['application', 'standard', 'patent', 'output'] as const;
export type AchievementKind = (typeof achievementKinds)[number];

/** The kinds in Chinese. */
export const kindsZh: Readonly<Record<AchievementKind, string>> = {
  application: '应用场景',
  standard: '标准',
  patent: '专利申请',
  output: '产值',
};
/** What follows from what others say: nobody yet; confirmed and disputed by nobody; disputed by somebody. */
export const achievementStates = ['claimed', 'confirmed', 'disputed'] as const;
export type AchievementState = (typeof achievementStates)[number];

/** What a claim names as its evidence. `file`: the digest of a file, stated in the evidence log when it was named. */
export type Evidence =
  | { type: 'statement'; statementId: string; label: string }
  | { type: 'url'; url: string; label: string }
  | { type: 'file'; digest: string; statementId: string; label: string };

/** What belongs to a kind. */
export type Details =
  | { kind: 'application'; link: string | null }
  | { kind: 'standard'; number: string; issuer: string; stage: 'draft' | 'published'; link: string | null }
  | {
      kind: 'patent';
      filingNumber: string;
      office: string;
      /** The disclosure's digest and its statement, which tells since when it existed. */
      disclosure: { digest: string; fileName: string; statementId: string } | null;
    }
  | {
      kind: 'output';
      /** In fen, a hundredth of a yuan; decimal digits. */
      amountFen: string;
      /** YYYY-MM-DD; the last day is the achievement's own. */
      from: string;
    };

/** An entry of the register as its present version says. */
export interface ListedAchievement {
  id: string;
  /** Slug of the organisation that claims it. */
  member: string;
  kind: AchievementKind;
  title: LocalText;
  achievedOn: string;
  /** Null for other kinds than output. */
  amountFen: string | null;
  version: number;
  state: AchievementState;
  confirmations: number;
  disputes: number;
  createdAt: string;
  withdrawn: boolean;
}

/** One version of a claim. */
export interface AchievementVersion {
  version: number;
  title: LocalText;
  /** Markdown. */
  body: LocalText;
  achievedOn: string;
  details: Details;
  evidence: Evidence[];
  /** Why the version before was corrected; empty for the first. */
  correction: string;
  /** What states the version in the evidence log. */
  statementId: string;
  createdAt: string;
}

/** What an organisation says of a version. */
export interface Judgement {
  id: string;
  version: number;
  /** Slug. */
  member: string;
  verdict: 'confirmed' | 'disputed';
  reason: string;
  statementId: string;
  createdAt: string;
  /** When its organisation said something else, or took it back; null while it stands. */
  replacedAt: string | null;
}

/** A claim with its present version and what is said of it. */
export interface Achievement extends ListedAchievement {
  present: AchievementVersion;
  /** Those that stand on the present version. */
  judgements: Judgement[];
  withdrawnReason: string | null;
}

/** A row of cooperation.achievements. */
export interface AchievementRow {
  id: string;
  member: string;
  kind: AchievementKind;
  title: LocalText;
  achieved_on: string;
  amount_fen: string;
  version: number;
  state: AchievementState;
  confirmations: number;
  disputes: number;
  created_at: Date;
  withdrawn_at: Date | null;
}

/** An entry as the lists show it. */
export const toListed = (row: AchievementRow): ListedAchievement => ({
  id: row.id,
  member: row.member,
  kind: row.kind,
  title: row.title,
  achievedOn: row.achieved_on,
  amountFen: row.kind === 'output' ? row.amount_fen : null,
  version: row.version,
  state: row.state,
  confirmations: row.confirmations,
  disputes: row.disputes,
  createdAt: row.created_at.toISOString(),
  withdrawn: row.withdrawn_at !== null,
});
