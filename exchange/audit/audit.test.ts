import { generateKeyPairSync, sign } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestHouse, type TestHouse } from '../testing.ts';
import { type Audit, openAudit, type RecordSigner } from './audit.ts';
import { ledgerNotary } from './ledgerNotary.ts';

const { privateKey } = generateKeyPairSync('ed25519');
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const did = 'did:key:z6MkTest';
const signer: RecordSigner = {
  ensure: async () => ({ did }),
  async sign(_slug, type, payload) {
    const head = `${encode({ alg: 'EdDSA', typ: type, kid: `${did}#z6MkTest` })}.${encode(payload)}`;
    return `${head}.${sign(null, Buffer.from(head), privateKey).toString('base64url')}`;
  },
};

let test: TestHouse;
let audit: Audit;
beforeAll(async () => {
  test = await openTestHouse(['civil', 'agri']);
  audit = openAudit({ house: test.house, signer, notary: ledgerNotary(test.ledger) });
});
afterAll(() => test.close());

it('records', async () => {
  await test.store.transaction((tx) =>
    audit.record(tx, { participant: 'civil', kind: 'act', outcome: 'ok', detail: { a: 'b\0' } }),
  );
  await audit.recordAlone({ participant: 'civil', kind: 'act', outcome: 'ok', caseNumber: '7', detail: {} });
  const started = Date.now();
  await Promise.all(
    Array.from({ length: 500 }, (_, n) =>
      audit.recordAlone({ participant: n % 2 ? 'civil' : 'agri', kind: 'act', outcome: 'ok', detail: { n } }),
    ),
  );
  console.log('500 in', Date.now() - started);
  expect(await audit.chainWaiting()).toBe(502);
  console.log('chained', Date.now() - started);
  expect(await test.store.sql`SELECT count(*)::int FROM exchange.records WHERE digest IS NULL`).toEqual([{ count: 0 }]);
  console.log(await audit.readAnchoring('civil'));
});
