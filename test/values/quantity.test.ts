import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuantities } from '../../pipeline/values/quantities/index.js';
import { inspectQuantities } from '../../pipeline/values/quantities/inspect.js';

const brief = (text: string) =>
  readQuantities(text).map(({ raw, value, unit, op }) => [raw, value, unit, op]);

describe('readQuantities', () => {
  it.each([
    ['贷款余额达到2800亿元以上', '达到2800亿元以上', 2800, '亿元', '>='],
    ['比例不低于70%', '不低于70%', 70, '%', '>='],
    ['占全省比重超六分之一', '超六分之一', 0.1667, null, '>='],
    ['首贷户新增1万户以上', '1万户以上', 1, '万户', '>='],
    ['新增能耗的三成', '三成', 30, '%', null],
    ['比例为百分之七十', '为百分之七十', 70, '%', '='],
    ['控制在13件以内', '控制在13件以内', 13, '件', '<='],
    ['压缩至3 个工作日内', '压缩至3 个工作日内', 3, '工作日', '<='],
    ['在6个工作日内办结', '6个工作日内', 6, '工作日', '<='],
    ['提高5个百分点以上', '提高5个百分点以上', 5, '百分点', 'increase'],
    ['成本下降10%', '下降10%', 10, '%', 'decrease'],
    ['稳定在11亿千瓦左右', '稳定在11亿千瓦左右', 11, '亿千瓦', '='],
    ['集聚约100家机构', '约100家', 100, '家', '='],
    ['累计发放贷款超千亿元', '超千亿元', 1000, '亿元', '>='],
    ['总规模达到2万亿元', '达到2万亿元', 2, '万亿元', '>='],
    ['缩短至三个月', '缩短至三个月', 3, '个月', '<='],
    ['培训12万人次', '12万人次', 12, '万人次', null],
    ['价值2000余元', '2000余元', 2000, '元', null],
    ['满意度不低于90分', '不低于90分', 90, '分', '>='],
    ['评价达到95分以上', '达到95分以上', 95, '分', '>='],
    ['更新路灯200盏', '200盏', 200, '盏', null],
    ['打水井12口', '12口', 12, '口', null],
    ['覆盖率百分之百', '百分之百', 100, '%', null],
    ['覆盖率达到百分之百。', '达到百分之百', 100, '%', '>='],
    ['企业不少于 3 000 家', '不少于 3 000 家', 3000, '家', '>='],
    ['产值达到2 500亿元', '达到2 500亿元', 2500, '亿元', '>='],
    ['税收1 234 567元', '1 234 567元', 1_234_567, '元', null],
    ['产能达到1.2×10^4吨', '达到1.2×10^4吨', 12_000, '吨', '>='],
    ['产能达到10⁴吨', '达到10⁴吨', 10_000, '吨', '>='],
    ['PM₂.₅浓度降至25μg/m³以下', '降至25μg/m³以下', 25, 'μg/m³', '<='],
    ['新增绿地50m2', '50m2', 50, 'm2', null],
    ['总值达到三十万多亿元', '达到三十万多亿元', 30, '万亿元', '>='],
    ['库容1,050,000立方米', '1,050,000立方米', 1_050_000, '立方米', null],
    ['单价五元三毛', '五元三毛', 5.3, '元', null],
    ['收费50元6角三分', '50元6角三分', 50.63, '元', null],
    ['重一吨半', '一吨半', 1.5, '吨', null],
    ['按九折收取', '九折', 90, '%', null],
    ['投入￥300', '￥300', 300, '元', null],
    ['两个亿的资金', '两个亿', 2, '亿', null],
    ['共5万4千6百人', '5万4千6百人', 54600, '人', null],
    ['全长12千米', '12千米', 12, '千米', null],
    ['超过1/2的企业', '超过1/2', 0.5, null, '>='],
    ['培育企业500¹家', '500¹家', 500, '家', null],
    ['培育企业500①家', '500①家', 500, '家', null],
    ['培育企业300[2]家', '300[2]家', 300, '家', null],
    ['完成造林2500 m²。', '2500 m²', 2500, 'm²', null],
    ['一百五十', '一百五十', 150, null, null],
    ['技改投资增速 12%以上', '12%以上', 12, '%', '>='],
    ['全年增速12%', '增速12%', 12, '%', 'increase'],
    ['不得晚于7个工作日', '不得晚于7个工作日', 7, '工作日', '<='],
    ['-22.2%', '-22.2%', -22.2, '%', null],
  ])('reads %s', (text, raw, value, unit, op) => {
    expect(brief(text)).toEqual([[raw, value, unit, op]]);
  });

  it.each([
    ['每年新增1—2家', 1, 2, '家'],
    ['1万-5万元', 1, 5, '万元'],
    ['十八至三十万元', 18, 30, '万元'],
    ['两到三千元', 2000, 3000, '元'],
    ['三五百人', 300, 500, '人'],
    ['十七八万元', 17, 18, '万元'],
    ['百分之三十到四十一', 30, 41, '%'],
  ])('gives both ends of %s', (text, value, upper, unit) => {
    expect(readQuantities(text)).toMatchObject([{ value, upper, unit }]);
  });

  it('gives all items of a list the unit written out at its end', () => {
    expect(brief('办理时间分别压减至6 个、22 个、32 个工作日以内')).toEqual([
      ['压减至6 个', 6, '工作日', '<='],
      ['22 个', 22, '工作日', null],
      ['32 个工作日以内', 32, '工作日', '<='],
    ]);
    expect(brief('新增3个、5个平台，5个工作日内').map(([, , unit]) => unit)).toEqual([
      '个',
      '个',
      '工作日',
    ]);
  });

  it('reads several in one sentence', () => {
    expect(
      brief('支持外贸企业数不低于1 万家，承保规模不低于500 亿美元、满足率不低于90%。'),
    ).toEqual([
      ['不低于1 万家', 1, '万家', '>='],
      ['不低于500 亿美元', 500, '亿美元', '>='],
      ['不低于90%', 90, '%', '>='],
    ]);
  });

  it.each([
    ['统一标准，进一步推进四川建设'],
    ['2023年8月4日'],
    ['2023—2027年实施'],
    ['到2025年底前'],
    ['“十四五”规划和十三五期间'],
    ['沪商自贸〔2023〕132号'],
    ['（二）加强组织领导'],
    ['1.推进改革'],
    ['执行GB28001标准'],
    ['拨打12345热线'],
    ['发展学前三年教育，巩固九年义务教育'],
    ['第三十条'],
    ['每月15日前报送'],
    ['今天2:00开会'],
    ['三季度完成'],
    ['提供7×24小时服务'],
    ['数百万元和几十家'],
    ['收拾房间，陆地辽阔'],
    ['一次性告知，一批项目'],
    ['同一家企业'],
    ['没有数字的句子'],
    [''],
  ])('finds nothing in %j', (text) => {
    expect(readQuantities(text)).toEqual([]);
  });

  it('shows what the command line prints', () => {
    expect(inspectQuantities('涉企问题办结率达95%以上')).toEqual([
      { raw: '达95%以上', value: 95, unit: '%', op: '>=' },
    ]);
  });

  it('slices every raw from the text, in order and without overlap', () => {
    const character = fc.constantFrom(
      ...'0123456789.,一二三十百千万亿两半分之成折%个家元年月日不低于超过达到以上内左右-— 至（）约第余',
    );
    const text = fc.oneof(fc.string(), fc.string({ unit: character, maxLength: 60 }));
    fc.assert(
      fc.property(text, (sample) => {
        let reached = 0;
        for (const quantity of readQuantities(sample)) {
          expect(quantity.raw).toBe(sample.slice(quantity.start, quantity.end));
          expect(quantity.raw.length).toBeGreaterThan(0);
          expect(quantity.start).toBeGreaterThanOrEqual(reached);
          expect(Number.isFinite(quantity.value)).toBe(true);
          reached = quantity.end;
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('takes time that grows with the text only', () => {
    const hostile = [
      '9'.repeat(50_000),
      '一'.repeat(50_000),
      '分之'.repeat(20_000),
      '1,'.repeat(20_000),
      '(('.repeat(10_000),
    ];
    for (const text of hostile) expect(readQuantities(text).length).toBeLessThan(50_000);
  });
});
