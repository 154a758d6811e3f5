import { parseArgs } from 'node:util';
import { type Figure, printFigures } from '../evidence/figures.ts';
import { makeRequest, openClient } from '../evidence/httpClient.ts';
import { openDatabase } from '../evidence/openDatabase.ts';
import { startPlatform } from '../evidence/startPlatform.ts';
import { fill } from './fill.ts';
import { measureCapture } from './measureCapture.ts';
import { measureQueries } from './measureQueries.ts';
import { measureStorage } from './measureStorage.ts';

const { values } = parseArgs({
  options: { events: { type: 'string', default: '100000' }, only: { type: 'string' } },
  allowPositionals: true,
});
const wants = (part: string) => values.only === undefined || values.only === part;
const figures: Figure[] = [];
const database = await openDatabase();
try {
  const platform = await startPlatform(database);
  try {
    if (wants('capture')) figures.push(...(await measureCapture(database.store, platform)));
    if (wants('queries')) {
      const client = await openClient(platform.address);
      const capture = async (document: unknown) => {
        const { address, key } = platform;
        const status = await client.send(
          makeRequest({ address, key, path: '/epcis/capture', body: JSON.stringify(document) }),
        );
        if (status !== 202) throw new Error(`POST /epcis/capture answered ${status}.`);
      };
      const chains = await fill(database.store, capture, Number(values.events));
      client.close();
      figures.push(
        ...(await measureQueries(database.store, platform, chains)),
        ...(await measureStorage(database.store)),
      );
    }
  } finally {
    await platform.stop();
  }
} finally {
  await database.stop();
}
console.log('\nTraceability on this machine, one run; every commit waits for the disk');
process.exitCode = printFigures(figures) ? 0 : 1;
