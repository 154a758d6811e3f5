import { request } from './request.ts';

interface Words {
  zh: string;
  en: string;
}

/** Who may do what, in words, as the policies have it. */
export interface RightsDescription {
  actions: { action: string; group: string; what: Words; persons: Words[]; keys: Words[] }[];
  prohibitions: (Words & { id: string })[];
}

/** Who may do what. */
export function getRights(signal?: AbortSignal): Promise<RightsDescription> {
  return request('/api/rights', { signal });
}
