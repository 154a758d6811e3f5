import { canonicalizeJson, type JsonValue } from '../../proof/index.ts';
import type { Store } from '../../store/index.ts';
import { type Charter, hashProfile } from '../founding/charter.ts';
import { nameMember } from './projection/syncNames.ts';

/** Keeps what founders say of themselves where the profiles of applicants are. */
export async function saveProfiles(store: Store, { founders }: Charter): Promise<void> {
  await store.transaction(async (tx) => {
    for (const { slug, profile } of founders) {
      await nameMember(tx, slug);
      await tx`
        insert into alliance.profile (hash, profile)
        values (${hashProfile(profile).slice(2)}, ${canonicalizeJson(profile as unknown as JsonValue)})
        on conflict do nothing`;
    }
  });
}
