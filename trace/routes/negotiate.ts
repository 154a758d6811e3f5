import type { FastifyRequest } from 'fastify';
import { inBoth } from '../../proof/index.ts';
import { type Prefixes, readPrefixes } from '../epcis/terms.ts';
import { traceErrors } from '../errors.ts';
import { type AnswerMedia, chooseMedia } from './accept.ts';
import { versions } from './epcisHeaders.ts';

const epcFormats = ['Always_GS1_Digital_Link', 'Always_EPC_URN', 'No_Preference', 'Never_Translates'] as const;
const cbvFormats = ['Always_Web_URI', 'Always_URN', 'No_Preference', 'Never_Translates'] as const;

/** How identifiers of things are written in an answer. */
export type EpcFormat = (typeof epcFormats)[number];
/** How words of the CBV are written in XML. */
export type CbvFormat = (typeof cbvFormats)[number];

/** What caller and server agreed on for one answer, EPCIS 2.0 sections 12.6 and 12.9. */
export interface Negotiated {
  media: AnswerMedia;
  /** '1.2' only in XML. */
  version: '2.0' | '1.2';
  epcFormat: EpcFormat;
  cbvFormat: CbvFormat;
  /** Prefixes of the header GS1-Extensions, for names in query parameters. */
  prefixes: Prefixes;
}

/** What a route offers. */
export interface Offer {
  xml: boolean;
}

/**
 * Settles versions and formats from the headers of a request. Throws TRACE_NOT_ACCEPTABLE, TRACE_UNSUPPORTED_VERSION and
 * TRACE_INVALID_HEADER.
 */
export function negotiate({ headers, method }: Pick<FastifyRequest, 'headers' | 'method'>, { xml }: Offer): Negotiated {
  const read = (name: string) => {
    const value = headers[name.toLowerCase()];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const choose = <Format extends string>(name: string, known: readonly [Format, ...Format[]]): Format => {
    const value = read(name) ?? known[0];
    const format = known.find((one) => one === value);
    if (format === undefined) throw invalidHeader(name, value, known.join(', '), known.join('、'));
    return format;
  };
  for (const [name, { min, max }] of Object.entries(versions)) {
    const label = name.toUpperCase();
    checkVersion(`GS1-${label}-Version`, read(`GS1-${label}-Version`), (value) => within(value, min, max));
    checkVersion(`GS1-${label}-Min`, read(`GS1-${label}-Min`), (value) => compareVersions(value, max) <= 0);
    checkVersion(`GS1-${label}-Max`, read(`GS1-${label}-Max`), (value) => compareVersions(value, min) >= 0);
  }
  const media = method === 'OPTIONS' ? 'application/json' : chooseMedia(read('Accept'), xml);
  if (media === null) {
    const offered = `application/json, application/ld+json${xml ? ', application/xml, text/xml' : ''}`;
    throw traceErrors.notAcceptable({ accept: (read('Accept') ?? '').slice(0, 200), offered });
  }
  const highest = read('GS1-EPCIS-Max');
  const version = highest !== undefined && compareVersions(highest, '2.0') < 0 ? '1.2' : '2.0';
  if (version === '1.2' && method === 'GET' && !media.endsWith('xml')) {
    throw traceErrors.notAcceptable(
      ...inBoth({
        accept: { en: `EPCIS ${highest} in ${media}`, zh: `${media} 格式的 EPCIS ${highest}` },
        offered: { en: 'EPCIS 1.2 in application/xml', zh: 'application/xml 格式的 EPCIS 1.2' },
      }),
    );
  }
  return {
    media,
    version,
    epcFormat: choose('GS1-EPC-Format', epcFormats),
    cbvFormat: choose('GS1-CBV-XML-Format', cbvFormats),
    prefixes: readPrefixes(readExtensions(read('GS1-Extensions'))),
  };
}

function checkVersion(header: string, value: string | undefined, supported: (value: string) => boolean): void {
  if (value === undefined) return;
  if (!/^\d{1,6}(?:\.\d{1,6}){0,4}$/.test(value))
    throw invalidHeader(header, value, 'a version such as 2.0.0', '版本号，例如 2.0.0');
  if (supported(value)) return;
  const { epcis, cbv } = versions;
  const spoken = {
    en: `EPCIS ${epcis.min} to ${epcis.max}, CBV ${cbv.min} to ${cbv.max}`,
    zh: `EPCIS ${epcis.min} 至 ${epcis.max}、CBV ${cbv.min} 至 ${cbv.max}`,
  };
  throw traceErrors.unsupportedVersion(...inBoth({ header, value, supported: spoken }));
}

const within = (value: string, min: string, max: string) =>
  compareVersions(value, min) >= 0 && compareVersions(value, max) <= 0;

/** Compares as many numbers as both have: 2.0 stands for any 2.0.x. */
function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => text.split('.').map(Number));
  for (let i = 0; i < Math.min(left?.length ?? 0, right?.length ?? 0); i++) {
    const difference = (left?.[i] ?? 0) - (right?.[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** `prefix=namespace` pairs separated by commas (style `simple`, exploded). */
function readExtensions(header: string | undefined): Record<string, string> {
  if (header === undefined) return {};
  const pairs = header.split(',').map((pair) =>
    pair
      .trim()
      .match(/^([A-Za-z_][\w.-]{0,63})=(\S{1,500})$/)
      ?.slice(1),
  );
  if (pairs.some((pair) => pair === undefined)) {
    throw invalidHeader(
      'GS1-Extensions',
      header,
      'prefix=namespace pairs separated by commas',
      '以逗号分隔的“前缀=命名空间”',
    );
  }
  return Object.fromEntries(pairs.flatMap((pair) => (pair ? [[pair[0], pair[1]]] : [])));
}

function invalidHeader(name: string, value: string, en: string, zh: string) {
  const shown = JSON.stringify(value.slice(0, 200));
  return traceErrors.invalidHeader(...inBoth({ name, value: shown, expected: { en, zh } }));
}
