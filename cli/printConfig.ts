import { exitCodes } from './errors.ts';
import { type OptionName, optionTable } from './options/optionTable.ts';
import { maskOption, type ResolvedOptions } from './options/resolveOptions.ts';

/** Prints every option with its value, where the value came from and what it means; passwords are masked. */
export function printConfig({ values, origins }: ResolvedOptions, json: boolean): number {
  const rows = (Object.keys(optionTable) as OptionName[]).map((name) => ({
    name,
    value: maskOption(name, values[name]),
    origin: origins[name],
    env: optionTable[name].env,
    description: optionTable[name].description,
  }));
  if (json) {
    console.log(JSON.stringify(rows, null, 2));
    return exitCodes.ok;
  }
  for (const row of rows) {
    console.log(`${row.name.padEnd(18)} ${row.value.padEnd(26)} ${row.origin.padEnd(12)} ${row.env}`);
    console.log(`${''.padEnd(19)}${row.description}`);
  }
  return exitCodes.ok;
}
