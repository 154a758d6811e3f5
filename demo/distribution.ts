import type { Calendar } from './calendar.ts';
import { composeDocument } from './composeDocument.ts';
import { type Consignment, change, numberConsignment } from './consignment.ts';
import type { Bilingual, DemoDocument, EpcisEvent } from './epcis.ts';
import { aggregationEvent, associationEvent, objectEvent, transactionEvent } from './events.ts';
import { documentUri } from './identifiers.ts';
import type { Place } from './places.ts';

function both(zh: string, en: string): Bilingual {
  return { zh, en };
}

/** Builds the documents of packer, carrier, distributor and retailer for one consignment. */
export function buildDistribution(calendar: Calendar, c: Consignment): DemoDocument[] {
  const { days } = c;
  const n = numberConsignment(c);
  const at = (name: string, day: number, clock: string, place: Place) => ({
    key: `${c.key}/${name}`,
    time: calendar.at(day, clock),
    place,
  });
  const departure = calendar.at(days.shipped, '17:00');
  const arrival = calendar.at(days.arrived, '06:30');
  const outbound = change(c.packer, c.packhouse, c.distributor, c.centre);
  const inbound = change(c.distributor, c.centre, c.retailer, c.shop);

  const packing: EpcisEvent[] = [
    ...n.caseIds.map((parent, index) =>
      aggregationEvent({
        ...at(`case-${index + 1}`, days.packed, `14:0${index}`, c.packhouse),
        step: 'packing',
        disposition: 'in_progress',
        action: 'ADD',
        parent,
        lots: n.inCase,
        note: both(`装入第 ${index + 1} 箱，每箱 ${c.packsPerCase} 件`, `Case ${index + 1}: ${c.packsPerCase} packs`),
      }),
    ),
    aggregationEvent({
      ...at('pallet', days.packed, '15:00', c.packhouse),
      step: 'packing',
      disposition: 'in_progress',
      action: 'ADD',
      parent: n.pallet,
      epcs: n.caseIds,
      note: both(`${c.cases} 箱码成一托`, `${c.cases} cases on one pallet`),
    }),
    transactionEvent({
      ...at('ship', days.shipped, '16:30', c.packhouse),
      ...outbound,
      step: 'shipping',
      disposition: 'in_transit',
      action: 'ADD',
      epcs: [n.pallet],
      transactions: n.toCentre,
      moving: true,
      note: both('按采购订单发货', 'Shipped against the purchase order'),
    }),
  ];

  const carriage: EpcisEvent[] = [
    associationEvent({
      ...at('logger-on', days.shipped, '16:40', c.packhouse),
      step: 'installing',
      action: 'ADD',
      parent: n.pallet,
      epcs: [c.logger],
      note: both('在托盘上装温度记录仪', 'Temperature logger fixed to the pallet'),
    }),
    objectEvent({
      ...at('depart', days.shipped, '17:00', c.packhouse),
      step: 'departing',
      disposition: 'in_transit',
      action: 'OBSERVE',
      epcs: [n.pallet],
      moving: true,
      note: both('车辆出发', 'The lorry leaves'),
    }),
    objectEvent({
      ...at('transport', days.arrived, '06:30', c.centre),
      step: 'transporting',
      disposition: 'in_transit',
      action: 'OBSERVE',
      epcs: [n.pallet],
      moving: true,
      sensors: c.measure(departure, arrival),
      note: c.note,
    }),
    associationEvent({
      ...at('logger-off', days.arrived, '06:50', c.centre),
      step: 'removing',
      action: 'DELETE',
      parent: n.pallet,
      epcs: [c.logger],
      note: both('取下温度记录仪', 'Temperature logger taken off'),
    }),
  ];

  const distribution: EpcisEvent[] = [
    transactionEvent({
      ...at('receive', days.arrived, '07:20', c.centre),
      ...outbound,
      step: 'receiving',
      disposition: 'in_progress',
      action: 'ADD',
      epcs: [n.pallet],
      transactions: [
        ...n.toCentre,
        { type: 'recadv', bizTransaction: documentUri(c.distributor.prefix, 5, `RA-${c.key}-1`) },
      ],
      note: both('核对发货通知后收货', 'Received, matches the despatch advice'),
    }),
    aggregationEvent({
      ...at('unpallet', days.arrived, '09:00', c.centre),
      step: 'unpacking',
      disposition: 'in_progress',
      action: 'DELETE',
      parent: n.pallet,
      epcs: n.caseIds,
      note: both('拆托分拨', 'Pallet broken down for the shops'),
    }),
    transactionEvent({
      ...at('deliver', days.delivered, '05:30', c.centre),
      ...inbound,
      step: 'shipping',
      disposition: 'in_transit',
      action: 'ADD',
      epcs: n.caseIds,
      transactions: n.toShop,
      moving: true,
      note: both('配送到门店', 'Sent to the shop'),
    }),
  ];

  const retail: EpcisEvent[] = [
    objectEvent({
      ...at('accept', days.delivered, '08:10', c.shop),
      ...inbound,
      step: 'receiving',
      disposition: 'sellable_not_accessible',
      action: 'OBSERVE',
      epcs: n.caseIds,
      transactions: n.toShop,
      note: both('门店收货', 'Received at the shop'),
    }),
    ...n.caseIds.map((parent, index) =>
      aggregationEvent({
        ...at(`uncase-${index + 1}`, days.delivered, `09:0${index}`, c.shop),
        step: 'unpacking',
        disposition: 'sellable_not_accessible',
        action: 'DELETE',
        parent,
        lots: n.inCase,
        note: both(`第 ${index + 1} 箱开箱`, `Case ${index + 1} opened`),
      }),
    ),
    objectEvent({
      ...at('stock', days.delivered, '10:00', c.shop),
      step: 'stocking',
      disposition: 'sellable_accessible',
      action: 'OBSERVE',
      lots: n.whole,
      note: both('上架', 'On the shelf'),
    }),
    objectEvent({
      ...at('sell', days.sold, '18:20', c.shop),
      step: 'retail_selling',
      disposition: 'retail_sold',
      action: 'OBSERVE',
      lots: [{ epcClass: c.lot.id, quantity: 2 }],
      note: both('售出 2 件', 'Two packs sold'),
    }),
  ];

  return [
    composeDocument(`${c.key}/packing`, c.packer, packing),
    composeDocument(`${c.key}/carriage`, c.carrier, carriage),
    composeDocument(`${c.key}/distribution`, c.distributor, distribution),
    composeDocument(`${c.key}/retail`, c.retailer, retail),
  ];
}
