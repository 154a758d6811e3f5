import { type Figure, printFigures } from './figures.ts';
import { measureBatches } from './measureBatches.ts';
import { measureMemory } from './measureMemory.ts';
import { measureProofs } from './measureProofs.ts';
import { measureSingles } from './measureSingles.ts';
import { measureTree } from './measureTree.ts';
import { openDatabase } from './openDatabase.ts';
import { startPlatform } from './startPlatform.ts';

const parts = process.argv.slice(2);
const wants = (part: string) => parts.length === 0 || parts.includes(part);
const figures: Figure[] = [];
const database = await openDatabase();
try {
  if (wants('tree')) figures.push(...measureTree());
  const platform = await startPlatform(database);
  try {
    if (wants('singles')) figures.push(...(await measureSingles(platform)));
    if (wants('batches')) figures.push(...(await measureBatches(database.store, platform)));
    if (wants('memory')) figures.push(...(await measureMemory(platform)));
  } finally {
    await platform.stop();
  }
  if (wants('proofs')) figures.push(...(await measureProofs(database)));
} finally {
  await database.stop();
}
console.log('\nEvidence on this machine, one run; every commit waits for the disk');
process.exitCode = printFigures(figures) ? 0 : 1;
