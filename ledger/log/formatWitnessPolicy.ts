import { keyTypes, parsePolicy, parseVerifierKey } from '../../proof/index.ts';
import type { WitnessSet } from './witnesses.ts';

/** A verifier checks one key of a witness: the quickest that signs a time too, then what there is. */
const preferred = [keyTypes.cosignatureV1, keyTypes.mlDsa44, keyTypes.eip712] as const;

/**
 * The operator's rule as text of the form tlog-policy, for `xiangyu verify --policy` and other tools: the log's key, one key of
 * each witness, and how many of them have to cosign.
 */
export function formatWitnessPolicy(logKey: string, { threshold, witnesses }: WitnessSet): string {
  const members = witnesses.map(({ name, vkeys }, place) => {
    const keys = new Map(vkeys.map((vkey) => [parseVerifierKey(vkey).type, vkey]));
    const vkey = preferred.map((type) => keys.get(type)).find((found) => found !== undefined);
    // A name of its own, because a witness could be called as the keywords are.
    return { id: `w${place + 1}`, line: `# ${name}\nwitness w${place + 1} ${vkey}` };
  });
  const group = `group quorum-of-witnesses ${threshold} ${members.map(({ id }) => id).join(' ')}`;
  const lines = [
    `log ${logKey}`,
    ...members.map(({ line }) => line),
    ...(threshold > 0 ? [group, 'quorum quorum-of-witnesses'] : ['quorum none']),
  ];
  const text = `${lines.join('\n')}\n`;
  parsePolicy(text);
  return text;
}
