import { describe, expect, it } from 'vitest';
import {
  isUnitGroup,
  looksLikeUnit,
  UNIT_SUFFIXES,
  withoutBrackets,
} from '../../pipeline/lexicon/units.js';

const names = (text: string): string[] => text.trim().split(/\s+/);

describe('looksLikeUnit', () => {
  it.each(
    names(`
      市商务委 市经济信息化委 市规划资源局 市住房城乡建设管理委 市绿化市容局 市交警总队 市高院 市审改办
      市市场监管局 市公共信用信息服务中心 市贸促会 上海银保监局 泰安银保监分局 温州金融监管分局 上海证监局
      人行温州市分行 人行莆田市中支 中国人民银行临沂市中心支行 上海海关 东海航海保障中心 上海出入境边检总站
      上港集团 机场集团 东航物流 中远海运集运 中铁上海局集团 中国信保上海分公司 国网泰安供电公司 城投水务
      省委改革办 市委组织部（市人才办） 市府办 市政府督查室 市“两个健康”办 市府办“两个健康”创建处
      市发改委（审改办、大数据局） 市综合行政执法局（市综合执法指导办） 各县（市、区）人民政府
      各县、市、区政府 功能区管委 各区政府 闵行区 浦东新区 崇明区政府 昆山市 市政府有关部门 市级各有关部门
      全市相关涉企执法部门 各级经信部门（减负办） 省级牵头单位 政务服务管理机构 各市级主管部门 各地各部门
      各设区市委改革办 厅机关各处室（局） 城建处 法规处 公用处 办公室 省建设稽查局 厅督查小组 领导小组
      杭州市局 安吉县局 国际发展合作署 全国工商联 供销合作总社 中央宣传部 教育部 发展改革委 国务院办公厅
      省红十字会 市农商行 市属国企 属地镇街 省政数局 各市（州）人民政府 自治区发展改革委 市政府12345热线中心
      临港新片区管委会 虹桥国际中央商务区管委会 青浦工业园区 公安分局 质安监总站 城建档案馆 市12345热线管理办公室
    `),
  )('%s is a unit', (name) => {
    expect(looksLikeUnit(name)).toBe(true);
  });

  it.each(
    names(`
      许可（资格）证 免 市、区 市 区 试行 征求意见稿 以下简称本市 含宁波 2023年版 一期 长三角一体化 一 二十三
      此件公开发布 有效期至2025年12月31日 国办发〔2022〕12号 沪府办规〔2023〕1号 详见附件3 服务大厅 大厅
      一网通办 帮办 格局 头部 干部 用处 查处 学科 协会 商会 公司 单位 部门 社区 地区 专区 自治区 平台 宽带
      市商务委牵头 市商务局牵头，市税务局配合 以下任务均需各县 由市财政局 梳理本部门惠企利民政策 除换证
      保管职能的政府部门和单位 市发改委（审改办 责任处室：危化处 不含厦门 含平潭综合实验区 施工单位 研发机构
      党委 掌上办 特事特办 参保单位 进口博览会 相关行政主管部门依法追究项目单位 律师事务所 金融机构 地区总部 上海 跨境贸易 办理破产 下同
    `),
  )('%s is none', (name) => {
    expect(looksLikeUnit(name)).toBe(false);
  });

  it('answers at once for what is too long', () => {
    expect(looksLikeUnit('（'.repeat(10_000))).toBe(false);
    expect(looksLikeUnit(`${'市'.repeat(10_000)}局`)).toBe(false);
  });
});

describe('isUnitGroup', () => {
  it.each(['各区政府', '市政府有关部门', '各县（市、区）人民政府', '全市相关涉企执法部门', '各地'])(
    '%s names no single body',
    (name) => {
      expect(isUnitGroup(name)).toBe(true);
    },
  );
  it.each(['市商务委', '崇明区政府', '上港集团', '市府办'])('%s names one', (name) => {
    expect(isUnitGroup(name)).toBe(false);
  });
});

describe('withoutBrackets', () => {
  it.each([
    ['市发改委（审改办、大数据局）', '市发改委'],
    ['各县（市、区）人民政府', '各县人民政府'],
    ['市税务局', '市税务局'],
  ])('%s → %s', (name, bare) => {
    expect(withoutBrackets(name)).toBe(bare);
  });
});

it('lists suffixes once each', () => {
  expect(new Set(UNIT_SUFFIXES).size).toBe(UNIT_SUFFIXES.length);
});
