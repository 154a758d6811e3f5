import type postgres from 'postgres';
import { storeErrors } from './errors.ts';
import type { Statement } from './openSession.ts';

/** Methods of postgres.js that hold a connection or run statements by ways of their own. */
const withheld = new Set(['file', 'listen', 'subscribe', 'largeObject', 'close']);

/**
 * The tagged-template handle of postgres.js with its statements sent to `run`. `methods` replace the driver's own.
 * A statement is only made here; it is run when it is awaited, so fragments can be nested as usual.
 */
export function bindSql(
  client: postgres.Sql,
  run: (statement: Statement) => void,
  methods: Record<string, unknown>,
): postgres.Sql {
  const divert = <T>(made: T): T => {
    if (made instanceof Promise) (made as unknown as Statement).handler = run;
    return made;
  };
  const own: Record<string, unknown> = {
    unsafe: (...args: Parameters<postgres.Sql['unsafe']>) => divert(client.unsafe(...args)),
    notify: (channel: string, payload: string) => bound`SELECT pg_notify(${channel}, ${payload})`,
    ...methods,
  };
  const bound: postgres.Sql = new Proxy(client, {
    apply: (target, self, args) => divert(Reflect.apply(target, self, args)),
    get: (target, property) => {
      if (typeof property === 'string' && Object.hasOwn(own, property)) return own[property];
      if (typeof property === 'string' && withheld.has(property)) {
        return () => {
          throw storeErrors.statementUnsupported({ method: property });
        };
      }
      return Reflect.get(target, property);
    },
  });
  return bound;
}
