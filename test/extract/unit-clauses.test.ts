import { describe, expect, it } from 'vitest';
import { clausesOf } from '../../pipeline/extract/units/clauses.js';
import { inspectUnits, passageOf } from '../../pipeline/extract/units/inspect.js';

/** `name role basis` of each body that a text's clauses name. */
const read = (text: string): string[] => {
  return clausesOf(passageOf(text)).flatMap((clause) =>
    [...clause.mentions, ...(clause.blanket?.mentions ?? [])].map(
      ({ start, end, role, basis }) => `${text.slice(start, end)} ${role} ${basis}`,
    ),
  );
};

describe('clausesOf', () => {
  it.each([
    [
      '提升服务质效。（市政务服务局、市市场监管局）',
      ['市政务服务局 responsible list', '市市场监管局 responsible list'],
    ],
    [
      '完善机制。（责任单位：市商务委、东海航海保障中心）',
      ['市商务委 responsible label', '东海航海保障中心 responsible label'],
    ],
    [
      '加快实施。（牵头单位：市发展改革委；配合单位：市财政局、各区政府）',
      ['市发展改革委 lead label', '市财政局 support label', '各区政府 support label'],
    ],
    [
      '取消许可。(市市场监管局牵头，市行政审批服务局等部门配合)',
      ['市市场监管局 lead verb', '市行政审批服务局 support verb'],
    ],
    [
      '办理。（市司法局牵头，市政府有关部门按职责分工负责）',
      ['市司法局 lead verb', '市政府有关部门 responsible list'],
    ],
    ['办理。（市审计局负责）', ['市审计局 responsible verb']],
    [
      '归集信息。（省发展改革委会同省有关部门单位负责）',
      ['省发展改革委 lead verb', '省有关部门单位 support verb'],
    ],
    ['办理。〔责任部门：房产处，时限要求：6 月底〕', ['房产处 responsible label']],
    ['纳税（牵头部门：市税务局；目标位置：全省前5）', ['市税务局 lead label']],
    ['管理。（*市税务局、市财政局）', ['市税务局 lead asterisk', '市财政局 support asterisk']],
    [
      '准入。（市发展改革委、市商务局牵头。以下任务均需各县、市、区政府及功能区管委落实，不再一一列出）',
      [
        '市发展改革委 lead verb',
        '市商务局 lead verb',
        '各县、市、区政府 responsible verb',
        '功能区管委 responsible verb',
      ],
    ],
    [
      '发布。〔任务分解：市发改委、市经信局等有关单位做好发布；各县（市）区政府开设专栏〕',
      [
        '市发改委 responsible label',
        '市经信局 responsible label',
        '各县（市）区政府 responsible label',
      ],
    ],
    ['推动改革。牵头单位：市发改委、工信局', ['市发改委 lead label', '工信局 lead label']],
    [
      '【责任单位】县水利局、县财政局【完成时限】2025年10月',
      ['县水利局 responsible label', '县财政局 responsible label'],
    ],
    ['加强指导。(市人社局负责，2023年11月底前完成', ['市人社局 responsible verb']],
  ])('reads %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    '推动各县（市、区）召开恳谈活动。',
    '提供许可（资格）证到期提醒。',
    '出口退（免）税平均时间压缩。',
    '《办法（试行）》',
    '平台（以下简称省统一平台）上实施。',
    '企业综合服务中心（专区）。',
    '探索建立法律营商中心(商事调解中心)。',
    '经市建委（市清理遗留问题协调小组办公室，以下简称市安置办证办）审核后办理。',
    '报市城管局（市综合执法局）。',
    '数据责任单位：负责归集相关数据。',
    '【金融支持】加大力度。',
    '推出“四个一”（一码续办、一键呼应、一桌联办）服务。',
  ])('gives none for %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('says that the first of a list leads from here on', () => {
    const [clause] = clausesOf(
      passageOf('加强创新。（工业和信息化部、发展改革委等负责。列第一位者为牵头单位，下同）'),
    );
    expect(clause).toMatchObject({ leads: 'first', etAl: true });
    expect(clause!.mentions.map(({ role }) => role)).toEqual(['responsible', 'responsible']);
  });

  it('takes a clause that ends its paragraph, though another follows', () => {
    const text = '企业开办注销领域（省市场监管局牵头）围绕服务市场主体';
    expect(clausesOf(passageOf(text))).toEqual([]);
    const broken = '企业开办注销领域（省市场监管局牵头）\n围绕服务市场主体';
    expect(clausesOf(passageOf(broken))).toMatchObject([{ start: 8, end: 18 }]);
  });

  it('reads 10,000 nested brackets and finds none', () => {
    expect(clausesOf(passageOf('（'.repeat(10_000) + '）'.repeat(10_000)))).toEqual([]);
  });
});

