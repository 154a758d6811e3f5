import { allianceMigrations } from '../../alliance/index.ts';
import { seedVotes } from '../../alliance/votes/seedVotes.ts';
import { migrate } from '../../store/index.ts';
import { openDatabase } from '../evidence/openDatabase.ts';
import { measureLists } from './lists.ts';

const wantedP99Ms = 200;
const size = { members: 100, people: 5_000, proposals: 1_000, ballotsEach: 100, commentsEach: 20 };

const database = await openDatabase();
try {
  await migrate(database.store, allianceMigrations);
  const startedAt = performance.now();
  await seedVotes(database.store, size);
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  console.log('100 members, 5,000 people, 1,000 proposals, 100,000 ballots, 20,000 comments');
  console.log(`(written in ${seconds} s); server time of a request, handler and serialisation, 200 each\n`);
  const times = await measureLists(database.store, database.logger);
  for (const { path, bytes, median, p99 } of times) {
    const shown = [median, p99].map((ms) => `${ms.toFixed(1)} ms`.padStart(9)).join('');
    console.log(`${path.padEnd(48)}${String(bytes).padStart(8)} B ${shown}`);
  }
  const worst = Math.max(...times.map(({ p99 }) => p99));
  console.log(`\nworst p99 ${worst.toFixed(1)} ms; under ${wantedP99Ms} ms: ${worst < wantedP99Ms ? 'yes' : 'NO'}`);
  process.exitCode = worst < wantedP99Ms ? 0 : 1;
} finally {
  await database.stop();
}
