import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Tx } from '../../store/index.ts';
import type { House, JsonObject } from '../house.ts';
import type { OwnIdentity } from '../identity/openIdentity.ts';
import type { Registry } from './registry.ts';
import { keysSchema, ownEntrySchema, rotateBody } from './schemas.ts';

export interface OwnConnector {
  house: House;
  identity: OwnIdentity;
  registry: Registry;
  /** Whose connector this process is. */
  slug: string;
  /** Registers it at the platform with its present keys. */
  register(): Promise<void>;
  /** Records an act in the connector's own records, in the caller's transaction. */
  recordAct(tx: Tx, detail: JsonObject): Promise<unknown>;
}

const tags = ['Data exchange'];
const path = '/api/exchange/connector';

/** The own connector of a process that runs on a department's machine: the same paths as on the platform. */
export function ownRoutes({
  house,
  identity,
  registry,
  slug,
  register,
  recordAct,
}: OwnConnector): FastifyPluginAsyncTypebox {
  return async (app) => {
    const show = async () => ({ connector: await registry.find(slug), keys: await identity.ensure(slug) });
    const response = {
      200: Type.Object({ connector: Type.Union([Type.Null(), ownEntrySchema]), keys: keysSchema }),
    };

    app.get(
      path,
      {
        config: { access: 'exchange:read' },
        schema: { summary: 'The own connector: its entry in the registry, and its keys', tags, response },
      },
      show,
    );

    app.post(
      `${path}/rotate`,
      {
        config: { access: 'exchange:operate' },
        schema: {
          summary: 'Give the own connector other keys',
          description:
            'A new signing key is a new DID. The platform is told at once; where it does not answer, it is told later, and until then other departments refuse messages of the new keys.',
          tags,
          body: rotateBody,
          response,
        },
      },
      async ({ body: { kinds, reason } }) => {
        await identity.ensure(slug);
        await house.store.transaction(async (tx) => {
          await identity.rotate(tx, slug, kinds);
          await recordAct(tx, { change: 'keys rotated', kinds: [...kinds], reason });
        });
        identity.forget(slug);
        await register();
        return show();
      },
    );
  };
}
