import { describe, expect, it } from 'vitest';
import { looksLikeBody, splitBodyNames } from '../../pipeline/outline/head/body-names.js';
import { datedTitle, dateOfLine } from '../../pipeline/outline/head/date-line.js';
import { docNumberOfLine } from '../../pipeline/outline/head/doc-number.js';
import { isFrameNote } from '../../pipeline/outline/head/frame-notes.js';
import { genreOf, isLawGenre, stageOf } from '../../pipeline/outline/head/genre.js';
import { issuersOfTitle } from '../../pipeline/outline/head/issuers.js';
import { titleKey, titleLikeness } from '../../pipeline/outline/head/squeeze.js';

describe('docNumberOfLine', () => {
  it.each([
    ['沪商自贸〔2023〕132 号', '沪商自贸〔2023〕132号'],
    ['苏政办规[2023]3号', '苏政办规[2023]3号'],
    ['浙知［2023］12号', '浙知［2023］12号'],
    ['皖财购（2023）615号', '皖财购（2023）615号'],
    ['黄府规【2023】4号', '黄府规【2023】4号'],
    ['发文字号：国办发〔2018〕121号', '国办发〔2018〕121号'],
    ['芜市建〔2022〕030 号', '芜市建〔2022〕030号'],
    ['渝府发〔2023〕1号 签发人：某某', '渝府发〔2023〕1号'],
    ['第7 号', '第7号'],
    ['公告（第18 号）', '第18号'],
    ['国务院令第706号', '国务院令第706号'],
    ['2019年第2号', '2019年第2号'],
    ['根据沪府规〔2023〕1号精神，制定本方案', null],
    ['2023 年6 月13 日', null],
    ['第三条', null],
    ['号', null],
  ])('%s → %s', (line, expected) => {
    expect(docNumberOfLine(line)).toBe(expected);
  });
});

describe('dateOfLine', () => {
  it.each([
    ['2023 年6 月13 日', '2023-06-13'],
    ['二〇二三年六月十三日', '2023-06-13'],
    ['二○○四年六月二十六日', '2004-06-26'],
    ['一九九六年二月五日', '1996-02-05'],
    ['二〇二三年十月十日', '2023-10-10'],
    ['二〇二三年十二月三十一日', '2023-12-31'],
    ['2023年13月1日', null],
    ['自2023 年6 月13 日起', null],
    ['2023年6月', null],
    ['2023年月日', null],
  ])('%s → %s', (line, expected) => {
    expect(dateOfLine(line)).toBe(expected);
  });

  it.each([
    ['某某的通知（2023年6月13日）', { title: '某某的通知', date: '2023-06-13' }],
    ['某某的通知(2023年1月20日）', { title: '某某的通知', date: '2023-01-20' }],
    ['某某的通知（2023-06-13）', { title: '某某的通知', date: '2023-06-13' }],
    ['某某的通知（2023.6.3）', { title: '某某的通知', date: '2023-06-03' }],
    ['某某的通知（2023年6月）', { title: '某某的通知', date: null }],
    ['对标提升举措（2023版）的通知', null],
    ['行动计划（2023—2025年）', null],
  ])('datedTitle %s', (text, expected) => {
    expect(datedTitle(text)).toEqual(expected);
  });
});

describe('splitBodyNames', () => {
  it.each([
    ['上海市商务委员会上海海关', ['上海市商务委员会', '上海海关']],
    [
      '上海市发展和改革委员会国家税务总局上海市税务局',
      ['上海市发展和改革委员会', '国家税务总局上海市税务局'],
    ],
    ['国家税务总局上海市税务局上海市通信管理局', ['国家税务总局上海市税务局', '上海市通信管理局']],
    ['中共扬州市委扬州市人民政府', ['中共扬州市委', '扬州市人民政府']],
    ['山东省能源局国网山东省电力公司', ['山东省能源局', '国网山东省电力公司']],
    [
      '马鞍山市财政局马鞍山市公共资源交易监督管理局',
      ['马鞍山市财政局', '马鞍山市公共资源交易监督管理局'],
    ],
    ['省财政厅 省经信厅', ['省财政厅', '省经信厅']],
    ['市财政局市商务局', ['市财政局', '市商务局']],
    ['上海市公安局奉贤分局', ['上海市公安局奉贤分局']],
    ['中华人民共和国上海海关', ['中华人民共和国上海海关']],
    ['中国银行保险监督管理委员会上海监管局', ['中国银行保险监督管理委员会上海监管局']],
    ['中国人民银行上海总部', ['中国人民银行上海总部']],
    ['国 务 院', ['国务院']],
    ['某某市教育局某某市财政局', ['某某市教育局', '某某市财政局']],
    ['国家发展改革委农业农村部', ['国家发展改革委', '农业农村部']],
    ['国家税务总局广西壮族自治区税务局', ['国家税务总局广西壮族自治区税务局']],
    ['温州市教育局（代章）', ['温州市教育局']],
    ['上海市人民政府办公厅', ['上海市人民政府办公厅']],
  ])('%s', (line, expected) => {
    expect(splitBodyNames(line)).toEqual(expected);
  });

  it.each([
    ['上海市破产管理人协会', true],
    ['浙江省第十四届人民代表大会第一次会议', true],
    ['特此通知。', false],
    ['各区人民政府，市政府各委、办、局', false],
    ['2023年6月13日', false],
  ])('looksLikeBody %s → %s', (line, expected) => {
    expect(looksLikeBody(line)).toBe(expected);
  });
});

