import type { ActionId } from './actions.ts';
import { isInstance, lotKey, makeUuidUrn } from './identifiers.ts';
import { localDay, localTime, zoneOffset } from './time.ts';
import { toHectares, toQuantity } from './units.ts';
import type { FormValues, MethodId, Position } from './values.ts';

/** An EPCIS 2.0 event in JSON. */
export type EventJson = Record<string, unknown> & { type: string; eventID: string };

export interface BuildEventParameters {
  action: ActionId;
  values: FormValues;
  /** Made once for an entry, so that sending it again stores nothing twice. */
  eventID: string;
  /** The phone's clock. */
  now: Date;
  /** Key of the own organisation as a party; empty when it is not known. */
  ownParty: string;
}

/** Steps of growing and making, which the Core Business Vocabulary lacks. */
const ownStep = (word: string) => `https://ns.xiangyu.example/bizStep/${word}`;

/** The standard has no word for making something out of something else but that a new lot begins. */
const methodStep = (method: MethodId) => (method === 'other' ? 'commissioning' : ownStep(method));

/** A place on earth as a location identifier (CBV 2.0 section 8.3, RFC 5870), to about a metre. */
export function geoUri({ latitude, longitude, accuracy }: Position): string {
  return `geo:${Number(latitude.toFixed(5))},${Number(longitude.toFixed(5))};u=${Math.max(1, Math.round(accuracy))}`;
}

/** A typed time has no seconds; those of the clock keep two equal sales of one minute apart. */
function timeOf({ time }: FormValues, now: Date): Date {
  if (time === '') return now;
  const typed = new Date(time);
  typed.setSeconds(now.getSeconds(), now.getMilliseconds());
  return typed > now ? now : typed;
}

/** What is left out when it is empty. */
const given = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''));

function splitThings(values: FormValues) {
  const epcs = values.things.filter(({ id }) => isInstance(id)).map(({ id }) => id);
  const quantities = values.things
    .filter(({ id }) => !isInstance(id))
    .map(({ id, quantity, unit }) => ({ epcClass: id, ...toQuantity(quantity, unit) }));
  return { epcs: epcs.length > 0 ? epcs : undefined, quantities: quantities.length > 0 ? quantities : undefined };
}

/** Owner, holder and place before and after goods change hands. */
function partiesOf({ action, values, ownParty }: BuildEventParameters) {
  const side = (word: 'source' | 'destination', party: string, place: string) => {
    const list = [
      ...(party === ''
        ? []
        : [
            { type: 'owning_party', [word]: party },
            { type: 'possessing_party', [word]: party },
          ]),
      ...(place === '' ? [] : [{ type: 'location', [word]: place }]),
    ];
    return list.length > 0 ? list : undefined;
  };
  const sends = action === 'ship';
  return {
    sourceList: side('source', sends ? ownParty : values.partner, sends ? values.place : ''),
    destinationList: side('destination', sends ? values.partner : ownParty, sends ? '' : values.place),
  };
}

/** A despatch advice by its number (CBV 2.0 section 8.5): the sender's number with the sender's GLN, else a URI as typed. */
function papersOf({ action, values, ownParty }: BuildEventParameters) {
  const number = values.paper.trim();
  if (number === '') return undefined;
  const gln = /\/417\/(\d{13})/.exec(action === 'ship' ? ownParty : values.partner)?.[1];
  const written = encodeURIComponent(number);
  const bizTransaction = gln
    ? `urn:epcglobal:cbv:bt:${gln}:${written}`
    : `https://ns.xiangyu.example/despatchAdvice/${written}`;
  return [{ type: 'desadv', bizTransaction }];
}

function describeOutput(parameters: BuildEventParameters, day: string) {
  const { action, values } = parameters;
  const hectares = toHectares(values.area, values.areaUnit);
  const harvest = action === 'harvest' ? day : undefined;
  return given({
    'cbvmda:lotNumber': values.lot.trim(),
    'cbvmda:harvestStartDate': harvest,
    'cbvmda:harvestEndDate': harvest,
    'cbvmda:bestBeforeDate': action === 'process' ? values.bestBefore : undefined,
    'cbvmda:countryOfOrigin': action === 'process' ? undefined : 'CN',
    'cbvmda:growingMethodCode': values.certificate === '' ? undefined : 'ORGANIC',
    'xy:cultivar': action === 'sow' ? values.cultivar.trim() : undefined,
    'xy:areaHectares': action === 'sow' && hectares !== null ? String(hectares) : undefined,
  });
}

