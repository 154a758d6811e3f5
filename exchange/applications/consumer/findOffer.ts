import type { JsonObject, Words } from '../../house.ts';
import { parsePolicy } from '../../policy/policy.ts';
import type { AskingContext } from '../context.ts';
import { applicationErrors } from '../errors.ts';

/** An offer of another department, as its catalogue shows it to us. */
export interface FoundOffer {
  id: string;
  policy: JsonObject;
  title: Words | null;
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A title as JSON-LD writes it: a text, or one per language. */
function readTitle(value: unknown): Words | null {
  if (typeof value === 'string') return { zh: value, en: value };
  const texts = [value].flat().filter(isObject);
  const inLanguage = (prefix: string) =>
    texts.find((one) => String(one['@language'] ?? '').startsWith(prefix))?.['@value'];
  const zh = inLanguage('zh') ?? inLanguage('en');
  const en = inLanguage('en') ?? zh;
  return typeof zh === 'string' && typeof en === 'string' ? { zh, en } : null;
}

/** Asks the provider for the dataset and takes the offer from it. @throws APPLICATION_OFFER_UNKNOWN, what `dsp.requestDataset` throws */
export async function findOffer(
  { dsp }: Pick<AskingContext, 'dsp'>,
  p: { participant: string; provider: string; dataset: string; offer: string | undefined },
): Promise<FoundOffer> {
  const { participant, provider, dataset, offer } = p;
  const found = await dsp.requestDataset({ participant, counterparty: provider, dataset });
  const offers = [found?.hasPolicy ?? []].flat().filter(isObject);
  const policy = offers.find((one) => offer === undefined || one['@id'] === offer);
  if (!found || !policy) throw applicationErrors.offerUnknown({ dataset });
  return {
    id: parsePolicy(policy)['@id'],
    policy,
    title: readTitle(found['dct:title'] ?? found.title ?? found['http://purl.org/dc/terms/title']),
  };
}
