import { setTimeout as pause } from 'node:timers/promises';
import { makeDocument } from './makeEvent.ts';

/** What a client that sends events without pause has been promised so far. */
export interface CaptureLoad {
  /** Every EPC whose capture was answered with a 2xx. */
  readonly acknowledged: readonly string[];
  /** How many requests failed; the client sends the same document again until it is acknowledged. */
  readonly failures: number;
  stop(): Promise<void>;
}

export interface LoadCaptureParameters {
  url: string;
  apiKey: string;
  clients: number;
  /** How long a client rests after each answer, so that the test that checks every event ends in time. */
  restMs: number;
}

/** Sends events from several clients at once, again and again until each is acknowledged. */
export function loadCapture({ url, apiKey, clients, restMs }: LoadCaptureParameters): CaptureLoad {
  const acknowledged: string[] = [];
  let failures = 0;
  let serial = 0;
  let running = true;

  async function send(text: string): Promise<boolean> {
    const response = await fetch(`${url}/epcis/capture`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${apiKey}` },
      body: text,
      signal: AbortSignal.timeout(10_000),
    }).catch(() => null);
    await response?.text().catch(() => '');
    if (response && response.status >= 400 && response.status < 500 && response.status !== 429) {
      throw new Error(`a valid document was refused with ${response.status}`);
    }
    return response?.ok ?? false;
  }

  async function work(): Promise<void> {
    while (running) {
      serial += 1;
      const { text, epc } = makeDocument(serial);
      while (running && !(await send(text))) {
        failures += 1;
        await pause(50);
      }
      if (running) acknowledged.push(epc);
      await pause(restMs);
    }
  }
  const workers = Promise.all(Array.from({ length: clients }, work));
  return {
    acknowledged,
    get failures() {
      return failures;
    },
    async stop() {
      running = false;
      await workers;
    },
  };
}
