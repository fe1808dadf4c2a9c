import { type Entry, entriesOf } from '../vocabulary.js';

type NatureClass =
  | 'guide_ending'
  | 'work_guide_ending'
  | 'reply_ending'
  | 'report_ending'
  | 'announcement_ending'
  | 'list_ending'
  | 'work_list_ending'
  | 'regulation_ending'
  | 'directive_ending'
  | 'news_verb';

const SOURCE = { source: '党政机关公文处理工作条例（2012）第八条；政府网站文件标题', date: '2026-11-29' };

/** Last words of titles of what explains: 申报指南, 政策问答, 热点13问. */
export const GUIDE_ENDINGS: readonly Entry<NatureClass>[] = entriesOf(
  'guide_ending',
  `指南 办事指南 服务指南 申报指南 申领指南 指引 指导手册 手册 问答 百问百答 答记者问 解读 政策解读 图解 一图读懂
  常见问题 常见问题解答 热点问题 问题解答 解答 须知 攻略 详解 流程 简介 操作说明 使用说明 说明 小贴士 温馨提示 提示 明白卡`,
  SOURCE,
);
/** Manuals for those who do the work: they tell bodies what to do where they make them responsible. */
export const WORK_GUIDE_ENDINGS = entriesOf(
  'work_guide_ending' as NatureClass,
  '操作手册 工作手册 工作指引 工作指南 操作指南 操作指引 实施指南 建设指南 建设指引 技术指南',
  SOURCE,
);
/** Last words of titles of answers to one body or person. */
export const REPLY_ENDINGS = entriesOf(
  'reply_ending' as NatureClass,
  '批复 复函 答复 答复意见 答复函 回复 答复意见书 的函复',
  SOURCE,
);
/** Last words of titles of accounts of what was done or spent. */
export const REPORT_ENDINGS = entriesOf(
  'report_ending' as NatureClass,
  `报告 总结 工作情况 情况通报 年报 年度报告 公报 统计公报 预算 决算 部门预算 部门决算 预算公开 决算公开 预算情况说明
  决算情况说明 预算草案 执行情况 完成情况说明 办理情况说明 落实情况说明 预算说明 决算说明 白皮书 简报 讲话 工作汇报 汇报`,
  SOURCE,
);
/** Last words of titles of what tells the public. */
export const ANNOUNCEMENT_ENDINGS = entriesOf(
  'announcement_ending' as NatureClass,
  '公告 通告 公示 启事 告示 声明 公开信 告知书 倡议书 招聘公告 征集公告 预告 预警 预警信号 预警信息 预警通报',
  SOURCE,
);
/** Last words of titles of lists that tell nobody to do a thing. */
export const LIST_ENDINGS = entriesOf(
  'list_ending' as NatureClass,
  `名单 目录 名录 价格表 一览表 收费表 标准表 花名册 政策清单 权责清单 权力清单 收费清单 事项清单 产品清单 物资清单 负面清单
  文件清单 证照清单 扶持政策清单 房源表 明细表 汇总表 清册`,
  SOURCE,
);
/** Last words of titles of lists whose rows are work. */
export const WORK_LIST_ENDINGS = entriesOf(
  'work_list_ending' as NatureClass,
  `任务清单 责任清单 职责清单 措施清单 举措清单 工作清单 问题清单 整改清单 项目清单 分工清单 改革清单 事项分工 任务分解表
  分工表 举措表 任务书 工作台账 责任分工`,
  SOURCE,
);
/** Last words of titles of rules. */
export const REGULATION_ENDINGS = entriesOf(
  'regulation_ending' as NatureClass,
  '条例 办法 规定 细则 实施细则 规则 规程 准则 章程 守则 法 法典 解释 制度 裁量基准',
  SOURCE,
);
/** Last words of titles of what tells bodies what to do. */
export const DIRECTIVE_ENDINGS = entriesOf(
  'directive_ending' as NatureClass,
  `通知 方案 计划 规划 纲要 要点 措施 举措 政策 意见 分工 决定 决议 安排 部署 行动 机制 预案 命令 一号文件 若干条
  对策 路线图 倡议 会议纪要 办公会议纪要 纪要`,
  SOURCE,
);
/** What a title of news says of a body: 召开, 入选. */
export const NEWS_VERBS = entriesOf(
  'news_verb' as NatureClass,
  `召开 听取 举行 举办 出席 会见 调研 考察 视察 入选 获评 荣获 上新 印发了 出台了 发布会 正式启动 揭牌 开工仪式 开幕 闭幕 起实施
  起施行 来了 亮相 讲话实录 实录 访谈 侧记 综述 新闻稿 共建共享`,
  SOURCE,
);
