import type { JsonObject } from '../../house.ts';
import type { Caller } from '../../identity/identity.ts';
import type { DspContext } from '../context.ts';
import { dspErrors } from '../errors.ts';
import { checkMessage } from '../messages/checkMessage.ts';
import { withContext } from '../messages/context.ts';
import { readJson } from '../messages/readJson.ts';
import type { Answer, Request } from './answer.ts';

/** Pages that one can go back from a page on. */
const mostBack = 20;

/** What a page of a catalog is found by: its own token, and those of the pages before, the first being null. */
interface Place {
  page: string | null;
  before: (string | null)[];
}

const isToken = (value: unknown): value is string | null => value === null || typeof value === 'string';

function readPlace(token: string | undefined): Place {
  if (token === undefined) return { page: null, before: [] };
  try {
    const [page, ...before] = JSON.parse(Buffer.from(token, 'base64url').toString('utf8')) as unknown[];
    if (isToken(page) && before.length <= mostBack && before.every(isToken)) return { page, before };
  } catch {
    throw dspErrors.pageTokenWrong();
  }
  throw dspErrors.pageTokenWrong();
}

const writePlace = ({ page, before }: Place) =>
  Buffer.from(JSON.stringify([page, ...before.slice(-mostBack)])).toString('base64url');

/** A catalog with the addresses of the pages beside it, for the `Link` header (2025-1, §Catalog HTTPS Binding, Pagination). */
export interface CatalogAnswer extends Answer {
  links: string[];
}

async function recordRequest(
  context: DspContext,
  p: { participant: string; caller: Caller; request: Request; type: string; dataset?: string },
): Promise<void> {
  const { participant, caller, request, type, dataset } = p;
  await context.audit.recordAlone({
    participant,
    kind: 'message.received',
    outcome: 'ok',
    counterparty: caller.did,
    ...(dataset ? { dataset } : {}),
    detail: { type, method: request.method, path: request.path.slice(0, 500), status: 200 },
    documents: request.body === '' ? { token: caller.token } : { body: request.body, token: caller.token },
  });
}

/** `POST /catalog/request`; a following page may be asked for with GET, without a message. @throws DSP_MESSAGE_INVALID */
export async function answerCatalogRequest(
  context: DspContext,
  p: { participant: string; caller: Caller; request: Request; token: string | undefined; base: string },
): Promise<CatalogAnswer> {
  const { participant, caller, request, token, base } = p;
  const message =
    request.body === '' && token !== undefined ? {} : checkMessage('CatalogRequestMessage', readJson(request.body));
  const place = readPlace(token);
  const filter = message.filter as JsonObject[] | undefined;
  const page = { perPage: context.catalogPage, ...(place.page === null ? {} : { pageToken: place.page }) };
  const { catalog, next } = await context.catalogue.catalogFor(participant, caller, filter, page);
  const links: string[] = [];
  const link = (to: Place, rel: string) =>
    links.push(`<${base}/catalog/request?continuationToken=${writePlace(to)}>; rel="${rel}"`);
  const previous = place.before.at(-1);
  if (previous !== undefined) link({ page: previous, before: place.before.slice(0, -1) }, 'previous');
  if (next !== null) link({ page: next, before: [...place.before, place.page] }, 'next');
  await recordRequest(context, { participant, caller, request, type: 'CatalogRequestMessage' });
  return { status: 200, body: JSON.stringify(withContext(catalog)), links };
}

/** `GET /catalog/datasets/:id`. @throws DSP_NOT_FOUND */
export async function answerDatasetRequest(
  context: DspContext,
  p: { participant: string; caller: Caller; request: Request; id: string },
): Promise<Answer> {
  const { participant, caller, request, id } = p;
  const dataset = await context.catalogue.datasetFor(participant, id, caller);
  if (!dataset) throw dspErrors.notFound();
  await recordRequest(context, { participant, caller, request, type: 'DatasetRequestMessage', dataset: id });
  return { status: 200, body: JSON.stringify(withContext(dataset)) };
}
