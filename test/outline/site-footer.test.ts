import { expect, it } from 'vitest';
import { convert } from '../../pipeline/convert.js';

async function read(text: string) {
  const bytes = new TextEncoder().encode(text);
  const input = { uri: 'a.txt', bytes, sha256: '0'.repeat(64) };
  const { documents } = await convert(input, {
    encoding: null,
    tokens: false,
    redactContacts: false,
  });
  return documents[0]!;
}

const NOTICE = (below: string): string => `关于印发安远县节水行动方案的通知

各乡镇人民政府：
现将方案印发给你们，请认真落实。

一、重点任务
1. 建设节水小区10个。（责任单位：县水利局）
二、保障措施
各责任单位要加强统筹。
${below}`;
const SIGNED = '\n安远县人民政府办公室\n2025年3月1日\n\n';

it.each([
  ['hosts behind the signature', `${SIGNED}主办：安远县人民政府办公室  承办：安远县数据局`],
  ['a licence and hosts', `${SIGNED}主办单位：安远县人民政府  浙ICP备05000000号`],
  [
    'related pages',
    `${SIGNED}相关链接\n关于印发安远县防汛方案的通知\n分享到微信\n版权所有：安远县人民政府`,
  ],
])('what a site prints below a notice is none of its words: %s', async (_, below) => {
  const { tasks } = await read(NOTICE(below));
  expect(tasks.map(({ units }) => units.map(({ name }) => name))).toEqual([
    ['县水利局'],
    ['各责任单位'],
  ]);
  expect(tasks.at(-1)!.text).toBe('各责任单位要加强统筹。');
});

it('a host named in the item is charged, though the paper ends with it', async () => {
  const { tasks } = await read(
    NOTICE('三、宣传节水\n举办节水宣传周。\n主办：县水利局；承办：县教育局'),
  );
  expect(tasks.at(-1)!.units.map(({ name, role }) => `${name} ${role}`)).toEqual([
    '县水利局 lead',
    '县教育局 responsible',
  ]);
});

it.each([
  ['（征求意见稿）\n', 'draft'],
  ['（草案）\n', 'draft'],
  ['', 'final'],
])('a mark of a draft above the title: %j', async (mark, stage) => {
  const { document } = await read(
    `${mark}安远县促进消费若干措施\n\n一、主要措施\n1. 新增夜市5个。（责任单位：县商务局）\n本措施自2025年8月1日起施行。`,
  );
  expect(document).toMatchObject({
    stage,
    title: '安远县促进消费若干措施',
    effective_on: '2025-08-01',
  });
});

const ACCOUNT = '（一）强化治安。新建警务站12个，6月底前完成整改30处。';
const PLAN = '（一）加强巡防。新建警务站8个，2025年12月底前完成。（责任单位：治安大队）';

it('an account of what was done beside a plan gives no tasks', async () => {
  const both = `安远县公安局2025年上半年工作总结及下半年工作计划\n\n一、上半年工作开展情况\n${ACCOUNT}\n二、下半年工作计划\n${PLAN}`;
  const { tasks, targets } = await read(both);
  expect(tasks.map(({ title }) => title)).toEqual(['加强巡防']);
  expect(targets.map(({ value }) => value)).toEqual([8]);
  const plan = `安远县公安局2025年工作计划\n\n一、强化治安\n${ACCOUNT}\n二、加强巡防\n${PLAN}`;
  expect((await read(plan)).targets.map(({ value }) => value)).toEqual([12, 30, 8]);
});