describe('inspectUnits', () => {
  it.each([
    [
      '由市发改委和市财政局共同牵头推进',
      [
        { raw: '市发改委', role: 'lead', basis: 'verb' },
        { raw: '市财政局', role: 'lead', basis: 'verb' },
      ],
    ],
    ['由各区区长、市直部门正职任组长', []],
    ['省级层面由省委改革办牵头统筹', [{ raw: '省委改革办', role: 'lead', basis: 'verb' }]],
    [
      '由省政府办公厅对各市开展专项督查工作',
      [{ raw: '省政府办公厅', role: 'responsible', basis: 'verb' }],
    ],
    [
      '各地各部门要提高认识。市政府督查室要纳入考核。',
      [
        { raw: '各地各部门', role: 'responsible', basis: 'subject' },
        { raw: '市政府督查室', role: 'responsible', basis: 'subject' },
      ],
    ],
    ['会同省商务厅制定我省落实举措', [{ raw: '省商务厅', role: 'responsible', basis: 'subject' }]],
    ['加强与市税务局的沟通，报市政府批准', []],
    ['鼓励银行机构提供信用支持', []],
    ['并由相关部门分别依法办理', []],
    ['推动“随申办”市民云区级部门应用整合', []],
    ['建立碳关税部门协同应对机制', []],
    ['探索创新政务服务大厅跨部门协同方式', []],
    ['办理报装预约，由各服务大厅工作人员通过线上渠道办理', []],
    [
      '各指标领域市牵头单位要会同有关单位，加强重点领域攻坚',
      [{ raw: '各指标领域市牵头单位', role: 'responsible', basis: 'subject' }],
    ],
    [
      '省财政厅梳理汇总现行政府采购政策，各市、县（区）财政部门及时公开',
      [
        { raw: '省财政厅', role: 'responsible', basis: 'subject' },
        { raw: '各市、县（区）财政部门', role: 'responsible', basis: 'subject' },
      ],
    ],
    [
      '各市和县（市、区）积极推动本地平台对接',
      [{ raw: '各市和县（市、区）', role: 'responsible', basis: 'subject' }],
    ],
    [
      '各地结合工作实际和本地区创新主体发展需求组织服务，省局选择重点支持',
      [
        { raw: '各地', role: 'responsible', basis: 'subject' },
        { raw: '省局', role: 'responsible', basis: 'subject' },
      ],
    ],
    ['思明区优化首席服务官机制', [{ raw: '思明区', role: 'responsible', basis: 'subject' }]],
    [
      '采购人或者采购代理机构应当及时发出中标通知书',
      [
        { raw: '采购人', role: 'responsible', basis: 'subject' },
        { raw: '采购代理机构', role: 'responsible', basis: 'subject' },
      ],
    ],
    [
      '各级、各部门要认真贯彻落实国家、省决策部署',
      [
        { raw: '各级', role: 'responsible', basis: 'subject' },
        { raw: '各部门', role: 'responsible', basis: 'subject' },
      ],
    ],
    [
      '各级政府性融资担保、再担保机构要坚守准公共定位',
      [{ raw: '各级政府性融资担保、再担保机构', role: 'responsible', basis: 'subject' }],
    ],
    [
      '国家融资担保基金和省级担保、再担保基金（机构）要加强合作',
      [
        { raw: '国家融资担保基金', role: 'responsible', basis: 'subject' },
        { raw: '省级担保、再担保基金（机构）', role: 'responsible', basis: 'subject' },
      ],
    ],
    [
      '各县(市)区住房城乡建设部门和各供水、燃气企业要加大宣传力度',
      [
        { raw: '各县(市)区住房城乡建设部门', role: 'responsible', basis: 'subject' },
        { raw: '各供水、燃气企业', role: 'responsible', basis: 'subject' },
      ],
    ],
    [
      '决策承办单位要向社会详细公开草案',
      [{ raw: '决策承办单位', role: 'responsible', basis: 'subject' }],
    ],
    [
      '各县（市、区）市场监管局请于6月15日前上报',
      [{ raw: '各县（市、区）市场监管局', role: 'responsible', basis: 'subject' }],
    ],
    [
      '县级以上市场监管部门负责名单的列入和移出',
      [
        { raw: '县级以上市场监管部门', role: 'responsible', basis: 'verb' },
        { raw: '县级以上市场监管部门', role: 'responsible', basis: 'subject' },
      ],
    ],
    [
      '省局授权县区级以上（含县区级）市场监管部门负责所登记企业的列入和移出',
      [{ raw: '县区级以上（含县区级）市场监管部门', role: 'responsible', basis: 'verb' }],
    ],
    ['县级政务新媒体要与本地区融媒体中心建立联动', []],
    ['市市场监管局将各地情况列为考核内容', []],
    [
      '主要由县（市、区）行政执法主体实施',
      [{ raw: '县（市、区）行政执法主体', role: 'responsible', basis: 'verb' }],
    ],
    ['由营商专班网上代办', [{ raw: '营商专班', role: 'responsible', basis: 'verb' }]],
    ['由行政机构组织行政调解', [{ raw: '行政机构', role: 'responsible', basis: 'verb' }]],
    [
      '各市发改、能源部门和供电企业要建立协同机制',
      [
        { raw: '各市发改、能源部门', role: 'responsible', basis: 'subject' },
        { raw: '供电企业', role: 'responsible', basis: 'subject' },
      ],
    ],
    ['由供电企业代办相关手续', []],
    [
      '各区（开发区）结合各自特点选择指标',
      [{ raw: '各区（开发区）', role: 'responsible', basis: 'subject' }],
    ],
    // A whole city is the place that the plan is for; a verb in front makes a body no subject.
    ['厦门市推行告知承诺制', []],
    ['提请省政府出台支持办法', []],
    ['市民云区级部门应用整合', []],
    ['支持民企牵头或参与省实验室', []],
  ])('reads the running text %s', (text, expected) => {
    expect(inspectUnits(text).map(({ raw, role, basis }) => ({ raw, role, basis }))).toEqual(
      expected,
    );
  });
});
