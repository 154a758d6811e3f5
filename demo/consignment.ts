import type { DemoMember } from './alliance.ts';
import type { Bilingual, BizTransaction, Quantity, SensorElement } from './epcis.ts';
import type { Occurrence } from './events.ts';
import { documentUri, gtin, serialUri, ssccUri } from './identifiers.ts';
import type { Place } from './places.ts';
import type { Lot } from './products.ts';

/** A load of one retail lot from the packer to a shop. Days count from today, so that yesterday is -1. */
export interface Consignment {
  key: string;
  lot: Lot;
  cases: number;
  packsPerCase: number;
  /** Item reference of the case in the packer's numbering. */
  caseItem: number;
  packer: DemoMember;
  packhouse: Place;
  carrier: DemoMember;
  distributor: DemoMember;
  centre: Place;
  retailer: DemoMember;
  shop: Place;
  days: { packed: number; shipped: number; arrived: number; delivered: number; sold: number };
  /** Asset that measures on the way. */
  logger: string;
  /** Makes the readings between departure and arrival. */
  measure: (start: string, end: string) => SensorElement[];
  note: Bilingual;
}

/** Owner and place before and after a leg of the way. */
export function change(
  from: DemoMember,
  fromPlace: Place,
  to: DemoMember,
  toPlace: Place,
): Pick<Occurrence, 'from' | 'to'> {
  return {
    from: [
      { type: 'owning_party', id: from.party },
      { type: 'location', id: fromPlace.id },
    ],
    to: [
      { type: 'owning_party', id: to.party },
      { type: 'location', id: toPlace.id },
    ],
  };
}

/** Identifiers and papers of a consignment. */
export function numberConsignment(c: Consignment) {
  const caseGtin = gtin(c.packer.prefix, c.caseItem, 1);
  const serial = Number.parseInt(c.key.replace(/\D/g, ''), 10);
  const order = (member: DemoMember, leg: string): BizTransaction => ({
    type: 'po',
    bizTransaction: documentUri(member.prefix, 3, `PO-${c.key}-${leg}`),
  });
  const advice = (member: DemoMember, leg: string): BizTransaction => ({
    type: 'desadv',
    bizTransaction: documentUri(member.prefix, 4, `DA-${c.key}-${leg}`),
  });
  return {
    caseIds: Array.from({ length: c.cases }, (_, index) => serialUri(caseGtin, `${c.key}-${index + 1}`)),
    pallet: ssccUri(c.packer.prefix, 3, serial),
    inCase: [{ epcClass: c.lot.id, quantity: c.packsPerCase }] satisfies Quantity[],
    whole: [{ epcClass: c.lot.id, quantity: c.packsPerCase * c.cases }] satisfies Quantity[],
    toCentre: [order(c.distributor, '1'), advice(c.packer, '1')],
    toShop: [order(c.retailer, '2'), advice(c.distributor, '2')],
  };
}
