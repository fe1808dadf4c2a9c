import { entriesOf } from '../vocabulary.js';

const SOURCE = '国民经济和社会发展计划、政府工作报告、行动方案的目标句';
const DATE = '2026-11-29';

/** Verbs that are never part of a noun before a number: what stands before them is who acts, or where. */
const PLAIN = `
  新增 新建 新设 新开 新培育 新认定 新授予 新引进 新改扩建 新创建 新辟 新开辟 新开工 新投产 新签约 新入库 新上 新创 新签 新组建 新改建 新增加 新认证 新立项 新认证 新获批 新上市 新入统 新升规 新纳入 新布局 新评选 新聘 新招 新招引 新种 新植 新栽 新铺 扩种 新造 新开发 新发展 新增设 新购置 开办 开设 布建 创设 新改建 新建改扩建 规划建设 投放运营 更新投运 更新投用 完善提升 提升完善 放映 开工新建 新建成 优化调整 培育壮大 培育发展 发展壮大 做大做强 净增 再建 再建成 再新增
  培育 建成 打造 推出 设立 引育 引进 引入 合办 创建 形成 举办 举行 遴选 优选 选树 招引 创办 吸引 力争 争取 确保 召开 听取
  筹集 筹建 招募 评选 推选 选派 选聘 谋划 确立 争创 惠及 盘活 化解 输送 增设 拉动 撬动 产生 促成 成立 完成 实现 达到 建立 建好 办好 打通
  建成通车 封山育林 累计建成 累计培育 开工建设 建设完成 出台 扶持 开通 新编 引聘 吸纳 腾退 攻克 取得 新转化
  树立 部署实施 打通 获取 创成 评定 建设改造 新建改建 新建改造 新改建 提升改造 改造提升 建设提升
`;

/** Verbs that are as often part of a noun (建设进度, 服务中心): they count only where they open their clause or touch the number. */
const NOUN_LIKE = `
  支持 推动 组织 创造 培训 改造 布局 发展 带动 开展 发布 投放 发放 供应 引导 开工 帮助 服务 累计 参加 推广 实施 优化 建设 制定 制修订 组建 选拔
  提供 解决 调整 更新 启动 落实 拓展 延伸 授予 保障 救助 资助 评价 检测 抽检 检查 巡查 宣传 轮训 指导 推进 投入 安排 选择 选取 走访 动员 发动
  下达 拨付 办理 受理 整合 统筹 减免 释放 让利 争取到 撮合 对接 补贴 补充 维修 翻新 提升 升级 收购 回购 采购 使用 交付 集聚 聚集 认定 孵化 征集
  招聘 招收 招录 恢复 综合治理 综合整治 治理 修复 清理 处置 储备 入库 签约 落地 落户 种植 栽植 造林 补植 转化 消化 采集 培养 归集 出让 供地 整治 收储 核准 评定
  促进 增加 减少 压减 拆除 清退 淘汰 配备 配置 架设 铺设 布设 安装 改良 报送 上线 接入 承办 研制 获批 改善 编制 编写 撰写 列入 纳入 打捆 强化 备案 改建 扩建 投产 竣工 完工
  更换 关停 整改 植树 打井 新打 设置 续建 走访慰问 慰问 申请 申报 更新更换 消除 提质改造 改扩建 上马 配送 筛查 接种 体检 栽种
`;

/** What 装备 is part of the name of. */
const EQUIPMENT = '制造 产业 企业 水平 率 投入 产值 能力 工业 领域 业 建设 项目 研发 园 基地 技术 体系 集群 配备 更新 改造 总量 数 和 、'.split(' ');

/** What 研发 and 开发 are part of the name of. */
const RESEARCH = '投入 经费 费用 机构 中心 人员 平台 活动 支出 强度 设计 团队 生产 基地 能力 总部 占'.split(' ');
const DEVELOPMENT =
  '区 利用 者 企业 项目 投资 面积 强度 商 性 建设 量 的 率 边界 用地 权 贷款 资金 公司 中心 平台 成本 周期'.split(' ');

const of = <Class extends string>(wordClass: Class, words: string) =>
  entriesOf(wordClass, words, { source: SOURCE, date: DATE });

/** Verbs that bring something about, with the number of things as their object; ）建 ends 新（改、扩）建. */
export const ACHIEVEMENT_VERBS = [
  ...of('achievement_verb', PLAIN),
  // 各县（市）建设 holds it.
  { ...of('achievement_verb', '）建')[0]!, except: ['）建设', '）建成', '）建立', '）建好'] },
  ...of('achievement_verb_or_noun', NOUN_LIKE),
  // 安置房 and 安置点 are places.
  { ...of('achievement_verb_or_noun', '安置')[0]!, except: ['安置房', '安置点', '安置区', '安置小区', '安置地', '安置帮教'] },
  // 规范化 and 规范管理 are no acts upon so many.
  {
    ...of('achievement_verb_or_noun', '规范')[0]!,
    except: ['化', '性', '率', '管理', '建设', '运行', '执法', '有序', '的', '、', '和'].map((noun) => `规范${noun}`),
  },
  // 硬化路 is a road.
  {
    ...of('achievement_verb_or_noun', '硬化')[0]!,
    except: ['率', '路', '工程', '面积', '、', '和', '项目'].map((noun) => `硬化${noun}`),
  },
  // 覆盖率 is a rate.
  {
    ...of('achievement_verb_or_noun', '覆盖')[0]!,
    except: ['率', '面', '范围', '度', '比例', '水平', '区', '层', '城乡', '的'].map((noun) => `覆盖${noun}`),
  },
  // 加装电梯 is called so itself.
  { ...of('achievement_verb_or_noun', '加装')[0]!, except: ['加装电梯'] },
  {
    ...of('achievement_verb_or_noun', '装备')[0]!,
    except: EQUIPMENT.map((noun) => `装备${noun}`),
  },
  // 研发投入 and 开发区 are no acts.
  {
    ...of('achievement_verb_or_noun', '研发')[0]!,
    except: RESEARCH.map((noun) => `研发${noun}`),
  },
  {
    ...of('achievement_verb_or_noun', '开发')[0]!,
    except: DEVELOPMENT.map((noun) => `开发${noun}`),
  },
];

/** Verbs of work that is to come to an end: of a number with one of them before it, exactly so many. */
export const COMPLETION_VERBS = of('completion_verb', '完成 实现 改造完成 建设完成');

/** What becomes of the things counted, behind their noun: 22处煤矿复工复产, 10个项目建成投产. */
export const OUTCOMES = of(
  'outcome',
  `
  成功创建 创建成 创建为 创成 申报创建 打造成 打造为 建设成 复工复产 复工 复产 复市 投产 投产达效 投产达产 投入使用 投入运营 投用 建成 建成投产 建成投用 竣工 竣工投产 完工 开工 开工建设 动工 达产 达效
  通车 通航 通水 通气 贯通 落地 落地见效 落户 挂牌 上市 上线 上云 见效 达标 验收 通过验收 入库 入统 升规 入规 转型 升级 入驻 加入 参加 参与
  纳入 进入 入选 获批 获评 通过 完成 实现 达到 取得 交付 启用 签约 脱贫 脱困 退出 关闭 出清 参保 就业 创业 复学
`,
);
