import { isJsonObject, type JsonObject, type JsonValue } from './json.ts';

type MapUri = (uri: string) => string;
type MapValue = (value: JsonValue, map: MapUri) => JsonValue;

const one: MapValue = (value, map) => (typeof value === 'string' ? map(value) : value);
const each =
  (item: MapValue): MapValue =>
  (value, map) =>
    Array.isArray(value) ? value.map((entry) => item(entry, map)) : item(value, map);

/** An object whose fields named in `table` are mapped; a copy when it has one of them. */
const fields = (table: Readonly<Record<string, MapValue>>): MapValue => {
  const names = Object.keys(table);
  return (value, map) => {
    if (!isJsonObject(value)) return value;
    let copy: JsonObject | null = null;
    for (const name of names) {
      const field = value[name];
      const mapField = table[name];
      if (field === undefined || mapField === undefined) continue;
      copy ??= { ...value };
      copy[name] = mapField(field, map);
    }
    return copy ?? value;
  };
};

const list = each(one);
const quantities = each(fields({ epcClass: one }));
const place = fields({ id: one });
const device = fields({ deviceID: one });
const masterData = each(fields({ vocabularyElementList: each(fields({ id: one, children: list })) }));

/** Where an event names things: EPCIS 2.0, sections 7.3 and 7.4. */
const mapEvent = fields({
  epcList: list,
  childEPCs: list,
  inputEPCList: list,
  outputEPCList: list,
  parentID: one,
  transformationID: one,
  quantityList: quantities,
  childQuantityList: quantities,
  inputQuantityList: quantities,
  outputQuantityList: quantities,
  readPoint: place,
  bizLocation: place,
  bizTransactionList: each(fields({ bizTransaction: one })),
  sourceList: each(fields({ source: one })),
  destinationList: each(fields({ destination: one })),
  sensorElementList: each(fields({ sensorMetadata: device, sensorReport: each(device) })),
});
const events = { eventList: each(mapEvent), vocabularyList: masterData };

const mapDocument = fields({
  sender: one,
  receiver: one,
  epcisHeader: fields({ epcisMasterData: fields({ vocabularyList: masterData }) }),
  epcisBody: fields({ ...events, event: mapEvent, queryResults: fields({ resultsBody: fields(events) }) }),
});

/** A document or a single event with `map` applied to every identifier of a thing, a place or a party; a copy. */
export function mapIdentifiers(document: JsonObject, map: MapUri): JsonObject {
  const mapped = document.epcisBody === undefined ? mapEvent(document, map) : mapDocument(document, map);
  return isJsonObject(mapped) ? mapped : document;
}
