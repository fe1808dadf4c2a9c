import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTargets } from '../../pipeline/extract/targets/index.js';
import { Passage } from '../../pipeline/model/passage.js';
import { SourceText } from '../../pipeline/model/source-text.js';

const passageOf = (text: string): Passage =>
  Passage.of(new SourceText(text), [{ start: 0, end: text.length }]);
const read = (text: string) => readTargets(passageOf(text), { documentYear: 2023 });
const brief = (text: string) =>
  read(text).map(({ indicator, op, value, unit }) => [indicator, op, value, unit]);

describe('readTargets', () => {
  it.each([
    ['推动上海口岸查验无陪同比例达到70%以上', '上海口岸查验无陪同比例', '>=', 70, '%'],
    ['信用风险分类结果应用率达95%以上', '信用风险分类结果应用率', '>=', 95, '%'],
    ['科创指数贷累计发放贷款超千亿元', '科创指数贷累计发放贷款', '>=', 1000, '亿元'],
    [
      '正常出口退（免）税平均办理时间压缩至3 个工作日内',
      '正常出口退（免）税平均办理时间',
      '<=',
      3,
      '工作日',
    ],
    ['企业满意率100%', '企业满意率', '=', 100, '%'],
    ['政府采购合同比2022年提高5个百分点以上', '政府采购合同', 'increase', 5, '百分点'],
    ['跨境电商交易额增长30%以上', '跨境电商交易额', 'increase', 30, '%'],
    [
      '将全市招投标行政规范性文件总量控制在13件以内',
      '全市招投标行政规范性文件总量',
      '<=',
      13,
      '件',
    ],
    ['R&D经费支出占GDP比重达3%左右', 'R&D经费支出占GDP比重', '=', 3, '%'],
    [
      '全市个体工商户贷款余额占全省比重超六分之一',
      '全市个体工商户贷款余额占全省比重',
      '>=',
      0.1667,
      null,
    ],
    ['支持1家民营企业牵头建设省技术创新中心', '民营企业牵头建设省技术创新中心', '>=', 1, '家'],
    ['推出100项具有较大知名度的体育精品赛事', '具有较大知名度的体育精品赛事', '>=', 100, '项'],
    ['完成“数据得地”供地82家', '“数据得地”供地', '=', 82, '家'],
    ['引育全职院士和“鲲鹏行动”专家5名', '全职院士和“鲲鹏行动”专家', '>=', 5, '名'],
    ['新增技能人才5.42万人', '技能人才', '>=', 5.42, '万人'],
    ['总展位数5310个', '总展位数', '=', 5310, '个'],
    ['新辟近洋航线4条', '近洋航线', '>=', 4, '条'],
    ['案件平均办理周期压减率5%以上', '案件平均办理周期压减率', 'decrease', 5, '%'],
    ['线上帮办90%解决率', '解决率', '=', 90, '%'],
    ['平均办理时间保持在3个工作日以内', '平均办理时间', '<=', 3, '工作日'],
    ['建成充电桩10个以上', '充电桩', '>=', 10, '个'],
    ['应当在5个工作日内作出答复', '作出答复', '<=', 5, '工作日'],
    ['线上帮办实现1分钟响应', '线上帮办响应', '<=', 1, '分钟'],
    ['新建1—2家产业联盟', '产业联盟', '>=', 1, '家'],
    ['合同签订原则上不得晚于通知书发放之日起7个工作日', '合同签订', '<=', 7, '工作日'],
    ['平均担保费率不高于0.8%', '平均担保费率', '<=', 0.8, '%'],
    ['政府性融资担保费率全部降至1.5%以下', '政府性融资担保费率', '<=', 1.5, '%'],
    ['96%税费服务事项实现“网上办”', '税费服务事项实现“网上办”', '=', 96, '%'],
    ['提高业扩带电接火率至93%', '业扩带电接火率', '>=', 93, '%'],
    ['贯标企业累计达1500以上', '贯标企业', '>=', 1500, null],
    ['调解成功数与办结案件数比值达 1.2以上', '调解成功数与办结案件数比值', '>=', 1.2, null],
    ['技改投资增速 12%以上', '技改投资增速', '>=', 12, '%'],
    ['建立 100人以上的专家库', '专家库', '>=', 100, '人'],
    ['选择1-3家金融机构开展试点', '金融机构开展试点', '>=', 1, '家'],
    ['力争新增两万套人才公寓', '人才公寓', '>=', 2, '万套'],
    ['主要负责同志每年至少专题听取1次工作汇报', '工作汇报', '>=', 1, '次'],
    ['网上审批、按时办结100%', '网上审批、按时办结', '=', 100, '%'],
    ['审批时限由法定的15个工作日缩短至7个工作日', '审批时限', '<=', 7, '工作日'],
  ])('reads %s', (text, indicator, op, value, unit) => {
    expect(brief(text)).toEqual([[indicator, op, value, unit]]);
  });

  it.each([
    ['policy parameter', '小微企业减按25%计入应纳税所得额'],
    ['subsidy', '对新认定的企业给予不超过150万元补助'],
    ['share of cost', '体育发展专项资金按实际投资30%给予支持'],
    ['eligibility', '对月销售额10万元以下的增值税小规模纳税人免征增值税'],
    ['eligibility of a size', '对单位工业增值能耗低于0.52吨标准煤/万元的项目开通绿色通道'],
    ['threshold in brackets', '依法必须招投标（400万元以上）的政府采购工程'],
    ['case of a rule', '招用人数达到25%并签订合同的，可申请贷款'],
    ['permission', '承担在研项目数最多可达3项'],
    ['share fixed by law', '面向中小企业的预留份额提高至40%以上'],
    ['description', '在全市41个主要执法领域分两批推行专用信用报告'],
    ['listed places', '推进鹿城、瓯海、龙湾等9个试点地区工作'],
    ['past', '目前全市已建成产业园12个'],
    ['slogan', '推动“8+4”政策和“三张清单”落地'],
    ['quoted name', '落实“民营经济32条”'],
    ['title', '实施《小微企业三年成长计划》'],
    ['length of time', '连续3年列入名单，24小时开放自助服务区'],
    ['own deadline', '各区在本方案印发后30日内制定计划'],
    ['base of a change', '将担保比例从5%进一步提高'],
    ['fund', '统筹设立10亿元科技攻坚专项资金'],
    ['change of kind', '将多个事项整合为一个测绘事项'],
    ['sizes in a list', '9座以上新能源载客车、3.5吨以上新能源货车，按规定给予生产奖励'],
    [
      'case in two clauses',
      '对建设面积2000平方米以上，且交易额300万美元以上的自建海外仓，给予支持',
    ],
    ['charged fee', '政策性融资担保基金继续按照0.5%收取担保费'],
    ['fee of a case', '年化担保费率不超过1%，市县财政分别给予担保费补贴'],
    ['things that a project involves', '工程建设项目涉及90个事项全部纳入系统'],
    ['telephone', '优化提升110接处警工作效能'],
    ['sizes', '鼓励企业购买9座以上新能源载客车'],
    ['class of size', '提高百亿级产业集群覆盖率'],
    ['programme', '实施10项暖民心行动'],
    ['work', '做好应用整合提升三项工作'],
    ['rank', '增速高于全省平均，排名全省前三'],
    ['no number', '进一步优化营商环境'],
  ])('takes no %s', (_reason, text) => {
    expect(brief(text)).toEqual([]);
  });

  it('reads a list under one verb, and two values said to hold respectively', () => {
    expect(brief('支持30家企业建设绿色工厂、5家企业建设零碳工厂。')).toEqual([
      ['企业建设绿色工厂', '>=', 30, '家'],
      ['企业建设零碳工厂', '>=', 5, '家'],
    ]);
    expect(brief('花生种植、收获机械化率分别达到65%和55%。').map(([, , value]) => value)).toEqual([
      65, 55,
    ]);
  });

  it('goes on with a list over a comma, and with other units under short names', () => {
    expect(
      brief('推出500项政务服务“一窗办”，100个行政许可“免证办”、100个关联事项“集成办”。').map(
        ([, op, value]) => [op, value],
      ),
    ).toEqual([
      ['>=', 500],
      ['>=', 100],
      ['>=', 100],
    ]);
    expect(brief('推出500项服务，100个事项已纳入系统。').map(([, , value]) => value)).toEqual([
      500,
    ]);
    expect(brief('实现环节不超过2个、材料0份、成本0元。').map(([name]) => name)).toEqual([
      '环节',
      '材料',
      '成本',
    ]);
  });

  it('takes the indicator of the clause before for a share of it', () => {
    expect(brief('完成政府采购合同金额不少于206亿元，占政府采购总额的比例不低于88%。')).toEqual([
      ['政府采购合同金额', '>=', 206, '亿元'],
      ['政府采购合同金额占政府采购总额的比例', '>=', 88, '%'],
    ]);
  });

  it.each([
    ['每年至少组织2次市场主体满意度调查', '市场主体满意度调查'],
    ['绿色建筑占比将达到65%', '绿色建筑占比'],
    ['在船舶集中区增设1台船员证书自助服务终端', '船员证书自助服务终端'],
    ['各单位至少形成1个典型案例', '典型案例'],
    ['各市每年开展专题性政策评价不少于5次', '专题性政策评价'],
    ['全市开展职业技能培训12万人次以上', '职业技能培训'],
    ['在生命健康、智能制鞋等优势产业新建省级知识产权联盟1-2家', '新建省级知识产权联盟'],
    ['启动“城中村”改造项目10个', '“城中村”改造项目'],
    ['将目前的1.5%-3%的担保费率降低至1%以下', '担保费率'],
    ['采购人应当自供应商确定之日起2个工作日内，公告中标结果。', '公告中标结果'],
    ['决策出台后的10个工作日内，向社会公开意见的采纳情况。', '向社会公开意见的采纳情况'],
    ['专利侵权纠纷行政裁决案件60日内办结', '专利侵权纠纷行政裁决案件办结'],
    ['预付款应在担保措施生效后5个工作日内支付', '预付款支付'],
    ['欠款原则上在受理后30日内办结', '欠款办结'],
    ['符合条件的在1个工作日内完成审核', '审核'],
    ['力争供应链金融融资余额突破4500亿元', '供应链金融融资余额'],
    ['全省新增、改造绿地面积2000万平方米', '全省新增、改造绿地面积'],
    ['引导合作机构逐步将平均担保费率降至1%以下', '平均担保费率'],
    ['最短公示期从一年缩短至三个月', '最短公示期'],
    ['全市新增制造业贷款占全市新增贷款的比重达到7%', '全市新增制造业贷款占全市新增贷款的比重'],
    ['在15个工作日内完成数据归集', '数据归集'],
    ['作出处理决定（不含调查取证时间）的时限不超过30日', '作出处理决定（不含调查取证时间）的时限'],
  ])('names what %s measures', (text, indicator) => {
    expect(read(text).map((target) => target.indicator)).toEqual([indicator]);
  });

  it('keeps the nouns of neighbours apart', () => {
    expect(
      brief('支持高层次创业团队1000个左右、1万名以上科研人员创业。').map(([name]) => name),
    ).toEqual(['高层次创业团队', '科研人员创业']);
    expect(brief('新增至少2家社区食堂、至少5个养老服务站。').map(([name]) => name)).toEqual([
      '社区食堂',
      '养老服务站',
    ]);
  });

  it('asks for the date that governs a position, and takes 全年 from the document', () => {
    const text = '到2025年，培育企业100家。';
    const [target] = readTargets(passageOf(text), {
      documentYear: 2023,
      dateGoverning: (position) => (position > 5 ? '2025-12-31' : null),
    });
    expect(target?.by).toBe('2025-12-31');
    expect(read('全年支持外贸企业数不低于1万家')[0]?.by).toBe('2023-12-31');
    expect(read('支持外贸企业数不低于1万家')[0]?.by).toBeNull();
  });

  it('gives raw and place in the source', () => {
    const text = '全年限额满足率不\n低于90%。';
    const source = new SourceText(text);
    const passage = Passage.of(source, [
      { start: 0, end: 8 },
      { start: 9, end: text.length },
    ]);
    const [target] = readTargets(passage, { documentYear: null });
    expect(target).toMatchObject({ raw: '不\n低于90%', value: 90, start: 7, end: 13 });
    expect(text.slice(target!.at.start, target!.at.end)).toBe(target!.raw);
  });

  it('grounds every target of any text', () => {
    const piece = fc.constantFrom(
      '新增',
      '达到',
      '10个',
      '5%',
      '以上',
      '，',
      '。',
      '、',
      '（',
      '）',
      '“',
      '”',
      '的',
      '企业',
      '压缩至3个工作日内',
      '分别',
      '和',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        for (const target of read(text)) {
          expect(text.slice(target.at.start, target.at.end)).toBe(target.raw);
          expect(target.raw.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});
