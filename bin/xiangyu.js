#!/usr/bin/env node
import { run } from './run.js';

const args = process.argv.slice(2);
// A connector stands beside other programs of its department: its young generation stays small.
run('cli/main.ts', args, args[0] === 'connector' ? ['--max-semi-space-size=16'] : []);
