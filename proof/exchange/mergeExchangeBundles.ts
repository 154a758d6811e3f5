import { proofErrors } from '../errors.ts';
import { inBoth } from '../words.ts';
import { namedDocuments } from './checkChain.ts';
import type { ExchangeBundle, ExchangeView, LogCheckpoint } from './exchangeBundle.ts';
import { openView } from './openView.ts';
import { readExchangeBundle } from './readExchangeBundle.ts';

/**
 * One bundle of both sides' views of an exchange; what they share is kept once. Of two views of one department the one with
 * more records stays. @throws PROOF_BAD_EXCHANGE_BUNDLE, PROOF_OTHER_EXCHANGE
 */
export function mergeExchangeBundles(values: readonly unknown[]): ExchangeBundle {
  const bundles = values.map(readExchangeBundle);
  const [first] = bundles;
  const other = bundles.find(({ agreement }) => agreement !== first?.agreement);
  if (!first || other) {
    const nameOf = (bundle: ExchangeBundle | undefined) => bundle?.agreement ?? { en: 'none', zh: '无' };
    throw proofErrors.otherExchange(...inBoth({ one: nameOf(first), other: nameOf(other) }));
  }
  const chosen = new Map<string, ExchangeView>();
  for (const bundle of bundles) {
    for (const view of bundle.views) {
      const known = chosen.get(view.participant);
      if (!known || view.records.length > known.records.length) chosen.set(view.participant, view);
    }
  }
  const views = [...chosen.values()].sort((a, b) => (a.participant < b.participant ? -1 : 1));
  const opened = views.map(openView);
  const documents = new Set(opened.flatMap(namedDocuments));
  const checkpoints = new Set(views.flatMap(({ records }) => records.map(({ proof }) => proof.checkpoint)));
  const pick = <Value>(name: 'documents' | 'checkpoints', wanted: ReadonlySet<string>) => {
    const all = bundles.flatMap((bundle) => Object.entries(bundle[name] as Record<string, Value>));
    return Object.fromEntries(all.filter(([digest]) => wanted.has(digest)));
  };
  return {
    format: first.format,
    agreement: first.agreement,
    views,
    documents: pick<string>('documents', documents),
    checkpoints: pick<LogCheckpoint>('checkpoints', checkpoints),
  };
}
