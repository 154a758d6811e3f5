import { useCallback, useEffect, useRef, useState } from 'react';
import { type FileDigest, recordEvidence } from '../api/evidence.ts';
import { problemOf } from '../api/problem.ts';
import { createHashPool, type HashPool } from './createHashPool.ts';

/** A chosen file on its way; the file itself stays in the browser. */
export interface Entry {
  key: number;
  name: string;
  bytes: number;
  state: 'hashing' | 'hashed' | 'recording' | 'recorded' | 'failed';
  /** Bytes read so far. */
  read: number;
  digest: string | null;
  /** Id of the record. */
  id: string | null;
  reason: string | null;
}

/** Most digests of one request, so that a lost connection costs little. */
const batchSize = 1_000;
const tellEveryMs = 150;

/** Hashes chosen files and has their digests recorded. */
export function useNotary() {
  const entries = useRef<Entry[]>([]);
  const pool = useRef<HashPool | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const [, tick] = useState(0);
  const [recording, setRecording] = useState(false);
  // Keys of batches that may have arrived although no answer came back.
  const keys = useRef(new Map<string, string>());
  useEffect(
    () => () => {
      pool.current?.close();
      pool.current = null;
      if (timer.current) clearTimeout(timer.current);
    },
    [],
  );

  // Thousands of files change thousands of times; the table is painted a few times a second.
  const tell = useCallback(() => {
    timer.current ??= setTimeout(() => {
      timer.current = null;
      tick((count) => count + 1);
    }, tellEveryMs);
  }, []);

  const add = useCallback(
    (files: readonly File[]) => {
      pool.current ??= createHashPool();
      const first = entries.current.length;
      const added = files.map((file, at): [File, Entry] => [file, makeEntry(file, first + at)]);
      entries.current = [...entries.current, ...added.map(([, entry]) => entry)];
      for (const [file, entry] of added) {
        pool.current
          .hash(file, (bytes) => {
            entry.read = bytes;
            tell();
          })
          .then((digest) => Object.assign(entry, { digest, state: 'hashed', read: file.size }))
          .catch((error: unknown) => Object.assign(entry, { state: 'failed', reason: problemOf(error).detail }))
          .finally(tell);
      }
      tell();
    },
    [tell],
  );

  const record = useCallback(
    async (withNames: boolean) => {
      setRecording(true);
      try {
        const ready = entries.current.filter(({ state }) => state === 'hashed');
        for (let start = 0; start < ready.length; start += batchSize) {
          await recordBatch(ready.slice(start, start + batchSize), withNames, keys.current, tell);
        }
      } finally {
        setRecording(false);
        tell();
      }
    },
    [tell],
  );

  const clear = useCallback(() => {
    pool.current?.close();
    pool.current = null;
    entries.current = [];
    tell();
  }, [tell]);

  return { entries: entries.current, recording, add, record, clear };
}

function makeEntry({ name, size }: File, key: number): Entry {
  return { key, name, bytes: size, state: 'hashing', read: 0, digest: null, id: null, reason: null };
}

async function recordBatch(
  batch: Entry[],
  withNames: boolean,
  keys: Map<string, string>,
  tell: () => void,
): Promise<void> {
  const items = batch.map(({ digest, name, bytes }): FileDigest => {
    const item = { digest: digest ?? '' };
    return withNames ? { ...item, name: name.slice(-255), bytes } : item;
  });
  const content = JSON.stringify(items);
  const key = keys.get(content) ?? randomKey();
  keys.set(content, key);
  for (const entry of batch) entry.state = 'recording';
  tell();
  try {
    const recorded = await recordEvidence(items, key);
    batch.forEach((entry, at) => {
      entry.state = 'recorded';
      entry.id = recorded.items[at]?.id ?? null;
    });
    keys.delete(content);
  } catch (error) {
    for (const entry of batch) entry.state = 'hashed';
    throw error;
  } finally {
    tell();
  }
}

/** `crypto.randomUUID` is closed to pages that are not served securely; this is not. */
function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
