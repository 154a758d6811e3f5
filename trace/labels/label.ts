import { XiangyuError } from '../../errors.ts';
import {
  buildLink,
  type Elements,
  findLinkProblems,
  formatElementString,
  inBoth,
  linkWords,
} from '../../proof/index.ts';
import { labelErrors } from './errors.ts';

/** What stands on one label. */
export interface Label {
  /** The Digital Link on this platform. */
  link: string;
  /** The element string as people read it, one line an element. */
  lines: readonly string[];
  /** The element string as a symbol holds it. */
  plain: string;
}

/** A range of serial numbers, such as K0001 to K0240. */
export interface SerialRange {
  prefix: string;
  first: number;
  last: number;
  /** Digits of the number, filled up with zeros. */
  digits: number;
}

/** Most labels in one file. */
export const maxLabels = 2_000;

function makeLabel(elements: Elements, root: string): Label {
  return {
    link: buildLink(elements, { stem: root }),
    lines: elements.map(([ai, value]) => `(${ai}) ${value}`),
    plain: formatElementString(elements, { as: 'plain' }),
  };
}

const wrongSerials = (en: string, zh: string) => labelErrors.wrongSerials(...inBoth({ problem: { en, zh } }));

/** The serial numbers of a range. Throws LABEL_WRONG_SERIALS and LABEL_TOO_MANY. */
function listSerials({ prefix, first, last, digits }: SerialRange): string[] {
  if (last < first)
    throw wrongSerials(`the last number ${last} is below the first, ${first}`, `末号 ${last} 小于首号 ${first}`);
  const count = last - first + 1;
  if (count > maxLabels) throw labelErrors.tooMany({ count, most: maxLabels });
  const serials = Array.from({ length: count }, (_, step) => prefix + String(first + step).padStart(digits, '0'));
  const long = serials.find((serial) => serial.length > 20);
  if (long !== undefined) throw wrongSerials(`${long} is longer than 20 characters`, `${long} 超过 20 个字符`);
  return serials;
}

export interface MakeLabelsParameters {
  /** Digital Link of what is labelled, on any domain or a bare path; dates and measures may stand in its query string. */
  anchor: string;
  /** Where codes lead, without a slash at the end. */
  root: string;
  serials?: SerialRange;
  /** How often each label is printed. */
  copies?: number;
}

/** The labels of a thing, or of the items of a range. Throws LABEL_WRONG_THING, LABEL_WRONG_SERIALS and LABEL_TOO_MANY. */
export function makeLabels({ anchor, root, serials, copies = 1 }: MakeLabelsParameters): Label[] {
  const { link, problems } = findLinkProblems(anchor);
  if (!link)
    throw labelErrors.wrongThing(
      ...inBoth({ anchor: JSON.stringify(anchor.slice(0, 200)), problem: linkWords(problems[0]) }),
    );
  const { key, qualifiers, attributes } = link;
  if (serials && (!['01', '8006'].includes(key[0]) || qualifiers.some(([ai]) => ai === '21' || ai === '235'))) {
    throw wrongSerials('only a product or a lot has items with serial numbers', '只有产品或批次才有带序列号的单件');
  }
  const items = serials ? listSerials(serials).map((serial): Elements => [['21', serial]]) : [[]];
  if (items.length * copies > maxLabels) throw labelErrors.tooMany({ count: items.length * copies, most: maxLabels });
  const made = items.map((item) => {
    try {
      return makeLabel([key, ...qualifiers, ...item, ...attributes], root);
    } catch (cause) {
      if (!(cause instanceof XiangyuError)) throw cause;
      const [en, zh] = [cause.reason.replace(/\.$/, ''), cause.zh?.reason.replace(/。$/, '') ?? ''];
      throw labelErrors.wrongSerials(...inBoth({ problem: { en, zh } }, { cause }));
    }
  });
  return made.flatMap((label) => Array.from({ length: copies }, () => label));
}
