import type { transferFormats } from '../../delivery/delivery.ts';
import type { Dataset, Method } from '../dataset.ts';

type Format = (typeof transferFormats)[number] | 'xy:answer' | 'xy:match';

const rowFormats = ['xy:pull-csv', 'xy:pull-parquet', 'xy:query'] as const satisfies Format[];
const fileFormats = ['xy:pull-file'] as const satisfies Format[];
const others: Readonly<Record<Exclude<Method, 'pull'>, Format>> = {
  push: 'xy:push',
  stream: 'xy:stream',
  answer: 'xy:answer',
  match: 'xy:match',
};

/** The formats of a transfer in which a dataset can be asked for; a dataset without items is a file as it is. */
export function formatsOf({ methods, items }: Pick<Dataset, 'methods' | 'items'>): Format[] {
  return methods.flatMap((method) => {
    if (method !== 'pull') return [others[method]];
    return items.length > 0 ? rowFormats : fileFormats;
  });
}
