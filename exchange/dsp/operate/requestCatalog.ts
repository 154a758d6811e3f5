import type { PostOutgoingReturnType } from '../../../host/index.ts';
import type { JsonObject } from '../../house.ts';
import { foreignWords } from '../../sayInChinese.ts';
import type { DspContext } from '../context.ts';
import type { Counterparty, Dsp } from '../dsp.ts';
import { dspErrors } from '../errors.ts';
import { findProblems } from '../messages/checkMessage.ts';
import { withContext } from '../messages/context.ts';
import { call } from '../outbox/call.ts';
import { readAnswer } from '../outbox/settle.ts';
import { findCounterparty } from './startNegotiation.ts';

/** A page of a catalog is not larger. */
const mostBytes = 16 * 1024 * 1024;

type FindEndpoint = (address: string) => Promise<string>;

/** Address of the following page, from a `Link` header (RFC 8288). */
function readNext(headers: PostOutgoingReturnType['headers']): string | null {
  const text = [headers.link ?? []].flat().join(', ');
  for (const [, address = '', parameters = ''] of text.matchAll(/<([^>]*)>((?:\s*;\s*[^,;]+)*)/g)) {
    if (/;\s*rel="?(?:[^"]*\s)?next(?:\s[^"]*)?"?/i.test(parameters)) return address;
  }
  return null;
}

function check(
  type: 'Catalog' | 'Dataset',
  { slug }: Counterparty,
  { status, body }: PostOutgoingReturnType,
): JsonObject {
  const answer = readAnswer(body);
  // Who asks to wait (RFC 9110, 15.5.9; RFC 6585, 4) refuses nothing.
  if (status >= 400 && status < 500 && status !== 408 && status !== 429) {
    const reason = Array.isArray(answer?.reason)
      ? answer.reason.map(String).join(' ').slice(0, 1_000)
      : `status ${status}`;
    throw dspErrors.counterpartyRefused({ counterparty: slug, problem: reason }, foreignWords('problem', reason));
  }
  if (status !== 200) throw dspErrors.counterpartyFailed({ counterparty: slug, problem: `status ${status}` });
  const problems = findProblems(type, answer);
  if (problems.length > 0) throw dspErrors.counterpartyFailed({ counterparty: slug, problem: problems.join('; ') });
  return answer as JsonObject;
}

/** A page may only lead on to the same connector: its token is for nobody else. */
function placeOf(base: string, page: string | undefined): string {
  if (page === undefined) return `${base}/catalog/request`;
  const url = URL.parse(page, `${base}/catalog/request`);
  if (!url || url.origin !== new URL(base).origin) throw dspErrors.pageTokenWrong();
  return url.href;
}

/** Asks another connector for its catalog, page by page. @throws DSP_COUNTERPARTY_UNKNOWN and …_FAILED and …_REFUSED */
export async function requestCatalog(
  context: DspContext,
  findEndpoint: FindEndpoint,
  { participant, counterparty: name, filter, page, signal }: Parameters<Dsp['requestCatalog']>[0],
): Promise<{ catalog: JsonObject; next: string | null }> {
  const counterparty = await findCounterparty(context, name);
  const url = placeOf(await findEndpoint(counterparty.address), page);
  const message = withContext({ '@type': 'CatalogRequestMessage', ...(filter ? { filter } : {}) });
  const common = { participant, audience: counterparty.did, url, maxAnswerBytes: mostBytes, signal };
  const posted = await call(context, { ...common, method: 'POST', body: JSON.stringify(message) });
  // The protocol leaves open how a following page is asked for.
  const onlyGet = page !== undefined && (posted.status === 404 || posted.status === 405);
  const answer = onlyGet ? await call(context, { ...common, method: 'GET', body: '' }) : posted;
  const catalog = check('Catalog', counterparty, answer);
  await recordAsking(context, { participant, counterparty, type: 'CatalogRequestMessage', url });
  return { catalog, next: readNext(answer.headers) };
}

/** Asks another connector for a dataset; null when it is unknown there, or not for this participant. */
export async function requestDataset(
  context: DspContext,
  findEndpoint: FindEndpoint,
  { participant, counterparty: name, dataset, signal }: Parameters<Dsp['requestDataset']>[0],
): Promise<JsonObject | null> {
  const counterparty = await findCounterparty(context, name);
  const url = `${await findEndpoint(counterparty.address)}/catalog/datasets/${encodeURIComponent(dataset)}`;
  const audience = counterparty.did;
  const answer = await call(context, {
    participant,
    audience,
    method: 'GET',
    url,
    body: '',
    maxAnswerBytes: mostBytes,
    signal,
  });
  await recordAsking(context, { participant, counterparty, type: 'DatasetRequestMessage', url, dataset });
  return answer.status === 404 ? null : check('Dataset', counterparty, answer);
}

async function recordAsking(
  context: DspContext,
  p: { participant: string; counterparty: Counterparty; type: string; url: string; dataset?: string },
): Promise<void> {
  await context.audit.recordAlone({
    participant: p.participant,
    kind: 'message.sent',
    outcome: 'ok',
    counterparty: p.counterparty.did,
    ...(p.dataset ? { dataset: p.dataset } : {}),
    detail: { type: p.type, path: new URL(p.url).pathname.slice(0, 500) },
  });
}
