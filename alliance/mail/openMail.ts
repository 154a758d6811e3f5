import { randomUUID } from 'node:crypto';
import { XiangyuError } from '../../errors.ts';
import type { Logger } from '../../host/index.ts';
import { enqueueJob, type Job, type Store, type Tx, workJobs } from '../../store/index.ts';
import type { Seal } from '../seal.ts';
import { openTransport, type SmtpOptions, type Transport } from './openTransport.ts';
import { type FillTemplateParameters, fillTemplate, type Message } from './templates.ts';

export interface QueueParameters extends FillTemplateParameters {
  /** One address. */
  to: string;
}

/** The way out for mail. */
export interface Mail {
  /** False when no mail server is set: what is queued is dropped then, so ask before a link depends on it. */
  readonly isOn: boolean;
  /** Puts a message into the outbox in the caller's transaction: it is sent if and only if that commits. */
  queue(tx: Tx, message: QueueParameters): Promise<void>;
  /** Sends what is in the outbox until the signal aborts. */
  run(signal: AbortSignal): Promise<void>;
}

export interface OpenMailParameters {
  store: Store;
  logger: Logger;
  /** Keeps the links of waiting messages from whoever reads the database. */
  seal: Seal;
  smtp: SmtpOptions | null;
  /** Pause before the attempt after `attempt`. */
  retryDelayMs?: (attempt: number) => number;
}

const queueName = 'alliance.mail';
/** With pauses that double from 5 s to an hour: for about half a day. */
const mostAttempts = 20;
const defaultRetryDelayMs = (attempt: number) => Math.min(5_000 * 2 ** (attempt - 1), 3_600_000);

interface Sealed extends Message {
  to: string;
}

async function sendOne({ store, seal }: OpenMailParameters, transport: Transport, job: Job): Promise<void> {
  const { sql } = store;
  const { id } = job.payload as { id: string };
  const [row] = await sql<{ sealed: Uint8Array | null }[]>`
    update alliance.mail set attempts = ${job.attempt} where id = ${id} and state = 'waiting' returning sealed`;
  if (!row?.sealed) return;
  const { to, ...message } = JSON.parse(seal.open(row.sealed)) as Sealed;
  try {
    // The same id with every attempt lets a mail server that took it before recognise it.
    await transport.send(to, `<${id}@xiangyu>`, message);
  } catch (error) {
    const final = job.attempt >= mostAttempts || (error instanceof XiangyuError && !error.retryable);
    const problem = error instanceof XiangyuError ? error.reason : 'an unexpected error';
    await sql`
      update alliance.mail set problem = ${problem}, state = ${final ? 'failed' : 'waiting'},
        sealed = case when ${final} then null else sealed end
      where id = ${id}`;
    throw error;
  }
  await sql`
    update alliance.mail set state = 'sent', sealed = null, problem = null, sent_at = now() where id = ${id}`;
}

/**
 * Opens the outbox. Messages survive a restart and are tried again when the mail server is away; one may arrive twice
 * when the platform dies while it is sent.
 *
 * @throws MAIL_OPTION_INVALID
 */
export function openMail(parameters: OpenMailParameters): Mail {
  const { store, logger, seal, smtp, retryDelayMs = defaultRetryDelayMs } = parameters;
  const transport = smtp ? openTransport(smtp) : null;
  return {
    isOn: transport !== null,
    async queue(tx, { to, ...template }) {
      if (!transport) return;
      const id = randomUUID();
      const sealed: Sealed = { to, ...fillTemplate(template) };
      await tx`
        insert into alliance.mail (id, template, sealed) values (${id}, ${template.template}, ${seal.seal(JSON.stringify(sealed))})`;
      await enqueueJob(tx, { queue: queueName, payload: { id }, maxAttempts: mostAttempts });
    },
    async run(signal) {
      if (!transport) return;
      await workJobs({
        store,
        queue: queueName,
        concurrency: 2,
        signal,
        logger,
        retryDelayMs,
        handler: (job) => sendOne(parameters, transport, job),
      });
    },
  };
}
