import type { Store } from '../../store/index.ts';
import { readDescriptions } from '../names.ts';
import { toThingKey } from '../things.ts';
import { drawPng } from './drawPng.ts';
import { drawSvg } from './drawSvg.ts';
import type { CodeKind } from './encodeMatrix.ts';
import { type MakeLabelsParameters, makeLabels } from './label.ts';
import { findSheet } from './sheets.ts';

export interface DrawCodeParameters {
  anchor: string;
  kind: CodeKind;
  format: 'svg' | 'png';
  /** Pixels a module of a PNG image. */
  scale: number;
}

export interface PrintLabelsParameters extends Omit<MakeLabelsParameters, 'root'> {
  kind: CodeKind;
  /** Name of a sheet. */
  sheet: string;
  /** Which names stand on the label. */
  language: 'zh' | 'en' | 'both';
  skip?: number;
}

/** Labels with codes. */
export interface Labels {
  /** Where the codes lead, without a slash at the end. */
  root: string;
  /** The image of one code. Throws LABEL_WRONG_THING. */
  drawCode(parameters: DrawCodeParameters): Promise<{ type: string; image: string | Buffer }>;
  /** A PDF document. Throws LABEL_WRONG_THING, LABEL_WRONG_SERIALS, LABEL_TOO_MANY and LABEL_UNKNOWN_SHEET. */
  print(parameters: PrintLabelsParameters): Promise<Buffer>;
}

/** Opens the labels; names come from master data. */
export function openLabels({ store, root }: { store: Store; root: string }): Labels {
  const readNames = async (anchor: string, language: PrintLabelsParameters['language']) => {
    const key = toThingKey(new URL(anchor, 'https://id.gs1.org').href);
    const name = (await readDescriptions(store.sql, [key])).get(key)?.name ?? null;
    if (name === null) return [];
    const both = [...new Set([name.zh, name.en])];
    return language === 'both' ? both : [name[language]];
  };
  return {
    root,
    // The libraries of codes and of PDF are large: they are loaded when somebody prints.
    async drawCode({ anchor, kind, format, scale }) {
      const [label] = makeLabels({ anchor, root });
      if (!label) throw new TypeError('One label is made of one anchor.');
      const { encodeMatrix } = await import('./encodeMatrix.ts');
      const matrix = encodeMatrix(label, kind);
      return format === 'svg'
        ? { type: 'image/svg+xml', image: drawSvg(matrix, label.lines.join(' ')) }
        : { type: 'image/png', image: drawPng(matrix, scale) };
    },
    async print({ sheet: name, kind, language, skip = 0, ...made }) {
      const sheet = findSheet(name);
      const labels = makeLabels({ ...made, root });
      const { writeSheet } = await import('./writeSheet.ts');
      return writeSheet({ labels, sheet, kind, skip, names: await readNames(made.anchor, language) });
    },
  };
}
