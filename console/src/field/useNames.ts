import type { LocalText } from '../i18n/language.ts';
import { lotOf } from './events/identifiers.ts';
import { shortenKey } from './texts/shortenKey.ts';
import { useTexts } from './texts/texts.ts';
import { useField } from './useField.ts';

/** Something to choose from. */
export interface Choice {
  id: string;
  name: string;
  /** The number, and what else tells two of the same name apart. */
  detail: string;
  own: boolean;
}

/** The names of places, products, partners and lots, those given on this phone among them. */
export function useNames() {
  const { kit, names, entries } = useField();
  const { nameOf, t } = useTexts();
  const known = new Map<string, LocalText | null>();
  for (const { id, name } of [...(kit?.places ?? []), ...(kit?.products ?? []), ...(kit?.parties ?? [])])
    known.set(id, name);
  for (const { id, name } of kit?.lots ?? []) known.set(id, name);
  for (const { id, name } of kit?.certificates ?? []) known.set(id, name);
  for (const { id, name } of names) if (!known.get(id)) known.set(id, { zh: name, en: name });

  const tradeItem = (id: string) => /^.*\/01\/\d{14}/.exec(id)?.[0] ?? id;
  /** A name and, for a lot, its number. */
  const nameThing = (id: string): string => {
    const lot = lotOf(id)?.lot;
    const name = nameOf(known.get(id) ?? known.get(tradeItem(id)), lot === undefined ? id : tradeItem(id));
    return lot === undefined ? name : `${name} · ${lot}`;
  };
  const choicesOf = (kind: 'product' | 'place' | 'party'): Choice[] => {
    const listed = { product: kit?.products, place: kit?.places, party: kit?.parties }[kind] ?? [];
    const added = names.filter((name) => name.kind === kind && !listed.some(({ id }) => id === name.id));
    return [
      ...added.map(({ id, name }) => ({ id, name, detail: shortenKey(id), own: true })),
      ...listed.map(({ id, own }) => ({ id, name: nameThing(id), detail: shortenKey(id), own })),
    ];
  };
  /** Lots of this phone's records first, then the organisation's latest. */
  const lotChoices = (): Choice[] => {
    const made = entries.flatMap(({ event }) =>
      [event.quantityList, event.outputQuantityList].flatMap((list) =>
        Array.isArray(list) ? list.map(({ epcClass }: { epcClass: string }) => epcClass) : [],
      ),
    );
    const packed = entries.flatMap(({ event }) => (typeof event.parentID === 'string' ? [event.parentID] : []));
    const ids = [...new Set([...made, ...packed, ...(kit?.lots ?? []).map(({ id }) => id)])];
    return ids.map((id) => ({ id, name: nameThing(id), detail: shortenKey(id), own: false }));
  };
  return { nameThing, choicesOf, lotChoices, ownMark: t.pick.own };
}
