import type { LocalText } from '../../i18n/language.ts';
import { writeSetting } from '../store/openFieldStore.ts';
import { ask } from './ask.ts';

/** A place, product or party as the platform describes it. */
export interface NamedThing {
  id: string;
  name: LocalText | null;
  geo: string | null;
  /** Described by the own organisation. */
  own: boolean;
}

/** Names and lots of the own organisation, kept on the phone. */
export interface FieldKit {
  member: { slug: string; name: LocalText };
  time: string;
  places: NamedThing[];
  products: NamedThing[];
  parties: NamedThing[];
  lots: {
    id: string;
    name: LocalText | null;
    bizStep: string | null;
    eventTime: string;
    quantity: number | null;
    uom: string | null;
  }[];
  certificates: { id: string; name: LocalText | null }[];
}

/** Fetches the lists anew and keeps them. */
export async function getKit(key: string): Promise<FieldKit> {
  const kit = await ask<FieldKit>('/api/trace/field', { key });
  await writeSetting('kit', { ...kit, fetchedAt: Date.now() });
  return kit;
}
