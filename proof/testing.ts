export { exchangeLogKey, makeExchangeBundle, oneView } from './exchange/exchangeTesting.ts';
export { secondVerifier } from './exchange/secondVerifier.ts';
