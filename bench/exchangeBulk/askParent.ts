let last = 0;
const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (reason: Error) => void }>();

process.on('message', (message: { asked?: number; result?: unknown; error?: string }) => {
  const { asked, result, error } = message;
  if (asked === undefined) return;
  const call = waiting.get(asked);
  waiting.delete(asked);
  if (error === undefined) call?.resolve(result);
  else call?.reject(new Error(error));
});

/** Asks the process that started this one for what an alliance knows: DIDs, credentials, status lists, connectors. */
export function askParent(question: string, ...parameters: unknown[]): Promise<unknown> {
  const asked = ++last;
  return new Promise((resolve, reject) => {
    waiting.set(asked, { resolve, reject });
    process.send?.({ asked, question, parameters });
  });
}
