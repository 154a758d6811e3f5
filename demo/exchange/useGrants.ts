import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { XiangyuError } from '../../errors.ts';
import type { DemoApplication } from './askForData.ts';
import type { ExchangeDemoParts } from './parts.ts';
import { firstCases } from './tables.ts';

const caseCount = 6;
const pollMs = 250;

/** A UUID that follows from a text, so that the same question is asked once however often the load begins. */
function idOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

async function startAnswers(
  { exchange, signal }: ExchangeDemoParts,
  participant: string,
  agreementId: string,
): Promise<string | null> {
  const { dsp } = exchange;
  const key = `demo answers ${agreementId}`;
  const { id } = await dsp.startTransfer({ participant, agreementId, format: 'xy:answer', key });
  for (;;) {
    const state = (await dsp.readTransfer(participant, id))?.state;
    if (state === 'STARTED') return id;
    if (state === 'TERMINATED' || state === 'COMPLETED') return null;
    await sleep(pollMs, undefined, { signal });
  }
}

/** Asks about the applicants of the first cases, under the case numbers that they have. */
async function askQuestions(
  parts: ExchangeDemoParts,
  { ask, consumer }: DemoApplication,
  agreement: string,
): Promise<number> {
  const { answers } = parts.exchange;
  const kept = await parts.exchange.house.store.sql`
    SELECT id FROM exchange.answers_received WHERE participant = ${consumer} AND agreement = ${agreement} AND state = 'answered'`;
  const cases = firstCases(caseCount);
  const question = ask.items[0]?.slice('question:'.length) ?? '';
  const missing = cases.filter(
    ({ number }) => !kept.some(({ id }) => id === idOf(`${agreement} ${question} ${number}`)),
  );
  if (missing.length === 0) return 0;
  const transfer = await startAnswers(parts, consumer, agreement);
  if (transfer === null) return 0;
  for (const { number, person, organisation, region } of missing) {
    parts.signal.throwIfAborted();
    const parameters: Record<string, Record<string, string>> = {
      'on-allowance': { person },
      'registered-here': { person, region },
      'valid-licence': { organisation },
    };
    await answers.ask({
      participant: consumer,
      transfer,
      question,
      parameters: parameters[question] ?? {},
      purpose: ask.matter.code,
      caseNumber: number,
      id: idOf(`${agreement} ${question} ${number}`),
    });
  }
  return missing.length;
}

/** Gets the table once, into a file of the department. */
async function pullTable(
  { exchange }: ExchangeDemoParts,
  { ask, consumer }: DemoApplication,
  agreement: string,
): Promise<number> {
  const known = await exchange.house.store.sql`
    SELECT 1 FROM exchange.intakes WHERE participant = ${consumer} AND agreement = ${agreement}`;
  if (known.length > 0) return 0;
  await exchange.delivery.receive({
    participant: consumer,
    agreement,
    format: 'xy:pull-csv',
    purpose: ask.matter.code,
    caseNumber: 'STNC-BATCH-01',
    destination: { kind: 'file', name: `${ask.dataset}.csv` },
  });
  return 1;
}

/** Uses what was granted: answers to the cases at hand, and tables. What ended meanwhile is left alone. Gives how many uses. */
export async function useGrants(parts: ExchangeDemoParts, all: readonly DemoApplication[]): Promise<number> {
  let uses = 0;
  for (const application of all) {
    const { ask, agreement } = application;
    if (ask.outcome !== 'granted' || agreement === null) continue;
    try {
      uses += await (ask.ways.includes('answer') ? askQuestions : pullTable)(parts, application, agreement);
    } catch (error) {
      if (!(error instanceof XiangyuError) || error.status >= 500) throw error;
      parts.logger.warn({ code: error.code, dataset: ask.dataset }, 'a grant of the demonstration could not be used');
    }
  }
  return uses;
}
