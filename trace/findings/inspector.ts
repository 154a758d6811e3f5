import type { Principal } from '../../alliance/index.ts';
import type { Sql } from '../../store/index.ts';
import { isAuthority, type TraceNetwork } from '../network.ts';

/** Who looks at findings: an authority sees all, a certifier those of whom it certifies, others their own. */
export interface Inspector {
  member: string;
  /** True for authorities, and for the platform's operator as long as no alliance is founded. */
  all: boolean;
  /** True for certifiers. */
  certifies: boolean;
}

export interface ToInspectorParameters {
  network: TraceNetwork | null;
  /** Whether the caller's organisation may act as what it is: certifier or authority. */
  oversees(principal: Principal): boolean;
}

/** Who a caller is to the findings. Once an alliance is founded, running the platform gives no sight of its members' cases. */
export async function toInspector(
  { network, oversees }: ToInspectorParameters,
  principal: Principal,
): Promise<Inspector> {
  const { member, platform, standing } = principal;
  if (!oversees(principal)) return { member, all: false, certifies: false };
  const party = (await network?.readParties())?.find(({ slug }) => slug === member);
  return {
    member,
    all: (platform && standing === 'guest') || (party !== undefined && isAuthority(party)),
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
