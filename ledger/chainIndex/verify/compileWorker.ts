// A process of its own: what a stranger's source does to the compiler must not happen to the platform.
import { createRequire } from 'node:module';

interface Compiler {
  compile(input: string): string;
  version(): string;
}

// Loaded on demand: the compiler is large, and its loader listens for errors of the whole process.
const solc = createRequire(import.meta.url)('solc') as Compiler;
for (const event of ['uncaughtException', 'unhandledRejection']) process.removeAllListeners(event);

process.once('message', (input: string) => {
  process.send?.({ version: solc.version(), output: solc.compile(input) }, () => process.exit(0));
});
process.once('disconnect', () => process.exit(0));
