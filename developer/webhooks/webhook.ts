/** States of a transaction that a webhook can be told of. */
export const toldStates = [
  'queued',
  'signed',
  'broadcast',
  'packed',
  'executed',
  'confirmed',
  'failed',
  'cancelled',
] as const;

/** One of `toldStates`. */
export type ToldState = (typeof toldStates)[number];

/** An address that is told what happens to a member's transactions. */
export interface Webhook {
  id: string;
  member: string;
  url: string;
  /** Which changes it is told. */
  states: ToldState[];
  createdAt: string;
  /** While it is paused, messages wait. */
  pausedAt: string | null;
  pauseReason: string | null;
  /** Messages that wait, and messages that were given up. */
  pending: number;
  dead: number;
}

/** A row of developer.webhooks with its counts. */
export interface WebhookRow {
  id: string;
  member: string;
  url: string;
  states: ToldState[];
  secret_version: number;
  rotated_at: Date | null;
  created_at: Date;
  paused_at: Date | null;
  pause_reason: string | null;
  pending: number;
  dead: number;
}

/** A webhook as the API shows it. */
export function toWebhook(row: WebhookRow): Webhook {
  return {
    id: row.id,
    member: row.member,
    url: row.url,
    states: row.states,
    createdAt: row.created_at.toISOString(),
    pausedAt: row.paused_at?.toISOString() ?? null,
    pauseReason: row.pause_reason,
    pending: row.pending,
    dead: row.dead,
  };
}
