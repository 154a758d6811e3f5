import { memberId } from '../chain/members.ts';
import type { AllianceContracts } from '../chain/proposals.ts';
import { foundingData } from '../chain/typedData.ts';
import { type CollectSignatureParameters, collectSignature } from './collectSignature.ts';
import { foundingErrors } from './errors.ts';
import { charterOf, contractsOf, type FoundingContext, readFounders, readFounding } from './foundingContext.ts';
import { parseMembers } from './parseMembers.ts';
import { createAllianceReader, showFounder } from './readAlliance.ts';
import { runFounding } from './runFounding.ts';
import type { AllianceView, FoundingTask } from './schemas.ts';
import { type StartFoundingParameters, startFounding } from './startFounding.ts';

/** The founding ceremony, and where the alliance's contracts are. */
export interface Founding {
  /** See `startFounding`; `members` is the text of members.yaml. @throws FOUNDING_MEMBERS_INVALID */
  start(parameters: Omit<StartFoundingParameters, 'charter'> & { members: string }): Promise<void>;
  /** See `collectSignature`. */
  sign(parameters: CollectSignatureParameters): Promise<void>;
  /** What a founder signs. @throws FOUNDING_NOT_STARTED, FOUNDING_NOT_DEPLOYED, FOUNDING_FOUNDER_UNKNOWN */
  readTask(slug: string): Promise<FoundingTask>;
  /** The charter in its RFC 8785 form. @throws FOUNDING_NOT_STARTED */
  readCharter(): Promise<string>;
  readAlliance(): Promise<AllianceView>;
  /** The contracts of the founding that counts; null before they are deployed. */
  readContracts(): Promise<AllianceContracts | null>;
  /** Carries a founding on in the background. */
  run(signal: AbortSignal): Promise<void>;
}

/** Opens the founding over the room's tables. */
export function openFounding(context: FoundingContext): Founding {
  const { store, ledger } = context;
  let chainId: number | undefined;
  return {
    async start({ members, ...parameters }) {
      await startFounding(context, { ...parameters, charter: parseMembers(members) });
    },
    sign: (parameters) => collectSignature(context, parameters),
    async readTask(slug) {
      const row = await readFounding(store.sql);
      if (!row) throw foundingErrors.notStarted();
      const contracts = contractsOf(row);
      if (!contracts) throw foundingErrors.notDeployed();
      const founder = (await readFounders(store.sql, row.id)).find((one) => one.slug === slug);
      if (!founder) throw foundingErrors.founderUnknown({ founder: slug });
      chainId ??= (await ledger.readLogState()).evmChainId;
      const place = { chainId, contract: contracts.registry };
      return {
        founder: showFounder(charterOf(row), founder),
        charterHash: row.charter_hash,
        typedData: foundingData(place, { charter: row.charter_hash, member: memberId(slug) }),
      };
    },
    async readCharter() {
      const row = await readFounding(store.sql);
      if (!row) throw foundingErrors.notStarted();
      return row.charter;
    },
    readAlliance: createAllianceReader(context),
    readContracts: async () => contractsOf(await readFounding(store.sql)),
    run: (signal) => runFounding(context, signal),
  };
}
