/** Verbs that bring something about, with the number of things as their object; the longest first; ）建 ends 新（改、扩）建. */
export const ACHIEVEMENT_VERBS: readonly string[] = `
  新增 新建 新设 新开 新培育 新认定 新授予 新引进 新改扩建 培育 建成 建设 建立 打造 支持 完成 实现 推动
  推出 设立 组织 引育 引进 引入 合办 集聚 创建 形成 举办 举行 优选 遴选 选树 认定 培训 改造 布局 招引
  发展 孵化 带动 吸引 力争 争取 确保 开展 制定 制修订 发布 落地 储备 完成投资 投放 发放 改建 扩建 新创建
  筹集 供应 引导 开工 帮助 扶持 走访 服务 累计 参加 组建 推广 评选 新辟 新开辟 谋划 确立 开通 实施 优化
  争创 选择 选派 编制 编写 征集 招募 ）建 提供 惠及 解决 盘活 化解 创造 输送 调整 增设 更新 启动 整治 培养 开设
`
  .trim()
  .split(/\s+/)
  .sort((one, other) => other.length - one.length);
