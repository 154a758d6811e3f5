import { defineErrors } from '../../errors.ts';
import { catalogueWords, datasetWords, stepWords } from './errorWords.ts';

/** Errors of the catalogue of data. */
export const catalogueErrors = defineErrors('catalogue', {
  draftInvalid: {
    status: 400,
    retryable: false,
    cause: 'The description of the dataset is not complete or contradicts itself: {problem}.',
    next: 'Mend the places that `details.problems` names, each with its path, and send it again.',
    zh: {
      cause: '数据集的说明不完整或自相矛盾：{problem}。',
      next: '请更正 `details.problems` 所列各处（均附路径）后重新提交。',
    },
  },
  dutyUnknown: {
    status: 404,
    retryable: false,
    cause: 'The department has no duty {code}.',
    next: 'Add the duty first; GET /api/exchange/catalog/duties lists those that are there.',
    zh: {
      cause: '本部门没有职责 {code}。',
      next: '请先添加该职责；用 GET /api/exchange/catalog/duties 可查看已有职责。',
    },
  },
  dutyInUse: {
    status: 409,
    retryable: false,
    cause: 'Datasets come from the duty {code}: {count}.',
    next: 'Move the datasets to another duty first.',
    zh: { cause: '职责 {code} 下仍有数据集：{count} 个。', next: '请先将这些数据集改属其他职责。' },
  },
  departmentUnknown: {
    status: 404,
    retryable: false,
    cause: 'The connector of the department {department} does not run here.',
    next: 'Look at the registry of connectors; the catalogue of a connector elsewhere can be read, but not subscribed to.',
    zh: {
      cause: '部门 {department} 的连接器不在本平台运行。',
      next: '请查看连接器名录；其他平台上连接器的目录可以查阅，但不能订阅。',
    },
  },
  datasetUnknown: {
    status: 404,
    retryable: false,
    cause: 'There is no dataset {id} in this catalogue, or it is not for you to see.',
    next: 'Look it up under /api/exchange/datasets.',
    zh: { cause: '该目录中没有数据集 {id}，或贵部门无权查看。', next: '请在 /api/exchange/datasets 中查找。' },
  },
  stepNotAllowed: {
    status: 409,
    retryable: false,
    cause: 'The dataset is {state}; in this state it cannot be {step}.',
    next: 'Read the dataset again: somebody may have moved it on.',
    zh: {
      cause: '数据集当前{state}，此状态下不能{step}。',
      next: '请重新读取数据集；可能已有他人处理。',
      values: { state: datasetWords, step: stepWords },
    },
  },
  revisionStale: {
    status: 409,
    retryable: false,
    cause: 'The dataset was changed after revision {revision} was read.',
    next: 'Read it again, put your change on top and send it with the new revision.',
    zh: { cause: '读取第 {revision} 版之后，数据集已被修改。', next: '请重新读取，在新版本上修改后再提交。' },
  },
  reviewerIsAuthor: {
    status: 403,
    retryable: false,
    cause: 'Who wrote a change does not review it.',
    next: 'Let another person with the right to review decide.',
    zh: { cause: '修改人不能审核自己的修改。', next: '请由另一名有审核权限的人员决定。' },
  },
  reasonMissing: {
    status: 400,
    retryable: false,
    cause: 'This step needs a reason, and there is none.',
    next: 'Say why in `reason`, so that the author or the readers know.',
    zh: { cause: '此步骤须说明理由，但未填写。', next: '请在 `reason` 中填写理由，供修改人或查阅者了解。' },
  },
  sourceMissing: {
    status: 409,
    retryable: false,
    cause: 'The dataset has no source that could be read.',
    next: 'Set a source in the description of the dataset first.',
    zh: { cause: '该数据集没有可读取的数据源。', next: '请先在数据集说明中设置数据源。' },
  },
  tableInvalid: {
    status: 400,
    retryable: false,
    cause: 'The table of items cannot be read: {problem}.',
    next: 'Mend the named line; docs/exchange-catalogue.md shows the columns.',
    zh: {
      cause: '无法读取信息项表格：{problem}。',
      next: '请更正所指出的行；各列说明见 docs/exchange-catalogue.md。',
      values: { problem: catalogueWords },
    },
  },
  scheduleInvalid: {
    status: 400,
    retryable: false,
    cause: 'The schedule is none: {problem}.',
    next: 'Give five fields of a crontab, in UTC and at least an hour apart, such as "0 20 * * *".',
    zh: {
      cause: '时间安排无效：{problem}。',
      next: '请填写 crontab 的五个字段，按 UTC 时间，间隔至少一小时，例如 "0 20 * * *"。',
      values: { problem: catalogueWords },
    },
  },
  filterInvalid: {
    status: 400,
    retryable: false,
    cause: 'The filter of the catalog request cannot be applied: {problem}.',
    next: 'Give one object with the parameters of a search, as docs/exchange-catalogue.md describes, or none.',
    zh: {
      cause: '目录请求的筛选条件无法应用：{problem}。',
      next: '请提供一个含检索参数的对象（见 docs/exchange-catalogue.md），或不提供。',
      values: { problem: catalogueWords },
    },
  },
  subscriptionUnknown: {
    status: 404,
    retryable: false,
    cause: 'There is no subscription {id} of yours.',
    next: 'List your subscriptions under /api/exchange/subscriptions.',
    zh: { cause: '贵部门没有订阅 {id}。', next: '请在 /api/exchange/subscriptions 查看订阅列表。' },
  },
  tooManySubscriptions: {
    status: 409,
    retryable: false,
    cause: 'There are {most} subscriptions already.',
    next: 'Remove some, or subscribe to the whole catalogue at once.',
    zh: { cause: '订阅已达 {most} 项。', next: '请取消部分订阅，或直接订阅整个目录。' },
  },
  pageTokenWrong: {
    status: 400,
    retryable: false,
    cause: 'The page token is none of this list.',
    next: 'Start again without one, and take each token from the page before.',
    zh: { cause: '分页标记不属于该列表。', next: '请使用上一次应答中的 nextPageToken；查看第一页时无需填写。' },
  },
});
