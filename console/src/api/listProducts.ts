import type { LocalText } from '../i18n/language.ts';
import { readPage } from './page.ts';
import { ApiProblem } from './problem.ts';
import { requestWithHeaders } from './request.ts';

export interface ProductLot {
  gtin: string;
  lot: string;
  name: LocalText | null;
  origin: LocalText | null;
  demo: boolean;
}

/** The lots that the platform knows; null when this platform does not list them. */
export async function listProducts(signal?: AbortSignal): Promise<ProductLot[] | null> {
  try {
    const { body, headers } = await requestWithHeaders('/api/products?perPage=50', { signal });
    return readPage<ProductLot>(body, headers).items;
  } catch (error) {
    if (error instanceof ApiProblem && error.problem.status === 404) return null;
    throw error;
  }
}
