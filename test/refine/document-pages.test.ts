import { expect, it } from 'vitest';
import { convert } from '../../pipeline/convert.js';

/** A table as it is printed with its cells out of their rows, so that none can be told. */
const LOST = `
序号   重点任务     工作内容                     牵头单位     配合单位     完成时限
                                                县发展改革
              推进政务服务“一网通办”，推动高频事项网              委、县司法    2026 年 6 月底
1    优化营商环境                        县数据局
              上办理，网办率达到 95%以上                   局、县市场监   前
                                                督管理局
                                                县住房和城乡
              新建充电桩 500 个，完善城县充换电设施网   县发展和改革   建设局、县自   2026 年 12 月底
2    优化营商环境
              络布局                      委员会      然资源和规划   前
                                                局
              开展涉企行政检查专项整治行动，规范检查               县直各有关部
3    法治建设                         县司法局                   长期坚持
              频次                                门
                                                县财政局、县
              举办促消费活动 20 场以上，发放消费券 3000                  2026 年 9 月底
4    促进消费                               县商务局    文化广电旅游
              万元                                         前
                                                体育局
                                                县生态环境
                                                局、国网某供   2026 年 11 月底
5    生态环保     改造污水管网 30 公里，建成污水处理厂 2 座 县水务局
                                                电公司、人行   前
`;

async function warningsOf(text: string) {
  const bytes = new TextEncoder().encode(text);
  const { documents, rejects } = await convert(
    { uri: 'a.txt', bytes, sha256: '0'.repeat(64) },
    { encoding: null, tokens: false, redactContacts: false },
  );
  expect(rejects).toEqual([]);
  return documents.flatMap(({ document }) => [
    document.source.page_start,
    ...document.warnings.map(({ code, at }) => [code, at?.page]),
  ]);
}

it('are none for a text whose words are all set apart, nor for its warnings', async () => {
  expect(await warningsOf(`\f${LOST.trim()}`)).toEqual([null, ['table_order_lost', null]]);
});

it('stand in the warnings of a text that has words on them', async () => {
  expect(await warningsOf(`某县重点工作安排\n\f${LOST.trim()}`)).toEqual([
    1,
    ['table_order_lost', 2],
  ]);
});
