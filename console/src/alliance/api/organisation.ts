import { listMembers } from '../../api/listMembers.ts';
import type { LocalText } from '../../i18n/language.ts';

/** The name that the platform knows an organisation by; null when it is not among the first ones. */
export async function getOrganisationName(slug: string): Promise<LocalText | null> {
  const { items } = await listMembers(null);
  return items.find((member) => member.slug === slug)?.name ?? null;
}
