import type { Abi } from 'viem';
import type { Hex } from '../../../proof/index.ts';
import type { Store } from '../../../store/index.ts';
import type { SpaceNumber } from '../epochData.ts';

/** Standard JSON input of solc. */
export interface StandardInput {
  language: string;
  sources: Record<string, { content?: string }>;
  settings: Record<string, unknown>;
}

/** What code was made from. */
export interface MadeFrom {
  file: string;
  name: string;
  abi: Abi;
  /** Version of solc. */
  compiler: string;
  match: 'full' | 'runtime';
  input: StandardInput;
}

export interface SaveVerificationParameters {
  chain: number;
  space: SpaceNumber;
  address: Hex;
  codeHash: Hex;
  /** Who asked, for the record. */
  by: string;
  made: MadeFrom;
}

const buffer = (hex: Hex) => Buffer.from(hex.slice(2), 'hex');

/** Keeps a source that was found to make the code of a contract; a full match is not replaced by a lesser one. */
export async function saveVerification(store: Store, parameters: SaveVerificationParameters): Promise<void> {
  const { chain, space, address, codeHash, by, made } = parameters;
  const sources = Object.fromEntries(
    Object.entries(made.input.sources).map(([path, { content }]) => [path, content ?? '']),
  );
  const { outputSelection: _, ...settings } = made.input.settings;
  await store.transaction(async (tx) => {
    await tx`
      INSERT INTO chain_index.verifications
        (chain, space, address, code_hash, name, file, compiler, exact, settings, sources, abi, verified_by)
      VALUES
        (${chain}, ${space}, ${buffer(address)}, ${buffer(codeHash)}, ${made.name}, ${made.file}, ${made.compiler},
         ${made.match === 'full'}, ${tx.json(settings as never)}, ${tx.json(sources)}, ${tx.json(made.abi as never)}, ${by})
      ON CONFLICT (chain, space, address) DO UPDATE SET
        code_hash = excluded.code_hash, name = excluded.name, file = excluded.file, compiler = excluded.compiler,
        exact = excluded.exact, settings = excluded.settings, sources = excluded.sources, abi = excluded.abi,
        verified_by = excluded.verified_by, verified_at = now()
      WHERE excluded.exact OR NOT verifications.exact OR verifications.code_hash <> excluded.code_hash`;
    await tx`
      UPDATE chain_index.contracts SET code_hash = ${buffer(codeHash)}
      WHERE chain = ${chain} AND space = ${space} AND address = ${buffer(address)}`;
  });
}
