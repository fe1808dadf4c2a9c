import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTimes, type TimeReference } from '../../pipeline/values/times/index.js';
import { inspectTimes } from '../../pipeline/values/times/inspect.js';

/** `raw kind from..to every` of every time in the text. */
function written(text: string, reference?: TimeReference): string[] {
  return readTimes(text, reference).map((time) =>
    [time.raw.replace(/\s/g, ''), time.kind, `${time.from ?? ''}..${time.to ?? ''}`, time.every]
      .filter((word) => word !== null)
      .join(' '),
  );
}

describe('readTimes in official documents, whose year is 2023', () => {
  const cases: readonly (readonly [string, ...string[]])[] = [
    ['2025年8月底前完成', '2025年8月底前 by ..2025-08-31'],
    ['到2027年，全面建成', '到2027年 by ..2027-12-31'],
    ['年底前基本完成', '年底前 by ..2023-12-31'],
    ['6月底前印发', '6月底前 by ..2023-06-30'],
    ['12月15日前报送', '12月15日前 by ..2023-12-15'],
    ['2023—2027年', '2023—2027年 period 2023-01-01..2027-12-31'],
    ['2023-2025', '2023-2025 period 2023-01-01..2025-12-31'],
    ['２０２３－２０２５年', '２０２３－２０２５年 period 2023-01-01..2025-12-31'],
    [
      '自2023年1月1日至2027年12月31日',
      '自2023年1月1日至2027年12月31日 period 2023-01-01..2027-12-31',
    ],
    ['延续至2024年底', '延续至2024年底 period ..2024-12-31'],
    ['延续实施至2024年底', '延续实施至2024年底 period ..2024-12-31'],
    ['第三季度', '第三季度 period 2023-07-01..2023-09-30'],
    ['2024年一季度末前', '2024年一季度末前 by ..2024-03-31'],
    ['2025年Q3', '2025年Q3 period 2025-07-01..2025-09-30'],
    ['2025Q1', '2025Q1 period 2025-01-01..2025-03-31'],
    ['2025H1', '2025H1 period 2025-01-01..2025-06-30'],
    ['2025H12'],
    ['前三季度', '前三季度 period 2023-01-01..2023-09-30'],
    ['上半年', '上半年 period 2023-01-01..2023-06-30'],
    ['2022年下半年', '2022年下半年 period 2022-07-01..2022-12-31'],
    ['全年', '全年 period 2023-01-01..2023-12-31'],
    ['年内', '年内 by ..2023-12-31'],
    ['2024年内', '2024年内 by ..2024-12-31'],
    ['2024年2月底前', '2024年2月底前 by ..2024-02-29'],
    ['每月召开', '每月 recurring .. P1M'],
    ['每季度末', '每季度末 recurring .. P3M'],
    ['按季度通报', '按季度 recurring .. P3M'],
    ['每年', '每年 recurring .. P1Y'],
    ['每半年', '每半年 recurring .. P6M'],
    ['每两年', '每两年 recurring .. P2Y'],
    ['每旬调度', '每旬 recurring .. P10D'],
    ['每月10日前', '每月10日前 recurring .. P1M'],
    ['每月5日、20日前', '每月5日 recurring .. P1M', '20日前 recurring .. P1M'],
    ['每月5日召开例会、20日', '每月5日 recurring .. P1M', '20日 duration ..'],
    ['长期实施', '长期实施 ongoing ..'],
    ['持续推进', '持续推进 ongoing ..'],
    ['长期', '长期 ongoing ..'],
    ['“十四五”期末', '“十四五”期末 by ..2025-12-31'],
    ['“十四五”时期', '“十四五”时期 period 2021-01-01..2025-12-31'],
    ['2023 年6 月13 日', '2023年6月13日 date 2023-06-13..2023-06-13'],
    ['二〇二三年六月十三日', '二〇二三年六月十三日 date 2023-06-13..2023-06-13'],
    ['2027 年12 月31 前', '2027年12月31前 by ..2027-12-31'],
    ['2023年1-6月', '2023年1-6月 period 2023-01-01..2023-06-30'],
    ['自2023年6月1日起施行', '自2023年6月1日起 period 2023-06-01..'],
    ['2021年以来', '2021年以来 period 2021-01-01..'],
    ['1.2023年底前', '2023年底前 by ..2023-12-31'],
    ['3个工作日内办结', '3个工作日内 duration ..'],
    ['三年行动计划', '三年 duration ..'],
  ];
  it.each(cases)('%s', (text, ...expected) => {
    expect(written(text, { year: 2023 })).toEqual(expected);
  });
});

describe('readTimes without a time to read', () => {
  const texts = [
    '沪府规〔2023〕5号',
    '“十四五”规划',
    '13800138000',
    '0577-88968888',
    '一年之计在于春',
    '十分之一',
    '零点一',
    '第19号文',
    '以前年份',
    '目前年产能',
    '公布后年度行政检查计划',
    '长期以来',
    '持续优化',
    '逐年提高',
    '三年级学生',
    '内容丰富',
    '3.5亿元',
    '日常监管',
  ];
  it.each(texts)('%s', (text) => {
    expect(written(text, { year: 2023 })).toEqual([]);
  });
});

