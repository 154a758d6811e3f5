import type { Store } from '../../../store/index.ts';
import { memberId } from '../../chain/members.ts';
import { allianceErrors } from '../../errors.ts';
import { type Page, type PageParameters, readPageToken, toPage } from '../../page.ts';
import type { PublishedScenario } from '../schemas.ts';

interface Row extends Omit<PublishedScenario, 'id'> {
  /** Slugs that proposals of the platform gave scenarios with this digest. */
  slugs: string[];
  epoch: number;
  log_index: number;
}

/** Lists the scenarios that the alliance published, every version, newest first. @throws ALLIANCE_PAGE_TOKEN_WRONG */
export async function listScenarios({ sql }: Store, page: PageParameters): Promise<Page<PublishedScenario>> {
  const [epoch = '9007199254740991', index = '0'] = readPageToken(page.pageToken, 2);
  if (!/^\d{1,16}$/.test(epoch) || !/^\d{1,9}$/.test(index)) throw allianceErrors.pageTokenWrong();
  const rows = await sql<Row[]>`
    select id_hash as "idHash", version, uri, digest, alliance.place(epoch, transaction) as place, epoch::float8, log_index,
      array(
        select d.document::jsonb->'parameters'->>'id' from alliance.proposal p
        join alliance.proposal_document d on d.digest = p.digest
        where p.executed_epoch = s.epoch and d.type = 'publishScenario') as slugs
    from alliance.scenario s where (epoch, log_index) < (${epoch}::bigint, ${index}::int)
    order by epoch desc, log_index desc limit ${page.perPage + 1}`;
  const { items, nextPageToken } = toPage(rows, page.perPage, (row) => [String(row.epoch), String(row.log_index)]);
  return {
    nextPageToken,
    items: items.map(({ idHash, version, uri, digest, place, slugs }) => ({
      id: slugs.find((slug) => memberId(slug) === idHash) ?? null,
      idHash,
      version,
      uri,
      digest,
      place,
    })),
  };
}
