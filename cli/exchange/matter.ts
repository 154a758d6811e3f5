import { exitCodes } from '../errors.ts';
import { type ExchangeOptions, listAll, openDoor } from './openDoor.ts';
import { printJson, printTable, wordsOf } from './printTable.ts';

interface ShownMatter {
  code: string;
  name: { zh: string; en: string };
  legalBasis: string;
}

export interface MatterParameters extends ExchangeOptions {
  code?: string;
  /** Chinese, or the only language. */
  name?: string;
  nameEn?: string;
  legalBasis?: string;
}

const path = '/api/exchange/matters';

/** Prints the matters of the department, for which it asks, or enters one. */
export async function showMatters(parameters: MatterParameters): Promise<number> {
  const { code, name, nameEn, legalBasis, json } = parameters;
  const door = await openDoor(parameters);
  if (code !== undefined && name !== undefined && legalBasis !== undefined) {
    const body = { name: { zh: name, en: nameEn ?? name }, legalBasis, needs: [] };
    await door.put(`${path}/${encodeURIComponent(code)}`, body);
  }
  const { items } = await listAll<ShownMatter>(door, path);
  const chosen = code === undefined ? items : items.filter((matter) => matter.code === code);
  if (json) printJson(chosen);
  else
    printTable<ShownMatter>(
      [
        { title: 'matter', of: (matter) => matter.code, whole: true },
        { title: 'name', of: (matter) => wordsOf(matter.name) },
        { title: 'legal basis', of: (matter) => matter.legalBasis },
      ],
      chosen,
    );
  return exitCodes.ok;
}
