import type { Principal } from '../../alliance/index.ts';
import type { Sql } from '../../store/index.ts';
import { isAuthority, type TraceNetwork } from '../network.ts';

/** Who looks at findings: an authority sees all, a certifier those of whom it certifies, others their own. */
export interface Inspector {
  member: string;
  /** True for authorities and the platform's operator. */
  all: boolean;
  /** True for certifiers. */
  certifies: boolean;
}

/** Who a caller is to the findings. */
export async function toInspector(network: TraceNetwork | null, { member, platform }: Principal): Promise<Inspector> {
  const party = (await network?.readParties())?.find(({ slug }) => slug === member);
  return {
    member,
    all: platform || (party !== undefined && isAuthority(party)),
    certifies: party?.kinds.includes('certifier') ?? false,
  };
}

/** The findings that an inspector may see, as a condition over alias `f`. */
export function selectOwn(sql: Sql, { member, all }: Inspector) {
  return all ? sql`true` : sql`(${member} = ANY (f.certifiers) OR ${member} = ANY (f.members))`;
}

/** Whether an inspector decides about a finding. */
export function mayDecide({ member, all }: Inspector, { certifiers }: { certifiers: readonly string[] }): boolean {
  return all || certifiers.includes(member);
}
