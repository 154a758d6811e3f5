import type { Dataset } from '../dataset.ts';
import { type Node, node, prefixes, ref, type Term, typed, type Value } from './terms.ts';

/** What is measured, as DQV metrics; they are defined in the export itself. */
const metrics = {
  completeness: ['必填项的填充率', 'Share of required values that are there', 'xsd:decimal', 'completeness'],
  uniqueness: ['主键唯一的行所占比例', 'Share of rows whose key no other row has', 'xsd:decimal', 'uniqueness'],
  validity: [
    '符合类型、格式和代码表的值所占比例',
    'Share of values with their type, form and code',
    'xsd:decimal',
    'validity',
  ],
  rows: ['行数', 'Rows', 'xsd:integer', 'completeness'],
  ageHours: ['最新一行距测量时的小时数', 'Hours from the newest row to the measurement', 'xsd:decimal', 'timeliness'],
  cycleKept: ['是否在声明的更新周期内', 'Whether the claimed cycle is kept', 'xsd:boolean', 'timeliness'],
} as const satisfies Record<string, readonly [string, string, Term, string]>;

type Metric = keyof typeof metrics;

/** The metrics that measurements refer to. */
export function describeMetrics(): Node[] {
  return Object.entries(metrics).map(([name, [zh, en, type, dimension]]) =>
    node(['dqv:Metric'], prefixes.xy + name, [
      [
        'skos:definition',
        [
          { '@value': zh, '@language': 'zh' },
          { '@value': en, '@language': 'en' },
        ],
      ],
      ['dqv:expectedDataType', ref(prefixes.xsd + type.slice(4))],
      ['dqv:inDimension', ref(`${prefixes.xy}dimension/${dimension}`)],
    ]),
  );
}

/** What was measured of a dataset, as DQV quality measurements. */
export function describeQuality({ id, quality, freshness }: Dataset): Node[] {
  const measurement = (metric: Metric, value: number | boolean | null | undefined, at: string | undefined): Node[] => {
    if (value === null || value === undefined || at === undefined) return [];
    const properties: [Term, Value][] = [
      ['dqv:isMeasurementOf', ref(prefixes.xy + metric)],
      ['dqv:computedOn', ref(id)],
      ['dqv:value', typed(value, metrics[metric][2])],
      ['prov:generatedAtTime', typed(at, 'xsd:dateTime')],
    ];
    return [node(['dqv:QualityMeasurement'], null, properties)];
  };
  const [looked, told] = [quality?.measuredAt, freshness?.measuredAt];
  return [
    ...measurement('completeness', quality?.completeness, looked),
    ...measurement('uniqueness', quality?.uniqueness, looked),
    ...measurement('validity', quality?.validity, looked),
    ...measurement('rows', quality?.rows, looked),
    ...measurement('ageHours', freshness?.ageHours, told),
    ...measurement('cycleKept', freshness?.kept, told),
  ];
}
