/** An invented department of the demonstration; the names say so in both languages. */
export interface DemoDepartment {
  slug: string;
  name: { zh: string; en: string };
  /** Ends the name of its database and of the role that reads it. */
  database: string;
}

const department = (slug: string, database: string, zh: string, en: string): DemoDepartment => ({
  slug: `demo-${slug}`,
  name: { zh: `南岭市${zh}（示范）`, en: `Nanling Demo ${en}` },
  database,
});

/** The departments of a city that is on no map. */
export const departments = {
  civilAffairs: department('civil-affairs', 'civil_affairs', '民政局', 'Civil Affairs Bureau'),
  publicSecurity: department('public-security', 'public_security', '公安局', 'Public Security Bureau'),
  marketRegulation: department('market-regulation', 'market_regulation', '市场监督管理局', 'Market Regulation Bureau'),
  agriculture: department('agriculture', 'agriculture', '农业农村局', 'Agriculture and Rural Affairs Bureau'),
  bigData: department('big-data', 'big_data', '大数据局', 'Big Data Bureau'),
} as const satisfies Record<string, DemoDepartment>;

export type DepartmentKey = keyof typeof departments;
