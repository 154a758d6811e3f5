#!/usr/bin/env node
import { run } from './run.js';

run('cli/main.ts', process.argv.slice(2));
