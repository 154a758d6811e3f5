/** Media types that answers of the EPCIS interface come in. */
export type AnswerMedia = 'application/json' | 'application/ld+json' | 'application/xml' | 'text/xml';

const jsonMedia: readonly AnswerMedia[] = ['application/json', 'application/ld+json'];
const xmlMedia: readonly AnswerMedia[] = ['application/xml', 'text/xml'];

interface Range {
  type: string;
  quality: number;
}

function readRanges(accept: string): Range[] {
  return accept.split(',').map((part) => {
    const [type = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
    const quality = parameters.find((text) => text.startsWith('q='));
    return { type, quality: quality === undefined ? 1 : Number(quality.slice(2)) || 0 };
  });
}

/** How much the caller likes a media type: the most specific range decides, RFC 9110 section 12.5.1. */
function qualityOf(media: string, ranges: readonly Range[]): number {
  const [family] = media.split('/');
  for (const pattern of [media, `${family}/*`, '*/*']) {
    const range = ranges.find(({ type }) => type === pattern);
    if (range) return range.quality;
  }
  return 0;
}

/**
 * The media type that an answer should have for the header Accept, or null when it admits none. Without a preference
 * it is JSON; `xml` says whether the resource exists in XML too.
 */
export function chooseMedia(accept: string | undefined, xml: boolean): AnswerMedia | null {
  if (accept === undefined || accept.trim() === '') return 'application/json';
  const ranges = readRanges(accept);
  let best: AnswerMedia | null = null;
  let most = 0;
  for (const media of xml ? [...jsonMedia, ...xmlMedia] : jsonMedia) {
    const quality = qualityOf(media, ranges);
    if (quality > most) [best, most] = [media, quality];
  }
  return best;
}

/** True when a problem should be written in XML: the caller would rather read XML than JSON. */
export function prefersXml(accept: string | undefined): boolean {
  return chooseMedia(accept, true)?.endsWith('xml') ?? false;
}
