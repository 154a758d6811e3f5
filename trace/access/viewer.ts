import type { Principal, Rights } from '../../alliance/index.ts';

/** Who looks at events. */
export interface Viewer {
  /** Slug; null is the public. */
  member: string | null;
  /** Kinds of the member that count: none while it may not act for the alliance. */
  kinds: readonly string[];
  /** True for a public authority, which sees every event. */
  authority: boolean;
}

/** Everybody: sees public events only. */
export const publicViewer: Viewer = { member: null, kinds: [], authority: false };

/** Looks on behalf of the platform itself, such as to compute findings; what it finds must be shown with a real viewer. */
export const systemViewer: Viewer = { member: null, kinds: [], authority: true };

export interface ToViewerParameters {
  rights: Pick<Rights, 'decide'>;
  /** Kinds of the principal's organisation, as the alliance knows them. */
  readKinds: (member: string) => Promise<readonly string[]>;
}

/** Kinds that make a member a public authority; the demonstration has a department. */
const authorityKinds = ['government', 'department'];

/**
 * What a caller is when it looks at events. A suspended or former member is the public, and so is an API key that was not
 * made for reading or capturing; being a certifier or an authority counts only while the organisation may act.
 */
export async function toViewer({ rights, readKinds }: ToViewerParameters, principal: Principal | null) {
  if (principal === null || !rights.decide({ principal, action: 'trace:read' }).allowed) return publicViewer;
  const { member } = principal;
  const kinds = rights.decide({ principal, action: 'trace:oversee' }).allowed ? await readKinds(member) : [];
  return { member, kinds, authority: kinds.some((kind) => authorityKinds.includes(kind)) } satisfies Viewer;
}
