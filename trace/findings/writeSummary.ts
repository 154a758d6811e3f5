import type { CertificateStatus } from '../certificates/readStatus.ts';
import type { EventRecord } from '../query/storedEvent.ts';
import type { FindingDecision } from './findFindings.ts';
import type { Finding } from './finding.ts';
import type { CaseProof } from './makeCase.ts';
import { certificateWords, detectorWords, severityWords, stateWords } from './summaryWords.ts';

/** What the summary page tells. */
export interface WriteSummaryParameters {
  finding: Finding & { decisions: FindingDecision[] };
  records: readonly EventRecord[];
  proofs: readonly CaseProof[];
  certificates: readonly CertificateStatus[];
}

const toHtml = (text: unknown) =>
  String(text ?? '').replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
const row = (...cells: unknown[]) => `<tr>${cells.map((cell) => `<td>${toHtml(cell)}</td>`).join('')}</tr>`;
const table = (heads: string[], rows: string[]) =>
  `<table><thead><tr>${heads.map((head) => `<th>${toHtml(head)}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;

const style = `body{font:15px/1.6 system-ui,"Noto Sans SC",sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}td,th{border:1px solid #bbb;padding:.3rem .5rem;
text-align:left;vertical-align:top;overflow-wrap:anywhere}th{background:#f2f2f2}code{overflow-wrap:anywhere}`;

/** A page in both languages that explains a case, and how each of its proofs is checked; it needs nothing else. */
export function writeSummary({ finding, records, proofs, certificates }: WriteSummaryParameters): string {
  const { id, detector, subject, score, severity, reasons, state, decisions, members, createdAt } = finding;
  const made = new Date().toISOString();
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${toHtml(id)}</title><style>${style}</style></head><body>
<h1>案卷 / Case ${toHtml(id)}</h1>
<p>生成时间 / Made at ${toHtml(made)}</p>
${table(
  ['项目 / Item', '内容 / Content'],
  [
    row('检测 / Detector', detectorWords[detector]),
    row('对象 / Subject', subject),
    row('分值 / Score', `${score}（${severityWords[severity]}）`),
    row('状态 / State', stateWords[state]),
    row('相关组织 / Organisations', members.join(', ')),
    row('发现时间 / Found at', createdAt),
  ],
)}
<h2>理由 / Reasons</h2>
<ol>${reasons.map(({ code, zh, en }) => `<li><p>${toHtml(zh)}</p><p>${toHtml(en)}</p><code>${toHtml(code)}</code></li>`).join('')}</ol>
<h2>决定 / Decisions</h2>
${
  decisions.length === 0
    ? '<p>尚无决定。/ None yet.</p>'
    : table(
        ['时间 / Time', '组织 / Organisation', '决定 / Decision', '说明 / Note', '存证 / Statement'],
        decisions.map((one) =>
          row(one.decidedAt, one.member ?? '—', stateWords[one.state], one.note, one.statementId ?? '—'),
        ),
      )
}
<h2>事件 / Events</h2>
${table(
  ['时间 / Time', '登记方 / Captured by', '步骤 / Step', '地点 / Place', '哈希 / Hash', '证明 / Proof'],
  records.map((one) => {
    const proof = proofs.find(({ hash }) => hash === one.hash);
    return row(
      one.event_time.toISOString(),
      one.member,
      one.biz_step,
      one.read_point,
      one.hash,
      proof?.file ?? proof?.problem ?? '—',
    );
  }),
)}
<h2>证书 / Certificates</h2>
${table(
  ['编号 / Number', '颁发方 / Issuer', '经营者 / Operator', '有效期 / Valid', '状态 / State'],
  certificates.map((one) =>
    row(
      one.number,
      one.issuer,
      one.operator,
      `${one.validFrom.slice(0, 10)} – ${one.validUntil.slice(0, 10)}`,
      certificateWords[one.state],
    ),
  ),
)}
<h2>如何核验 / How to verify</h2>
<p>对 proofs 文件夹中的每个文件运行 / For every file of the folder proofs run:</p>
<pre>npx xiangyu verify proofs/001-….json --rpc URL</pre>
<p>核验在本机进行，只需要区块链节点的地址。/ The check runs on your own machine and needs the address of a chain node alone.</p>
</body></html>
`;
}
