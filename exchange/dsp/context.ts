import type { Audit } from '../audit/audit.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { House } from '../house.ts';
import type { Identity } from '../identity/identity.ts';
import type { Registry } from '../registry/registry.ts';
import type { DspHooks } from './dsp.ts';

/** How patient the control plane is; all in milliseconds. */
export interface DspTimings {
  /** First pause before a message is sent again; doubled each time, up to `longestBackoffMs`. */
  backoffMs: number;
  longestBackoffMs: number;
  /** How long a message waits for its answer. */
  answerMs: number;
  /** For how long a message belongs to the process that sends it; longer than `answerMs`. */
  leaseMs: number;
  /** A message that nobody took for so long is given up, and its process with it. */
  giveUpMs: number;
  /** How long a provider keeps a message waiting for the answer to its own; see `receiveStep`. */
  holdMs: number;
  /** Longest pause between looks at what is due. */
  pollMs: number;
  /** Without progress for so long a process is terminated; null for never. */
  stateMs: Record<'REQUESTED' | 'OFFERED' | 'ACCEPTED' | 'AGREED' | 'VERIFIED' | 'SUSPENDED', number | null> & {
    /** REQUESTED of a transfer. */
    transferRequested: number | null;
  };
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** Timings of an ordinary installation: people have two months to decide, machines a day. */
export const defaultTimings: DspTimings = {
  backoffMs: 1_000,
  longestBackoffMs: 5 * minuteMs,
  answerMs: 15_000,
  leaseMs: 20_000,
  giveUpMs: dayMs,
  holdMs: 3_000,
  pollMs: 1_000,
  stateMs: {
    REQUESTED: 60 * dayMs,
    OFFERED: 60 * dayMs,
    ACCEPTED: dayMs,
    AGREED: dayMs,
    VERIFIED: dayMs,
    SUSPENDED: 60 * dayMs,
    transferRequested: dayMs,
  },
};

/** What all files of the part share. */
export interface DspContext {
  house: House;
  identity: Identity;
  registry: Registry;
  audit: Pick<Audit, 'record' | 'recordAlone' | 'assertAccepting'>;
  catalogue: Pick<Catalogue, 'catalogFor' | 'datasetFor' | 'offerOf'>;
  hooks: DspHooks[];
  timings: DspTimings;
  /** Datasets of a page of a catalog. */
  catalogPage: number;
  /** Agreements that exist without a negotiation, in the test profile only. */
  knownAgreement: (id: string) => { dataset: string } | null;
  /** Offers that exist outside of the catalogue, in the test profile only. */
  knownOffer: (dataset: string) => boolean;
}

/** The channel that wakes who sends messages. */
export const outboxChannel = 'exchange_dsp_outbox';
