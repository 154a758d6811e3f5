import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a webhook got. */
export interface Received {
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** A real receiver; `answer` decides the status of each push, a promise that never settles keeps it waiting. */
export interface TestReceiver {
  url: string;
  received: Received[];
  answer: (at: number) => number | Promise<number>;
  close(): Promise<void>;
}

/** Starts a receiver of webhooks on a free port. */
export async function startReceiver(): Promise<TestReceiver> {
  const receiver: TestReceiver = { url: '', received: [], answer: () => 200, close: async () => undefined };
  const server: Server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    receiver.received.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
    response.writeHead(await receiver.answer(receiver.received.length)).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook?key=secret`;
  receiver.close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return receiver;
}

/** Checks GS1-Signature as a receiver would, from its description alone. */
export function isSigned({ headers, body }: Received, token: string): boolean {
  const [, seconds = '', mac = ''] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['gs1-signature'])) ?? [];
  return createHmac('sha256', token).update(`${seconds}.${body}`).digest('hex') === mac;
}

interface Told {
  epcisBody: {
    queryResults: { queryName: string; subscriptionID?: string; resultsBody: { eventList: { epcList: string[] }[] } };
  };
}

/** The serial numbers of the events in a push. */
export function serialsOf(body: string): string[] {
  const { eventList } = (JSON.parse(body) as Told).epcisBody.queryResults.resultsBody;
  return eventList.map(({ epcList }) => epcList[0]?.split('/').at(-1) ?? '');
}
