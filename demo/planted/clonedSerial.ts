import { type DemoMember, demoMembers as m } from '../alliance.ts';
import type { Calendar } from '../calendar.ts';
import { composeDocument } from '../composeDocument.ts';
import type { DemoDocument } from '../epcis.ts';
import { objectEvent } from '../events.ts';
import { serialUri } from '../identifiers.ts';
import { kiwifruitLots } from '../kiwifruitLots.ts';
import { type Place, places } from '../places.ts';

const { gift } = kiwifruitLots;
const [first, second] = [serialUri(gift.product.gtin, 'DEMO-GIFT-1'), serialUri(gift.product.gtin, 'DEMO-GIFT-2')];

/** Planted: the serial number of a gift box that is sold in Changsha is on another box, sold in Chongqing an hour later. */
export function buildClonedSerial(calendar: Calendar): DemoDocument[] {
  const numbering = objectEvent({
    key: 'gift/number',
    time: calendar.at(-8, '15:30'),
    place: places.kiwiPackhouse,
    step: 'commissioning',
    disposition: 'active',
    action: 'ADD',
    epcs: [first, second],
    ilmd: { 'cbvmda:lotNumber': gift.lot },
    note: { zh: '两盒礼盒赋码', en: 'Two gift boxes get their serial numbers' },
  });
  const shipping = objectEvent({
    key: 'gift/ship',
    time: calendar.at(-4, '08:00'),
    place: places.kiwiPackhouse,
    step: 'shipping',
    disposition: 'in_transit',
    action: 'OBSERVE',
    epcs: [first, second],
    moving: true,
    note: { zh: '发往长沙门店', en: 'Sent to the shop in Changsha' },
  });
  const sell = (name: string, clock: string, shop: Place, epc: string) =>
    objectEvent({
      key: `gift/${name}`,
      time: calendar.at(-2, clock),
      place: shop,
      step: 'retail_selling',
      disposition: 'retail_sold',
      action: 'OBSERVE',
      epcs: [epc],
      note: { zh: '售出礼盒 1 盒', en: 'One gift box sold' },
    });
  const document = (name: string, member: DemoMember, events: Parameters<typeof composeDocument>[2]) =>
    composeDocument(`gift/${name}`, member, events);
  return [
    document('packing', m.kiwiPacker, [numbering, shipping]),
    document('changsha', m.hunanRetailer, [
      sell('sell-1', '10:05', places.hunanShop, first),
      sell('sell-2', '15:00', places.hunanShop, second),
    ]),
    document('chongqing', m.chongqingRetailer, [sell('sell-clone', '11:20', places.chongqingShop, first)]),
  ];
}
