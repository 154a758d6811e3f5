import { Type } from 'typebox';
import { audienceKinds } from './audience.ts';

/** Who may see an event besides the member that recorded it. */
const AudienceBody = Type.Object({
  kind: Type.Enum([...audienceKinds], {
    description:
      'public; partners: other members on the way of the same things, certifiers and authorities; members: those named, ' +
      'and authorities; certifier: certifiers and authorities; authority: authorities alone',
  }),
  members: Type.Array(Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,62}$' }), {
    maxItems: 100,
    description: 'short names of members, for the kind members',
  }),
});

/** What a member says about its events. */
export const MemberAccessBody = Type.Object({
  audience: AudienceBody,
  parties: Type.Array(Type.String({ minLength: 1, maxLength: 500 }), {
    maxItems: 100,
    description: 'parties (GS1 Digital Links with 417, or PGLN URNs) that are this member',
  }),
});
