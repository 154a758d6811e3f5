const tags = ['Dataspace Protocol'];
/** Other connectors come in numbers from one address; each message is checked for its token before anything is done. */
const config = { access: 'public', rateLimit: { max: 60_000 } } as const;

/** Options of a path of the protocol: open to all by the platform's rules, with its own check of tokens. */
export function routeOptions(summary: string, more: { exposeHeadRoute?: boolean } = {}) {
  const description =
    'For connectors: a token signed by the caller’s DID is demanded; without a good one everything is 404.';
  return { config, schema: { tags, summary, description }, ...more };
}
