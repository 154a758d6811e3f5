import type { Proposal } from '../api/proposals.ts';
import { supports } from '../api/types.ts';

/** How the votes that were cast divide, as one bar. */
export function TallyBar({ tally }: { tally: Proposal['tally'] }) {
  const all = supports.reduce((sum, support) => sum + Number(tally[support]), 0);
  return (
    <span className="tally-bar" aria-hidden="true">
      {all > 0 &&
        supports.map((support) => (
          <i
            key={support}
            className={`tally-${support}`}
            style={{ width: `${(Number(tally[support]) / all) * 100}%` }}
          />
        ))}
    </span>
  );
}
