import { cooperationMigrations } from '../../cooperation/index.ts';
import { migrate } from '../../store/index.ts';
import { openDatabase } from '../evidence/openDatabase.ts';
import { measureLists } from './measure.ts';
import { seed, size } from './seed.ts';

const wantedP99Ms = 200;

const database = await openDatabase();
try {
  await migrate(database.store, cooperationMigrations);
  await seed(database.store);
  console.log(
    Object.entries(size)
      .map(([what, count]) => `${count.toLocaleString('en')} ${what}`)
      .join(', '),
  );
  console.log('Server time of a request, handler and serialisation, 100 each: median and p99\n');
  const times = await measureLists(database.store, database.logger);
  for (const { path, bytes, medianMs, p99Ms } of times) {
    const shown = [medianMs, p99Ms].map((ms) => `${ms.toFixed(1)} ms`.padStart(10)).join('');
    console.log(`${path.padEnd(62)}${String(bytes).padStart(8)} B${shown}`);
  }
  const worst = Math.max(...times.map(({ p99Ms }) => p99Ms));
  console.log(`\nworst p99 ${worst.toFixed(1)} ms; under ${wantedP99Ms} ms: ${worst < wantedP99Ms ? 'yes' : 'NO'}`);
  process.exitCode = worst < wantedP99Ms ? 0 : 1;
} finally {
  await database.stop();
}
