import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDeadlines, readPeriodCell } from '../../pipeline/extract/deadlines/index.js';
import { Passage } from '../../pipeline/model/passage.js';
import { SourceText } from '../../pipeline/model/source-text.js';

const CONTEXT = { documentYear: 2023 };

function passage(text: string): Passage {
  return Passage.of(new SourceText(text), [{ start: 0, end: text.length }]);
}

/** `kind start..end every` of every deadline in the text. */
function deadlines(text: string): string[] {
  return readDeadlines(passage(text), CONTEXT).map(short);
}

function short(deadline: ReturnType<typeof readDeadlines>[number]): string {
  const { kind, start, end, every } = deadline;
  return `${kind} ${start ?? ''}..${end ?? ''} ${every ?? ''}`.trim();
}

describe('readDeadlines', () => {
  const cases: readonly (readonly [string, ...string[]])[] = [
    // by a day
    ['2023 年6 月底前，全面推动监管信息共享。', 'by ..2023-06-30'],
    ['建成一批一站式平台，2025年12月底前覆盖全市。', 'by ..2025-12-31'],
    ['10月底前，省发展改革委要制定完善备案机制。', 'by ..2023-10-31'],
    ['推动年内修订《徐州市出租汽车客运经营权管理办法》。', 'by ..2023-12-31'],
    ['年度内各设区市应组织综合业务培训。', 'by ..2023-12-31'],
    ['到2027年，检查计划统一公示率100%。', 'by ..2027-12-31'],
    ['至2023年底累计培育创新型中小企业2万家以上。', 'by ..2023-12-31'],
    ['力争2023年新培育示范企业75家以上。', 'by ..2023-12-31'],
    ['2023年，培育绿色直播间30家。', 'by ..2023-12-31'],
    ['2023年底，新增省级服务商10个以上。', 'by ..2023-12-31'],
    ['全年新增贯标备案企业160家。', 'by ..2023-12-31'],
    ['2023年3月底前形成清单，上半年实现常态运行。', 'by ..2023-03-31', 'by ..2023-06-30'],
    ['情况请于2023年10月底报省住房城乡建设厅。', 'by ..2023-10-31'],
    ['应分别于6月10日、10月10日前上报情况。', 'by ..2023-06-10', 'by ..2023-10-10'],
    ['（市人社局负责，2023年11月底前完成）', 'by ..2023-11-30'],
    ['（责任单位：房产处，时限要求：6 月底）', 'by ..2023-06-30'],
    ['（责任单位：房产处；完成时限：2023年9月）', 'by ..2023-09-30'],
    // a stretch of days
    ['自2023 年1 月1 日至2024 年12 月31 日，继续减征。', 'period 2023-01-01..2024-12-31'],
    ['有关政策延续实施至2024年底。', 'period ..2024-12-31'],
    ['延长贴息政策执行期限至2027 年底，提供利息补贴。', 'period ..2027-12-31'],
    ['（二）调查处理阶段（2023年4-9月）。', 'period 2023-04-01..2023-09-30'],
    ['2023年对月销售额10万元以下的纳税人免征增值税。', 'period 2023-01-01..2023-12-31'],
    ['活动时间：2023年4月至10月。', 'period 2023-04-01..2023-10-31'],
    // again and again
    ['每月召开“两个健康”直通车座谈会', 'recurring .. P1M'],
    ['积极开展评估，按季度通报信贷投放进展', 'recurring .. P3M'],
    ['每年开展成果路演对接活动50场次以上', 'recurring .. P1Y'],
    ['主要负责同志每年至少专题听取1次工作汇报。', 'recurring .. P1Y'],
    ['确立3个联络点，每季度上门走访个体工商户', 'recurring .. P3M'],
    ['各市应于每月25日前将进展上报', 'recurring .. P1M'],
    ['每半年集中开展一次权限调整审批', 'recurring .. P6M'],
    ['每月2次向市局报送公文目录', 'recurring .. P1M'],
    ['每年2月底前各省份完成考核，3月底前国家完成分析。', 'recurring .. P1Y', 'recurring .. P1Y'],
    // without an end
    ['推进信息公开。（责任部门：房产处，时限要求：持续推进）', 'ongoing ..'],
    ['（市发展改革委牵头，长期坚持）', 'ongoing ..'],
  ];
  it.each(cases)('%s', (text, ...expected) => {
    expect(deadlines(text)).toEqual(expected);
  });

  const none = [
    '部署开展2023年度质量基础设施“一站式”服务工作。',
    '发布《泰安市实行告知承诺的证明事项通用清单（2023年版）》。',
    '落实《2023年全市招标投标领域整治方案》。',
    '聚焦“十四五”重大工程，落实“十四五”规划。',
    '用足用好2023年国家融资担保基金授信额度。',
    '根据2022年19号文执行。',
    '（浙金发〔2023〕13号）',
    '3个工作日内办结。',
    '自受理之日起30日内作出决定。',
    '原则上1个工作日内转入正式受理。',
    '原则上不得晚于采购活动开始前30日公开采购意向。',
    '每年新增能耗的80%以上支持民间投资项目。',
    '对每月通行次数在30次（含）以上的客车给予优惠。',
    '每户每年最高30万元。',
    '继续按月全额退还增值税增量留抵税额。',
    '实行按次改按季、无税不申报。',
    '每年11月1日为“潍坊企业家日”。',
    '持续推进长三角“一网通办”。',
    '对年内举办大型活动的给予奖励。',
    '可以适当减少检查频次，甚至年度内不检，以减轻其负担。',
    '对2022年第四季度到期的贷款予以展期。',
    '1983年12月10日前已建成的房屋。',
    '本措施自2023年6月1日起施行，有效期至2025年12月31日。',
    '2021年以来，全市新增企业5000家。',
    '努力实现全年经济发展主要预期目标。',
    '2023年是全面贯彻党的二十大精神的开局之年。',
    '定期通报，逐年提高，常态化开展。',
    '全面推行“每日一清”。',
    '条例已于2023年1月16日经会议通过。',
  ];
  it.each(none)('finds none in %s', (text) => {
    expect(deadlines(text)).toEqual([]);
  });

  it('quotes the source and says where the year is known from', () => {
    const text = '2024年启动。\n9月底\n前验收；年底前完成。';
    const source = new SourceText(text);
    const lines = [...text.matchAll(/[^\n]+/g)].map(({ index, 0: line }) => ({
      start: index,
      end: index + line.length,
    }));
    const found = readDeadlines(Passage.of(source, lines), CONTEXT);
    expect(found).toMatchObject([
      { end: '2024-12-31', year_basis: 'explicit', raw: '2024年' },
      { end: '2024-09-30', year_basis: 'item', raw: '9月底\n前' },
    ]);
    for (const { raw, at } of found) expect(text.slice(at.start, at.end)).toBe(raw);
  });

  it('takes the year from the document where the item has none', () => {
    expect(readDeadlines(passage('9月底前验收。'), CONTEXT)).toMatchObject([
      { end: '2023-09-30', year_basis: 'document' },
    ]);
    expect(readDeadlines(passage('9月底前验收。'), { documentYear: null })).toEqual([]);
  });

  it('gives a deadline that is said twice once', () => {
    expect(deadlines('年底前完成甲项。2023年底前完成乙项。')).toEqual(['by ..2023-12-31']);
  });

  it('grounds whatever it finds in whatever text', () => {
    const piece = fc.constantFrom(
      ...'2023年底前完成，。（）〔〕每月召开按季度到至自力争时限要求：持续推进“”《》6月1日上半全内',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        for (const { raw, at, start, end } of readDeadlines(passage(text), CONTEXT)) {
          expect(text.slice(at.start, at.end)).toBe(raw);
          if (start && end) expect(start <= end).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('readPeriodCell', () => {
  const cases: readonly (readonly [string, ...string[]])[] = [
    ['2023-2027年', 'period 2023-01-01..2027-12-31'],
    ['2023-\n2025年', 'period 2023-01-01..2025-12-31'],
    ['2023-2025', 'period 2023-01-01..2025-12-31'],
    ['2023年', 'period 2023-01-01..2023-12-31'],
    ['２０２３年', 'period 2023-01-01..2023-12-31'],
    ['2023年底前', 'by ..2023-12-31'],
    ['6月底', 'by ..2023-06-30'],
    ['2023年9月30日', 'by ..2023-09-30'],
    ['第三季度', 'period 2023-07-01..2023-09-30'],
    ['2023.1-2023.12', 'period 2023-01-01..2023-12-31'],
    ['长期实施', 'ongoing ..'],
    ['长期', 'ongoing ..'],
    ['持续推进', 'ongoing ..'],
    ['每季度', 'recurring .. P3M'],
    ['-'],
    [''],
    ['立即'],
    ['3个工作日'],
  ];
  it.each(cases)('%s', (text, ...expected) => {
    expect(readPeriodCell(passage(text), CONTEXT).map(short)).toEqual(expected);
  });
});
