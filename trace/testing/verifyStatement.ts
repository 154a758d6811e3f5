import {
  formatCheckpointBody,
  formatNote,
  formatTlogProof,
  hashLeaf,
  type JsonValue,
  signNote,
  verifyBundle,
} from '../../proof/index.ts';

/** A statement with its payload as the ledger keeps them. */
export interface StatementRow {
  encoded: string;
  salt: string;
  content: string;
}

/** What the checks of a bundle say of a statement that is alone in its log, by the name of the check. */
export async function verifyStatement({
  encoded,
  salt,
  content,
}: StatementRow): Promise<Record<string, boolean | null>> {
  const { checks } = await verifyBundle(
    {
      format: 'xiangyu-proof-bundle/2',
      statement: JSON.parse(encoded) as JsonValue,
      payload: { salt, content: JSON.parse(content) as JsonValue },
      tlogProof: formatTlogProof({ index: 0, hashes: [], checkpoint: checkpointOf(encoded) }),
      anchor: null,
    },
    {},
  );
  return Object.fromEntries(checks.map(({ id, ok }) => [id, ok]));
}

/** A signed checkpoint of a log with this one statement. */
function checkpointOf(encoded: string): string {
  const root = hashLeaf(new TextEncoder().encode(encoded));
  const signer = { name: 'test', privateKey: new Uint8Array(32).fill(1) };
  return formatNote(signNote(formatCheckpointBody({ origin: 'test', size: 1, root }), signer));
}
