const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/**
 * Words that nearly every official document repeats and that tell nothing of a task, beside the
 * dictionary's own list of stop words.
 */
export const STOP_WORDS = words(`
工作 任务 措施 要求 方面 方式 情况 内容 问题 重点 力度 水平 质量 效率 效能 能力 作用 基础 条件 范围 领域 环节 过程 部门 单位 各地 全市
全省 全区 全县 本市 本省 我市 我省 市级 省级 区级 县级 有关 相关 各类 各级 责任 责任单位 牵头单位 配合单位 责任部门 牵头 配合 负责 落实
制度 机制 体系 模式 建设 管理 服务 发展 改革 实施 推进 推动 加强 提升 提高 完善 优化 建立 健全 开展 深化 强化 促进 支持 鼓励 引导 探索
打造 构建 推广 应用 创新 实现 进行 加快 加大 扩大 拓展 规范 统筹 协调 保障 组织 制定 明确 按照 依托 充分 全面 积极 持续 进一步 切实 有效
高质量 高水平 双向 培育 基本 重要 主要 关键 及时 严格 规定 事项 政策 企业 通知 意见 方案 办法 文件 附件 年底前 目标 指标 进度 时间 阶段
`);

/** Parts of speech of content words: nouns, proper names, verbal nouns, set phrases, short forms. */
export const CONTENT_TAGS = words('n nz nl ng vn an l i j eng');
