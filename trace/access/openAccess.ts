import type { Acts, Principal, Rights } from '../../alliance/index.ts';
import type { Sql, Store, Tx } from '../../store/index.ts';
import type { Audience } from './audience.ts';
import { accessErrors } from './errors.ts';
import { type MemberAccess, readDefaultAudience, readMemberAccess, setMemberAccess } from './memberAccess.ts';
import { selectVisible } from './selectVisible.ts';
import { toViewer, type Viewer } from './viewer.ts';

/** Members with what makes them a certifier or an authority. */
export type ReadKinds = (slugs: readonly string[]) => Promise<{ slug: string; kind?: string; kinds?: string[] }[]>;

export interface OpenAccessParameters {
  store: Store;
  readMembers: ReadKinds;
  rights: Pick<Rights, 'decide'>;
  /** For the administrative record; without it a change of settings is not recorded. */
  acts?: Pick<Acts, 'recordAct'>;
}

/** Who may see which event. */
export interface Access {
  /** See `toViewer`. */
  toViewer(principal: Principal | null): Promise<Viewer>;
  /** The audience of a capture: the one it names, whose members must exist, or the member's default. */
  chooseAudience(member: string, named: Audience | null): Promise<Audience>;
  readSettings(member: string): Promise<MemberAccess>;
  /** Throws ACCESS_MEMBER_UNKNOWN, ACCESS_PARTY_INVALID and ACCESS_PARTY_TAKEN. */
  changeSettings(principal: Principal, settings: MemberAccess): Promise<MemberAccess>;
  /** Whether a viewer may read the content that a statement of the evidence log is about; true where it is of no event. */
  mayReadPayload(statement: { id: string; subject: string }, viewer: Viewer): Promise<boolean>;
}

/** Opens access to events over the room's tables. */
export function openAccess({ store, readMembers, rights, acts }: OpenAccessParameters): Access {
  const { sql } = store;
  const readKinds = async (slug: string) => {
    const [member] = await readMembers([slug]);
    return member ? [...(member.kinds ?? []), ...(member.kind ? [member.kind] : [])] : [];
  };
  const requireKnown = async ({ members }: Audience) => {
    if (members.length === 0) return;
    const known = new Set((await readMembers(members)).map(({ slug }) => slug));
    const unknown = members.filter((member) => !known.has(member));
    if (unknown.length > 0) throw accessErrors.memberUnknown({ members: unknown.join(', ') });
  };
  return {
    toViewer: (principal) => toViewer({ rights, readKinds }, principal),
    async chooseAudience(member, named) {
      if (named) await requireKnown(named);
      return named ?? readDefaultAudience(sql, member);
    },
    readSettings: (member) => readMemberAccess(sql, member),
    async changeSettings(principal, settings) {
      await requireKnown(settings.audience);
      return store.transaction(async (tx: Tx) => {
        const changed = await setMemberAccess(tx, { ...settings, member: principal.member });
        const resource = { type: 'Organisation', id: principal.member, member: principal.member };
        const { kind, members } = changed.audience;
        const detail = { audience: kind, members: [...members], parties: changed.parties };
        await acts?.recordAct(tx, { principal, action: 'trace:set-audience', resource, detail });
        return changed;
      });
    },
    mayReadPayload: (statement, viewer) => mayReadPayload(sql, statement, viewer),
  };
}

async function mayReadPayload(sql: Sql, { id, subject }: { id: string; subject: string }, viewer: Viewer) {
  const [row] = await sql<{ visible: boolean }[]>`
    SELECT ${selectVisible(sql, viewer)} AS visible FROM trace.events e
    WHERE e.hash = ${subject} AND e.statement_id = ${id}`;
  return row?.visible ?? true;
}