describe('readTimes of words that need a reference', () => {
  const reference = { date: '2024-05-20' };
  const cases: readonly (readonly [string, ...string[]])[] = [
    ['下个月', '下个月 period 2024-06-01..2024-06-30'],
    ['上一年', '上一年 period 2023-01-01..2023-12-31'],
    ['去年九月', '去年九月 period 2023-09-01..2023-09-30'],
    ['本季度', '本季度 period 2024-04-01..2024-06-30'],
    ['上季度', '上季度 period 2024-01-01..2024-03-31'],
    ['今年前五个月', '今年前五个月 period 2024-01-01..2024-05-31'],
    ['从去年9月起', '从去年9月起 period 2023-09-01..'],
    ['12号', '12号 date 2024-05-12..2024-05-12'],
    ['30天后', '30天后 date 2024-06-19..2024-06-19'],
    ['一个月之内', '一个月之内 by ..2024-06-20'],
    ['21年', '21年 period 2021-01-01..2021-12-31'],
    ['九八年七月', '九八年七月 period 1998-07-01..1998-07-31'],
    ['2月30日', '2月30日 date ..'],
  ];
  it.each(cases)('%s', (text, ...expected) => {
    expect(written(text, reference)).toEqual(expected);
  });

  it.each(['下个月', '去年九月', '6月底前', '年底', '30天后', '明年'])(
    'gives null days for %s without one',
    (text) => {
      const [time] = readTimes(text);
      expect(time).toMatchObject({ raw: text, from: null, to: null, year_basis: null });
    },
  );
});

describe('the year of a bare month', () => {
  it('comes from the nearest earlier year of the text', () => {
    const times = readTimes('2024年启动建设，9月底前完成验收。', { year: 2023 });
    expect(times[1]).toMatchObject({ raw: '9月底前', to: '2024-09-30', year_basis: 'item' });
  });
  it('else from the reference', () => {
    const [time] = readTimes('9月底前完成验收。', { year: 2023 });
    expect(time).toMatchObject({ to: '2023-09-30', year_basis: 'reference' });
  });
  it('is written in 2025年9月', () => {
    expect(readTimes('2025年9月')[0]).toMatchObject({ year_basis: 'explicit', unit: 'month' });
  });
});

describe('ranges take over what their second end leaves out', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['2017年8月11日至22日', '2017-08-11', '2017-08-22'],
    ['2017年8月至11月', '2017-08-01', '2017-11-30'],
    ['2019年4月12-19日', '2019-04-12', '2019-04-19'],
    ['2018/1/10-2018/7/10', '2018-01-10', '2018-07-10'],
    ['自2020-05-26起至2020-05-29止', '2020-05-26', '2020-05-29'],
    ['2015年和2018年之间', '2015-01-01', '2018-12-31'],
    ['1999.08-2002.02', '1999-08-01', '2002-02-28'],
  ];
  it.each(cases)('%s', (text, from, to) => {
    expect(readTimes(text)).toMatchObject([{ raw: text, from, to }]);
  });
});

describe('inspectTimes', () => {
  it('gives first and last day, kind and period', () => {
    expect(inspectTimes('每年9月到11月', '2021-06-14')).toEqual([
      {
        raw: '每年9月到11月',
        start: '2021-09-01',
        end: '2021-11-30',
        kind: 'recurring',
        every: 'P1Y',
      },
    ]);
  });
});

const HAN = '〇一二三四五六七八九';
const hanYear = (year: number): string => Array.from(String(year), (d) => HAN[Number(d)]).join('');
const hanSmall = (value: number): string =>
  (value >= 20 ? HAN[Math.floor(value / 10)] : '') +
  (value >= 10 ? '十' : '') +
  (value % 10 ? HAN[value % 10] : '');
const wide = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

const days = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('properties', () => {
  it('reads a day in every writing of it', () => {
    fc.assert(
      fc.property(days, (iso) => {
        const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
        const writings = [
          iso,
          iso.replaceAll('-', '.'),
          iso.replaceAll('-', ''),
          `${year}/${month}/${day}`,
          `${year}年${month}月${day}日`,
          `${year} 年${month} 月${day} 日`,
          wide(`${year}年${month}月${day}日`),
          `${hanYear(year)}年${hanSmall(month)}月${hanSmall(day)}日`,
        ];
        for (const text of writings) {
          expect(inspectTimes(text, null)).toEqual([
            { raw: text, start: iso, end: iso, kind: 'date', every: null },
          ]);
        }
      }),
    );
  });

  it('reads a range of two days', () => {
    fc.assert(
      fc.property(days, days, (first, second) => {
        const [from, to] = [first, second].sort() as [string, string];
        fc.pre(from !== to);
        const write = (iso: string): string => {
          const [year, month, day] = iso.split('-').map(Number);
          return `${year}年${month}月${day}日`;
        };
        const text = `自${write(from)}至${write(to)}止`;
        expect(readTimes(text)).toMatchObject([{ raw: text, kind: 'period', from, to }]);
      }),
    );
  });

  const pieces = fc.oneof(
    fc.constantFrom(
      ...'年月日号底前后内至到自从起止第季度上下半每按周天个十一二三四〇0123456789-—.～，（） 的近本去明长期持续“”五',
    ),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  it('quotes the text, in order, whatever the text is', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        let last = 0;
        for (const time of readTimes(text, { date: '2024-02-29' })) {
          expect(text.slice(time.start, time.end)).toBe(time.raw);
          expect(time.start).toBeGreaterThanOrEqual(last);
          expect(time.end).toBeGreaterThan(time.start);
          if (time.from && time.to && time.kind !== 'recurring') {
            expect(time.from <= time.to).toBe(true);
          }
          last = time.end;
        }
      }),
      { numRuns: 2000 },
    );
  });
});
