import { exitCodes } from '../errors.ts';
import { readApiKey } from '../readApiKey.ts';
import { type Action, awaitAction, get, post } from './platform.ts';

export interface ExecuteParameters {
  url: string;
  proposal: string;
  keyFile?: string;
}

/** Has a proposal that passed carried out; who asks for it decides nothing. */
export async function execute({ url, proposal, keyFile }: ExecuteParameters): Promise<number> {
  const apiKey = await readApiKey(keyFile);
  const sent = await post<{ action: Action }>(
    url,
    `/api/alliance/proposals/${encodeURIComponent(proposal)}/execute`,
    {},
    apiKey,
  );
  const read = async () => {
    const { actions } = await get<{ actions: Action[] }>(
      url,
      `/api/alliance/proposals/${encodeURIComponent(proposal)}`,
    );
    return actions;
  };
  await awaitAction(read, sent.action);
  console.log(`proposal ${proposal} is carried out`);
  return exitCodes.ok;
}
