import type { CatalogEntry } from '../api/catalogue.ts';
import { DirectoryTree } from './DirectoryTree.tsx';
import { EntryLine } from './EntryLine.tsx';

interface EntryListProps {
  department: string;
  entries: CatalogEntry[];
  /** By duties, in the three levels of the directory. */
  tree: boolean;
}

/** Datasets of one department. */
export function EntryList({ department, entries, tree }: EntryListProps) {
  if (tree && entries.length > 0) return <DirectoryTree department={department} entries={entries} />;
  return (
    <ul className="x-entries">
      {entries.map((entry) => (
        <li key={entry.id}>
          <EntryLine department={department} entry={entry} />
        </li>
      ))}
    </ul>
  );
}
