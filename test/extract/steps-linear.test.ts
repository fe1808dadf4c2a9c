import { Session } from 'node:inspector';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { convert } from '../../pipeline/convert.js';

// Words are cut by a library, for which a dictionary of its own would be loaded.
vi.mock('../../pipeline/refine/keywords.js', () => ({
  withKeywords: (documents: unknown) => documents,
}));

const OPTIONS = { encoding: null, tokens: false, redactContacts: false };
/** Characters of the shorter text; the longer one has four times as many. */
const LENGTH = 2500;
const TIMES = 4;
/** Times the steps that four times the text may take, of all functions and of each that takes many. */
const MOST = 6;
const MOST_OF_ONE = 8;
/** Steps a character that a function may take without being looked at. */
const FEW_STEPS = 2;

const HEAD = '关于做好工作的通知\n\n各县人民政府：\n\n一、主要任务\n（一）做好服务工作。';
const HEADS = '序号\n任务\n责任单位\n完成时限\n';

type Kind = (length: number) => string;
const repeated = (words: string, length: number): string =>
  words.repeat(Math.ceil(length / words.length)).slice(0, length);
/** One thing behind another in the paragraph of a task. */
const inTask =
  (words: string): Kind =>
  (length) =>
    HEAD + repeated(words, length);
/** The same as lines below a task. */
const below =
  (words: string): Kind =>
  (length) =>
    `${HEAD}\n${repeated(words, length)}`;
const alone =
  (words: string): Kind =>
  (length) =>
    repeated(words, length);
const inPage =
  (before: string, words: string, after = ''): Kind =>
  (length) =>
    `<!doctype html><html><body><h1>关于做好工作的通知</h1><div>${before}${words.repeat(Math.ceil(length / words.length))}${after}</div></body></html>`;

const TEXTS: Readonly<Record<string, Kind>> = {
  ...Object.fromEntries(
    [
      ...['。', '，', '：', '；', '、', '—', '.', '*', ' ', '\u3000', '\t', '1', '一', '万', '%'],
      ...['（', '）', '（）', '【', '《', '《通知》', '“', '”', '"', '(', '《关于', '（【〔《“'],
      ...[
        '市发改委',
        '市发改委、',
        '由市发改委牵头',
        '由',
        '各',
        '和',
        '等',
        '局',
        '市',
        '县',
        '的',
        '办公室',
      ],
      ...[
        '牵头',
        '负责',
        '会同',
        '配合',
        '市发改委牵头，市财政局配合，',
        '市发改委负责，',
        '（市发改委负责）',
      ],
      ...[
        '市财政局会同市发改委负责，',
        '牵头单位：',
        '牵头单位：市发改委',
        '（牵头单位：市发改委）',
      ],
      ...[
        '2025年6月底前',
        '2025年6月30日、',
        '每年',
        '每季度',
        '年底前',
        '3个工作日内',
        '到2025年，',
        '长期坚持，',
      ],
      ...[
        '100万元',
        '新增10家',
        '达到95%以上，',
        '增长5%左右、',
        '从10%提高到20%',
        '目标值：95%；',
        '率',
        '有效期5年。',
      ],
      ...[
        '一是做好工作。二是做好服务。',
        '（1）做好工作；',
        '①做好工作',
        '第一，',
        '国发〔2025〕1号、',
        '《通知》同时废止。',
      ],
      ...['联系人：张三，电话：0571-12345678；', 'http://a.gov.cn/a ', '做', 'a', '①'],
      ...[
        '〔〕',
        '1.',
        '|',
        '——',
        '第一条',
        '附件1：',
        '１２３４',
        '月底前',
        '至',
        '万元',
        '“”',
        '‘',
        '「」',
      ],
      ...[
        '不低于',
        '3至5',
        '〇',
        '二〇二五年',
        '2025.6.30',
        '①②③',
        '·',
        '[',
        '<',
        '&',
        '\\',
        '#',
        '！',
      ],
      ...['等部门', '各有关部门', '“十四五”', '90%以上', '左右', '第', '号', '将', '（）（'],
    ].map((words) => [`in a task: ${JSON.stringify(words)}`, inTask(words)]),
  ),
  ...Object.fromEntries(
    [
      '做好工作',
      '责任单位：',
      '牵头单位：市发改委',
      '完成时限：2025年底',
      '联系人：张三',
      '市发改委',
      '1.做好工作',
      '（一）做好工作',
    ].map((words) => [`lines below a task: ${words}`, below(`${words}\n`)]),
  ),
  ...Object.fromEntries(
    [
      '做好工作',
      '工作',
      '重点任务',
      '责任单位',
      '序号',
      '附件1',
      '一、做好工作',
      '第一条 做好工作',
      '关于做好工作的通知',
      '国发〔2025〕1号',
      '抄送：市委',
      '目录',
      '2025年6月30日',
      '| a | b |',
      '序号\t任务\t责任单位',
      '做好工作  市发改委',
      '---- ----',
      '│a│b│',
      '+--+--+',
      '- 做好工作',
    ].map((words) => [`lines: ${JSON.stringify(words)}`, alone(`${words}\n`)]),
  ),
  'rows of a table, a cell a line': (length) =>
    HEADS + repeated('1\n做好工作\n市发改委\n2025年底前\n', length),
  'nested brackets': (length) => `${HEAD}${'（'.repeat(length / 2)}${'）'.repeat(length / 2)}`,
};