describe('issuersOfTitle', () => {
  it.each([
    ['安徽省住房城乡建设厅关于印发《分工方案》的通知', ['安徽省住房城乡建设厅']],
    ['浙江省知识产权局等7部门印发《关于推进专利公开实施的指导意见》的通知', ['浙江省知识产权局']],
    [
      '厦门市发展和改革委员会厦门市财政局关于印发厦门市电力需求响应实施方案的通知',
      ['厦门市发展和改革委员会', '厦门市财政局'],
    ],
    ['国务院办公厅转发国家地震局关于防震减灾工作意见报告的通知', ['国务院办公厅']],
    ['上海市长宁区加强集成创新持续优化营商环境行动方案', []],
    ['关于印发某方案的通知', []],
  ])('%s', (title, expected) => {
    expect(issuersOfTitle(title)).toEqual(expected);
  });
});

describe('genreOf', () => {
  it.each([
    ['上海市人民政府办公厅关于本市推进对接联动的实施意见', '实施意见'],
    ['昆山市深化“昆如意”营商环境2023年创新行动方案', '行动方案'],
    ['贯彻落实“民营经济32条”细化举措表', '举措表'],
    ['云港市优化营商环境条例（征求意见稿）', '条例'],
    ['福建省省级政府投资项目代建制管理办法（试行）', '办法'],
    ['合肥市优化营商环境行动方案（2023版）', '行动方案'],
    ['合肥市优化营商环境行动方案(2023 版', '行动方案'],
    ['上海市加大力度支持民间投资发展若干政策措施', '措施'],
    ['金华市住房和城乡建设局优化营商环境二十条措施', '措施'],
    ['台州市优化营商环境政策25条', '政策'],
    ['2023年黄浦区政务公开工作要点', '要点'],
    ['通知', null],
    ['政务服务增值化改革落地模板二维码', null],
  ])('%s → %s', (title, expected) => {
    expect(genreOf(title)).toBe(expected);
  });

  it('knows drafts and genres of laws', () => {
    expect(stageOf('潍坊市优化营商环境条例（草案送审稿）')).toBe('draft');
    expect(stageOf('关于公开征求《实施意见（征求意见稿）》意见的公告')).toBe('draft');
    expect(stageOf('某市实施方案')).toBe('final');
    expect(isLawGenre('条例')).toBe(true);
    expect(isLawGenre('实施方案')).toBe(false);
    expect(isLawGenre(null)).toBe(false);
  });
});

describe('isFrameNote', () => {
  it.each([
    ['（此件公开发布）', true],
    ['(此件主动公开)', true],
    ['公开方式：主动公开', true],
    ['抄送：市委有关部门，市人大常委会办公室。', true],
    ['德州市人民政府办公室2023 年1 月20 日印发', true],
    ['（由于篇幅太长，省略部分内容，可点击链接查看）', true],
    ['上海市人民政府办公厅文件', true],
    ['获取招标文件', false],
    ['（一）公开方式', false],
    ['推进政务公开', false],
  ])('%s → %s', (line, expected) => {
    expect(isFrameNote(line)).toBe(expected);
  });
});

describe('titleLikeness', () => {
  it('holds a shorter title against a longer one', () => {
    expect(titleKey('《2023 年“要点”》')).toBe('2023年要点');
    expect(
      titleLikeness('优化营商环境行动方案', '常州市自然资源和规划局优化营商环境行动方案'),
    ).toBe(1);
    expect(titleLikeness('优化营商环境行动方案', '政务公开要点')).toBeLessThan(0.3);
    expect(titleLikeness('', '政务公开要点')).toBe(0);
  });
});
