/**
 * GS1 identification keys of the demonstration, in canonical GS1 Digital Link form.
 *
 * Every company prefix starts with 952: GS1 reserves that prefix for demonstrations and examples (GS1 style guide,
 * "GS1 prefix 952 for examples"), so that no key here can be the key of a real company. China's own prefixes are
 * 690 to 699; an invented number among them could belong to somebody.
 */
export type CompanyPrefix = `952${string}`;

const domain = 'https://id.gs1.org';

/** GS1 check digit of `digits` (all digits but the check digit): weights 3 and 1 from the right (General Specifications 7.9.1). */
export function checkDigit(digits: string): string {
  let sum = 0;
  for (let position = 0; position < digits.length; position++) {
    const weight = (digits.length - position) % 2 === 1 ? 3 : 1;
    sum += Number(digits.charAt(position)) * weight;
  }
  return String((10 - (sum % 10)) % 10);
}

function withCheckDigit(digits: string): string {
  return digits + checkDigit(digits);
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

/** GTIN-14. `indicator` 0 is the trade item itself, 1 to 8 a packaging level of it, 9 a variable-measure item (bulk by weight). */
export function gtin(prefix: CompanyPrefix, item: number, indicator: number): string {
  return withCheckDigit(`${indicator}${prefix}${pad(item, 12 - prefix.length)}`);
}

/** GLN of a party or a place. */
export function gln(prefix: CompanyPrefix, location: number): string {
  return withCheckDigit(prefix + pad(location, 12 - prefix.length));
}

/** A trade item class: `/01/{gtin}`. */
export function itemUri(gtin14: string): string {
  return `${domain}/01/${gtin14}`;
}

/** A lot of a trade item: `/01/{gtin}/10/{lot}`. */
export function lotUri(gtin14: string, lot: string): string {
  return `${domain}/01/${gtin14}/10/${encodeURIComponent(lot)}`;
}

/** A single trade item, such as a case: `/01/{gtin}/21/{serial}`. */
export function serialUri(gtin14: string, serial: string): string {
  return `${domain}/01/${gtin14}/21/${encodeURIComponent(serial)}`;
}

/** A logistic unit, such as a pallet: `/00/{sscc}`. */
export function ssccUri(prefix: CompanyPrefix, extension: number, serial: number): string {
  return `${domain}/00/${withCheckDigit(`${extension}${prefix}${pad(serial, 16 - prefix.length)}`)}`;
}

/** A place: `/414/{gln}`, and `/254/{part}` for a part of it, such as one plot of a farm. */
export function placeUri(gln13: string, part?: string): string {
  return `${domain}/414/${gln13}${part === undefined ? '' : `/254/${encodeURIComponent(part)}`}`;
}

/** A party: `/417/{gln}`. */
export function partyUri(gln13: string): string {
  return `${domain}/417/${gln13}`;
}

/** An individual asset, such as a temperature logger: `/8004/{prefix}{reference}`. */
export function assetUri(prefix: CompanyPrefix, reference: string): string {
  return `${domain}/8004/${prefix}${encodeURIComponent(reference)}`;
}

/** A document, such as a certificate or an order: `/253/{gdti}`; `kind` tells the issuer's document types apart. */
export function documentUri(prefix: CompanyPrefix, kind: number, serial: string): string {
  const key = withCheckDigit(prefix + pad(kind, 12 - prefix.length));
  return `${domain}/253/${key}${encodeURIComponent(serial)}`;
}
