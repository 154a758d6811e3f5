import { Link } from '@tanstack/react-router';
import { useText } from '../../cooperation/parts/useText.ts';
import { shorten } from '../../format/shorten.ts';
import { shortId } from '../api/common.ts';
import { useEntry } from './useEntry.ts';
import { useKnownNames } from './useKnownNames.ts';

/** A dataset by its title: as an application named it, else as its department's catalogue does. */
export function DatasetName({ department, dataset }: { department: string; dataset: string }) {
  const text = useText();
  const id = shortId(dataset);
  const { datasetName, pending } = useKnownNames();
  const name = datasetName(dataset);
  const entry = useEntry(name === null && !pending ? department : null, dataset);
  return (
    <Link to="/exchange/catalogue/$department/$id" params={{ department, id }} className="x-link" title={dataset}>
      {name ?? (text(entry?.title) || shorten(id))}
    </Link>
  );
}
