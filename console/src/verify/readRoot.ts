import { type ReadAnchoredRoot, readAnchoredRootOverRpc } from '../../../proof/index.ts';

/** Asks the node at `url` once for each checkpoint, however many records share it. */
export function readRootOnce(url: string): ReadAnchoredRoot {
  const read = readAnchoredRootOverRpc(url, (target, init) => fetch(target, { ...init, credentials: 'omit' }));
  const answers = new Map<string, ReturnType<ReadAnchoredRoot>>();
  return (parameters) => {
    const key = `${parameters.evmChainId}/${parameters.contract.toLowerCase()}/${parameters.size}`;
    const answer = answers.get(key) ?? read(parameters);
    answers.set(key, answer);
    return answer;
  };
}
