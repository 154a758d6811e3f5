/** How many processing steps a chain has, and how many events in all. */
export const stepsPerChain = 12;
export const eventsPerChain = 200;

type Event = Record<string, unknown>;

const origin = 'https://id.gs1.org';
const place = (number: number) => ({ id: `${origin}/414/6901234000108/254/P${number}` });
const at = (minutes: number) => ({
  eventTime: new Date(Date.UTC(2026, 0, 1) + minutes * 60_000).toISOString(),
  eventTimeZoneOffset: '+08:00',
});

/** The lot behind step `step` of a chain, 0 being the harvest; `name` tells chains apart and is letters and digits. */
export const lotOf = (name: string, step: number) => `${origin}/01/06901234000030/10/${name}L${step}`;
/** A serialised item of a chain. */
export const itemOf = (name: string, number: number) => `${origin}/01/06901234000030/21/${name}S${number}`;

/**
 * One supply chain: twelve processing steps, each with what happens to its lot before the next: packing into crates of
 * serialised packs, storage and transport with sensors, despatch and receipt with papers.
 */
export function makeChain(name: string, start = 0): Event[] {
  const events: Event[] = [];
  const add = (event: Event) => events.push({ ...at(start + events.length * 11), ...event });
  let items = 0;
  for (let step = 0; step < stepsPerChain; step += 1) {
    const lot = lotOf(name, step + 1);
    add({
      type: 'TransformationEvent',
      bizStep: 'commissioning',
      disposition: 'active',
      inputQuantityList: [{ epcClass: lotOf(name, step), quantity: 500 - step, uom: 'KGM' }],
      outputQuantityList: [{ epcClass: lot, quantity: 499 - step, uom: 'KGM' }],
      readPoint: place(step),
      bizLocation: place(step),
      ilmd: { 'cbvmda:lotNumber': `${name}L${step + 1}`, 'xy:variety': 'Hongyang' },
    });
    const rounds = step < eventsPerChain % stepsPerChain ? 16 : 15;
    for (let round = 0; round < rounds; round += 1) add(makeFollowing(name, step, round, () => itemOf(name, items++)));
  }
  return events;
}

function makeFollowing(name: string, step: number, round: number, item: () => string): Event {
  const lot = lotOf(name, step + 1);
  const common = { readPoint: place(step), bizLocation: place(step) };
  const quantityList = [{ epcClass: lot, quantity: 40, uom: 'KGM' }];
  if (round % 5 === 0) {
    const parentID = `${origin}/8003/06901234000054${name}${step}R${round}`;
    const childEPCs = [item(), item(), item(), item()];
    return {
      type: 'AggregationEvent',
      action: 'OBSERVE',
      bizStep: 'packing',
      parentID,
      childEPCs,
      childQuantityList: quantityList,
      ...common,
    };
  }
  if (round % 5 === 1) {
    const bizTransactionList = [{ type: 'po', bizTransaction: `urn:epcglobal:cbv:bt:6901234000016:${name}O${step}` }];
    const destinationList = [{ type: 'owning_party', destination: `urn:epc:id:pgln:6901234.0000${step % 10}` }];
    return {
      type: 'ObjectEvent',
      action: 'OBSERVE',
      bizStep: 'shipping',
      disposition: 'in_transit',
      quantityList,
      bizTransactionList,
      destinationList,
      ...common,
    };
  }
  if (round % 5 === 2) {
    const sensorReport = [{ type: 'Temperature', value: 2 + (step % 4), minValue: 1, maxValue: 6, uom: 'CEL' }];
    const sensorMetadata = { deviceID: `${origin}/8004/6901234T${step}` };
    const sensorElementList = [{ sensorMetadata, sensorReport }];
    return {
      type: 'ObjectEvent',
      action: 'OBSERVE',
      bizStep: 'transporting',
      disposition: 'in_transit',
      quantityList,
      sensorElementList,
      ...common,
    };
  }
  const bizStep = round % 5 === 3 ? 'receiving' : 'inspecting';
  const epcList = [item(), item()];
  return {
    type: 'ObjectEvent',
    action: 'OBSERVE',
    bizStep,
    disposition: 'in_progress',
    epcList,
    quantityList,
    ...common,
  };
}

/** An EPCISDocument of these events. */
export function makeDocument(events: readonly Event[]): Event {
  return {
    '@context': [
      'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
      { xy: 'https://ns.xiangyu.example/epcis/' },
    ],
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: '2026-01-01T00:00:00.000Z',
    epcisBody: { eventList: events },
  };
}