const PAGES: Readonly<Record<string, Kind>> = {
  ...Object.fromEntries(
    [
      '<br>',
      '<span>a</span>',
      '<span>',
      '<div>',
      '<p>做好工作</p>',
      '<p>',
      '<b>',
      '&nbsp;',
      '<!--a-->',
      '<',
      '做好工作<br>',
      '<a href="a.pdf">附件1</a>',
      '<a>',
      '<img src="a.png">',
      '<p><span>做好工作</span></p>',
      '<li>做好工作</li>',
      '<table><tr><td>a</td></tr></table>',
      '<hr>',
    ].map((words) => [words, inPage('', words)]),
  ),
  '<td>': inPage('<table><tr>', '<td>a</td>', '</tr></table>'),
  '<tr>': inPage('<table>', '<tr><td>做好工作</td><td>市发改委</td></tr>', '</table>'),
};

const session = new Session();
/** The inspector answers before `post` returns. */
function post<Result>(method: string, parameters: object = {}): Result {
  let answer: unknown;
  session.post(method, parameters, (error, result) => {
    if (error) throw error;
    answer = result;
  });
  return answer as Result;
}

interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly {
      readonly functionName: string;
      readonly ranges: readonly { readonly startOffset: number; readonly count: number }[];
    }[];
  }[];
}

/** How often each stretch of the pipeline's own code ran while a text was converted, by function. */
async function stepsOf(text: string, uri: string): Promise<Map<string, number>> {
  post('Profiler.takePreciseCoverage');
  const bytes = new TextEncoder().encode(text);
  await convert({ uri, bytes, sha256: '0'.repeat(64) }, OPTIONS);
  const steps = new Map<string, number>();
  for (const { url, functions } of post<Coverage>('Profiler.takePreciseCoverage').result) {
    if (!/\/pipeline\//.test(url)) continue;
    const file = url.replace(/^.*\/pipeline\//, '');
    for (const { functionName, ranges } of functions) {
      const name = `${file} ${functionName}`;
      const ran = ranges.reduce((sum, { count }) => sum + count, 0);
      steps.set(name, (steps.get(name) ?? 0) + ran);
    }
  }
  return steps;
}

const total = (steps: ReadonlyMap<string, number>): number =>
  [...steps.values()].reduce((sum, count) => sum + count, 0);

/** V8 now and then loses counts of a function that it has just made quick: what is steep stays so when counted anew. */
const COUNTED = 3;

async function expectLinear(kind: Kind, uri: string): Promise<void> {
  let counted = await countsOf(kind, uri);
  for (let again = 1; again < COUNTED && isSteep(counted); again++) {
    counted = await countsOf(kind, uri);
  }
  expect(counted.steps).toBeGreaterThan(1000);
  expect(counted.steeper).toEqual([]);
  expect(counted.ratio).toBeLessThan(MOST);
}

type Counted = Awaited<ReturnType<typeof countsOf>>;
const isSteep = ({ ratio, steeper }: Counted): boolean => steeper.length > 0 || ratio >= MOST;

/** Steps of the longer text, times those of the shorter, and the functions that take too many. */
async function countsOf(kind: Kind, uri: string) {
  const short = await stepsOf(kind(LENGTH), uri);
  const long = await stepsOf(kind(LENGTH * TIMES), uri);
  const steeper = [...long].flatMap(([name, steps]) => {
    const ratio = steps / Math.max(FEW_STEPS * LENGTH, short.get(name) ?? 0);
    return ratio > MOST_OF_ONE ? [`${name}: ${ratio.toFixed(1)} times`] : [];
  });
  return { steps: total(long), ratio: total(long) / total(short), steeper };
}

describe('four times the text takes four times the steps', () => {
  beforeAll(async () => {
    session.connect();
    post('Profiler.enable');
    post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    // What is made once.
    await stepsOf(HEAD, 'a.txt');
    await stepsOf(PAGES['<tr>']!(100), 'a.html');
  }, 60_000);

  afterAll(() => {
    post('Profiler.stopPreciseCoverage');
    session.disconnect();
  });

  it.each(Object.entries(TEXTS))('%s', async (_, kind) => expectLinear(kind, 'a.txt'), 60_000);
  it.each(Object.entries(PAGES))(
    'page of %s',
    async (_, kind) => expectLinear(kind, 'a.html'),
    60_000,
  );
});
