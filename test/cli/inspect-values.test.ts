import { expect, test } from 'vitest';
import { explainedPage } from '../../cli/explained-page.js';
import type { ExplainedKind } from '../../pipeline/explain.js';
import { type ExplainedFile, explainFile } from '../../workers/explain.js';
import { folderOf, runScript } from '../workers/fixtures/folders.js';

const NOTICE = `温州市人民政府办公室关于做好服务工作的通知

各县（市、区）人民政府：

一、总体要求
到2025年，培育示范企业50家。

二、重点任务
1.建设窗口。2025年8月底前建成综合窗口20个。（责任单位：市商务局、市数据局）
2.减轻负担。对月销售额10万元以下的纳税人免征增值税。（市税务局）
`;

const explained = (kind: ExplainedKind, all = true): Promise<ExplainedFile> =>
  explainFile('notice.txt', Buffer.from(NOTICE), { kind, all });

const pageOf = async (kind: ExplainedKind, explain = true): Promise<string> =>
  explainedPage(await explained(kind, explain), { explain, colour: false });

test('a target stands in its sentence, with its place, its value and its rule', async () => {
  const stdout = await pageOf('targets');
  expect(stdout).toMatch(/^温州市人民政府办公室关于做好服务工作的通知\n/);
  const place = NOTICE.indexOf('20个');
  expect(stdout).toContain(`  1 建设窗口\n    ${place} `);
  expect(stdout).toContain('2025年8月底前建成综合窗口【20个】。');
  expect(stdout).toMatch(/✓ 综合窗口 >= 20个 by 2025-08-31\n.*\n {16}[a-z]+\.[a-z-]+/);
});

test('without --explain there are values only, and no rules', async () => {
  const stdout = await pageOf('targets', false);
  expect(stdout).toContain('【20个】');
  expect(stdout).not.toContain('✗');
  expect(stdout).not.toMatch(/(?:target|quantity)\.[a-z]/);
});

test('a number of years and a bracket of places say why they were passed over', async () => {
  const text = '关于做好工作的通知\n\n一、推进三年行动。各县（市、区）做好服务工作。（市商务局）\n';
  const pages = await Promise.all(
    (['deadlines', 'units'] as const).map(async (kind) =>
      explainedPage(await explainFile('a.txt', Buffer.from(text), { kind, all: true }), {
        explain: true,
        colour: false,
      }),
    ),
  );
  expect(pages[0]).toMatch(/✗ passed over\n {16}.*推进【三年】行动。\n {16}deadline\.duration: /);
  expect(pages[1]).toMatch(
    /✗ passed over\n {16}.*各县【（市、区）】做好.*\n {16}unit\.place-class: /,
  );
  expect(pages[1]).toMatch(/✓ responsible 市商务局 \(list\)\n.*\n {16}unit\.list: /);
});

test('a section that gives no task says which rule passed it over', async () => {
  const stdout = await pageOf('tasks');
  expect(stdout).toMatch(/✗ passed over\n {16}.*【.*总体要求.*】.*\n {16}task\.aims: /);
  expect(stdout).toMatch(/✓ 2 减轻负担\n {16}task\.whole: /);
});

test('a program gets each line with its sentence in three parts', async () => {
  const { documents } = await explained('units');
  const unit = documents[0]!.lines.find(({ raw }) => raw === '市商务局')!;
  expect(unit).toMatchObject({
    kind: 'units',
    number: '1',
    title: '建设窗口',
    passed_over: false,
    page: null,
    start: NOTICE.indexOf('市商务局'),
    end: NOTICE.indexOf('市商务局') + 4,
    sentence: ['（责任单位：', '市商务局', '、市数据局）'],
  });
  expect(unit.value).toBe('responsible 市商务局 (label)');
});

test.each([
  [['tasks', 'nowhere.txt'], 'Cannot read nowhere.txt: ENOENT'],
  [['units', '--explain'], 'With --explain name one file.'],
])('%j is wrong usage', async (args, says) => {
  const { status, stderr } = await runScript('cli/main.ts', ['inspect', ...args]);
  expect(status).toBe(2);
  expect(stderr).toContain(says);
});

test('--json prints one object', async () => {
  const cwd = folderOf({ 'notice.txt': NOTICE });
  const args = ['inspect', 'deadlines', 'notice.txt', '--explain', '--json'];
  const { status, stdout } = await runScript('cli/main.ts', args, { cwd });
  expect(status).toBe(0);
  expect((JSON.parse(stdout) as ExplainedFile).documents[0]!.lines[0]).toMatchObject({
    kind: 'deadlines',
    value: 'by 2025-08-31',
  });
});

test('a dash stands for standard input, where a text is expected', async () => {
  const { stdout } = await runScript('cli/main.ts', ['inspect', 'times', '-'], {
    stdin: '2025年8月底前完成',
  });
  expect(stdout).toContain('"2025年8月底前"\tend=2025-08-31\tkind=by');
});

test('a file given as a text is told, with the command that reads it', async () => {
  const cwd = folderOf({ 'notice.txt': NOTICE });
  const { status, stderr } = await runScript('cli/main.ts', ['inspect', 'times', 'notice.txt'], {
    cwd,
  });
  expect(status).toBe(2);
  expect(stderr).toContain('gongwen inspect times < notice.txt');
});