/** What happened to which things: the part in which the actions differ. */
function happeningOf(parameters: BuildEventParameters, day: string): Record<string, unknown> {
  const { action, values } = parameters;
  const { epcs, quantities } = splitThings(values);
  const made = () => [
    { epcClass: lotKey(values.product, values.lot.trim()), ...toQuantity(values.quantity, values.unit) },
  ];
  const ilmd = () => describeOutput(parameters, day);
  switch (action) {
    case 'sow':
      return {
        type: 'ObjectEvent',
        action: 'ADD',
        bizStep: ownStep('planting'),
        disposition: 'active',
        quantityList: made(),
        ilmd: ilmd(),
      };
    case 'fertilise': {
      const used = toQuantity(values.quantity, values.unit);
      return {
        type: 'ObjectEvent',
        action: 'OBSERVE',
        bizStep: ownStep('cultivating'),
        quantityList: [{ epcClass: values.crop }],
        'xy:material': values.material.trim(),
        'xy:materialQuantity': used?.quantity,
        'xy:materialUom': used?.uom,
      };
    }
    case 'harvest': {
      const step = { bizStep: ownStep('harvesting'), disposition: 'in_progress', ilmd: ilmd() };
      // Of a crop that was recorded the harvest descends; else it begins here.
      return values.crop === ''
        ? { type: 'ObjectEvent', action: 'ADD', ...step, quantityList: made() }
        : {
            type: 'TransformationEvent',
            ...step,
            inputQuantityList: [{ epcClass: values.crop }],
            outputQuantityList: made(),
          };
    }
    case 'process':
      return {
        type: 'TransformationEvent',
        bizStep: methodStep(values.method),
        disposition: 'in_progress',
        inputEPCList: epcs,
        inputQuantityList: quantities,
        outputQuantityList: made(),
        ilmd: ilmd(),
      };
    case 'pack':
      return {
        type: 'AggregationEvent',
        action: 'ADD',
        bizStep: 'packing',
        disposition: 'in_progress',
        parentID: values.container,
        childEPCs: epcs,
        childQuantityList: quantities,
      };
    case 'sell':
      return {
        type: 'ObjectEvent',
        action: 'OBSERVE',
        bizStep: 'retail_selling',
        disposition: 'retail_sold',
        epcList: epcs,
        quantityList: quantities,
      };
    default:
      return {
        type: 'ObjectEvent',
        action: 'OBSERVE',
        bizStep: action === 'ship' ? 'shipping' : 'receiving',
        disposition: action === 'ship' ? 'in_transit' : 'in_progress',
        epcList: epcs,
        quantityList: quantities,
        bizTransactionList: papersOf(parameters),
        ...partiesOf(parameters),
      };
  }
}

/** Makes the EPCIS event of a form that `checkValues` found complete. */
export function buildEvent(parameters: BuildEventParameters): EventJson {
  const { action, eventID, now } = parameters;
  // A box without a label gets a name of its own, once and for all.
  const container = parameters.values.container === 'new' ? makeUuidUrn() : parameters.values.container;
  const values = { ...parameters.values, container };
  const time = timeOf(values, now);
  const readPoint = values.position ? geoUri(values.position) : values.place;
  const note = values.note.trim();
  return given({
    eventID,
    eventTime: localTime(time),
    eventTimeZoneOffset: zoneOffset(time),
    ...happeningOf({ ...parameters, values }, localDay(time)),
    readPoint: readPoint === '' ? undefined : { id: readPoint },
    // Goods on the way are nowhere.
    bizLocation: values.place === '' || action === 'ship' ? undefined : { id: values.place },
    certificationInfo: values.certificate,
    'xy:noteZh': /\p{Script=Han}/u.test(note) ? note : undefined,
    'xy:noteEn': note !== '' && !/\p{Script=Han}/u.test(note) ? note : undefined,
    'xy:photo': values.photos.length > 0 ? values.photos : undefined,
  }) as EventJson;
}
