import { Link } from '@tanstack/react-router';
import { useText } from '../../cooperation/parts/useText.ts';
import { shorten } from '../../format/shorten.ts';
import { shortId } from '../api/common.ts';
import { useEntry } from './useEntry.ts';

/** A dataset by its title, as soon as its department's catalogue told it. */
export function DatasetName({ department, dataset }: { department: string; dataset: string }) {
  const text = useText();
  const id = shortId(dataset);
  const entry = useEntry(department, dataset);
  return (
    <Link to="/exchange/catalogue/$department/$id" params={{ department, id }} className="x-link" title={dataset}>
      {text(entry?.title) || shorten(id)}
    </Link>
  );
}
