import type { JsonValue } from '../canonicalizeJson.ts';
import type { Words } from '../words.ts';
import { digestJson, digestLink } from './digestLink.ts';
import type { ExchangeBundle } from './exchangeBundle.ts';
import { ensure } from './exchangeCheck.ts';
import { isObject, type OpenView } from './openView.ts';

/** Follows the chain from the first record of a view to the last, over the links of other records; gives what is not shown. */
function followChain({ participant, records, links }: OpenView): Words[] {
  const gaps: Words[] = [];
  let at: { sequence: number; digest: string } | null = null;
  let used = 0;
  for (const record of records) {
    const name = {
      en: `record ${record.sequence} of ${participant}`,
      zh: `${participant} 第 ${record.sequence} 条记录`,
    };
    if (at) {
      ensure(record.sequence > at.sequence, `The ${name.en} is not in its place.`, `${name.zh}不在应在的位置。`);
      const first = at.sequence + 1;
      let { sequence, digest }: { sequence: number; digest: string } = at;
      for (let link = links[used]; link && link.sequence < record.sequence; link = links[used]) {
        ensure(
          link.sequence === sequence + 1,
          `The links before ${name.en} have a gap.`,
          `${name.zh}之前的链接有缺口。`,
        );
        sequence = link.sequence;
        digest = digestLink({ ...link, participant, previous: digest });
        used += 1;
      }
      const isShown = sequence === record.sequence - 1;
      ensure(
        isShown || sequence === at.sequence,
        `The links before ${name.en} have a gap.`,
        `${name.zh}之前的链接有缺口。`,
      );
      if (isShown)
        ensure(
          record.previous === digest,
          `The ${name.en} does not follow what is before it.`,
          `${name.zh}与前面的内容不相接。`,
        );
      else {
        const last = record.sequence - 1;
        gaps.push({ en: `${first} to ${last} of ${participant}`, zh: `${participant} 第 ${first} 至 ${last} 条` });
      }
    }
    at = record;
  }
  ensure(
    used === links.length,
    `The links of ${participant} are not between its records.`,
    `${participant} 的链接不在其记录之间。`,
  );
  return gaps;
}

/** The chains of all views; gaps are named. @throws CheckFailed */
export function checkChains(views: readonly OpenView[]): Words {
  const gaps = views.flatMap(followChain);
  if (gaps.length === 0)
    return { en: 'Every record follows the one before it, without a gap.', zh: '记录前后相接，没有缺口。' };
  return {
    en: `Every record follows the one before it; not shown: ${gaps.map(({ en }) => en).join(', ')}.`,
    zh: `记录前后相接；未出示：${gaps.map(({ zh }) => zh).join('、')}。`,
  };
}

/** Ids and times of records. @throws CheckFailed */
export function checkRecords(views: readonly OpenView[], agreement: string): Words {
  const records = views.flatMap((view) => view.records);
  const ids = new Set(records.map(({ id }) => id));
  ensure(ids.size === records.length, 'Two records have the same id.', '有两条记录编号相同。');
  ensure(
    records.some(({ facts }) => facts.agreement === agreement),
    `No record is about the agreement ${agreement}.`,
    `没有记录关于协议 ${agreement}。`,
  );
  const names = views.map(({ participant }) => participant);
  return {
    en: `${records.length} records of ${names.join(' and ')}.`,
    zh: `${names.join('、')} 的 ${records.length} 条记录。`,
  };
}

/** That every view holds what its department says it has to hold. @throws CheckFailed */
export function checkManifests(bundle: ExchangeBundle, views: readonly OpenView[]): Words {
  const sameList = (a: readonly JsonValue[], b: readonly JsonValue[]) => digestJson([...a]) === digestJson([...b]);
  for (const [at, { participant, claims, records, links }] of views.entries()) {
    const of = `of ${participant}`;
    ensure(
      claims.agreement === bundle.agreement,
      `The manifest ${of} is about another agreement.`,
      `${participant} 的清单关于另一份协议。`,
    );
    ensure(
      claims.participant === participant,
      `The manifest ${of} is of another department.`,
      `${participant} 的清单属于另一部门。`,
    );
    const digests = records.map(({ digest }) => digest);
    ensure(
      sameList(claims.records, digests),
      `The records ${of} are not those of its manifest.`,
      `${participant} 的记录与其清单不符。`,
    );
    const proofs = (bundle.views[at]?.records ?? []).map(({ proof }) => ({ ...proof }) as JsonValue);
    ensure(
      claims.proofs === digestJson(proofs),
      `The proofs ${of} are not those of its manifest.`,
      `${participant} 的证明与其清单不符。`,
    );
    const shown = links.map((link) => ({ ...link }) as JsonValue);
    ensure(
      claims.links === digestJson(shown),
      `The links ${of} are not those of its manifest.`,
      `${participant} 的链接与其清单不符。`,
    );
  }
  return { en: 'Every view is complete by the word of its department.', zh: '各方的记录均经本部门声明完整。' };
}

/** Digests of the documents that a view's records and manifest name. */
export function namedDocuments({ records, claims }: OpenView): string[] {
  const named = records.flatMap(({ documents }) => Object.values(documents));
  return [...named, ...Object.values(claims.dids), ...(claims.grant === null ? [] : [claims.grant])];
}

/** That all documents are there, and no others. @throws CheckFailed */
export function checkDocuments(bundle: ExchangeBundle, views: readonly OpenView[]): Words {
  const named = new Set(views.flatMap(namedDocuments));
  for (const digest of named) {
    ensure(Object.hasOwn(bundle.documents, digest), `The document ${digest} is missing.`, `缺少文件 ${digest}。`);
  }
  for (const digest of Object.keys(bundle.documents))
    ensure(named.has(digest), `Nothing names the document ${digest}.`, `文件 ${digest} 没有任何记录提到。`);
  return { en: `All ${named.size} documents are there.`, zh: `${named.size} 份文件齐全。` };
}

/** A document of the bundle that is JSON. @throws CheckFailed */
export function readDocument(bundle: ExchangeBundle, digest: string, what: Words): { [key: string]: JsonValue } {
  let value: unknown;
  try {
    value = JSON.parse(bundle.documents[digest] ?? '');
  } catch {
    value = null;
  }
  ensure(isObject(value), `${what.en} is no JSON object.`, `${what.zh}不是 JSON 对象。`);
  return value;
}
