import { exitCodes } from '../errors.ts';
import { type ShownApplication, tellApplication } from './applications.ts';
import { type ExchangeOptions, openDoor } from './openDoor.ts';
import { printJson } from './printTable.ts';
import { readJsonFile } from './readJsonFile.ts';

interface DecideParameters extends ExchangeOptions {
  id: string;
}

async function decide(parameters: DecideParameters, step: string, body: object): Promise<number> {
  const door = await openDoor(parameters);
  const path = `/api/exchange/inbox/${encodeURIComponent(parameters.id)}/${step}`;
  const application = await door.post<ShownApplication>(path, body);
  if (parameters.json) printJson(application);
  else tellApplication(application);
  return exitCodes.ok;
}

/** Approves an application, or less of it: `narrow` names a file with `items`, `rows`, `place`, `to`, `maxCount`, `frequency` and `reason`. */
export async function approve(parameters: DecideParameters & { narrow?: string; words?: string }): Promise<number> {
  const { narrow, words } = parameters;
  return decide(parameters, 'approval', {
    ...(words === undefined ? {} : { words: { zh: words, en: words } }),
    ...(narrow === undefined ? {} : { narrow: await readJsonFile(narrow) }),
  });
}

/** Refuses an application with a coded ground and words. */
export async function refuse(parameters: DecideParameters & { ground: string; reason: string }): Promise<number> {
  return decide(parameters, 'refusal', { ground: parameters.ground, text: parameters.reason });
}
