import { type Entry, entriesOf } from '../vocabulary.js';

const SOURCE = { source: '政府网站栏目名称', date: '2026-11-30' };

/** Words that names of a site's columns and buttons are made of: 政府信息公开, 政策法规, 法规标准, 新闻动态. */
export const PAGE_COLUMNS: readonly Entry<'page_column'>[] = entriesOf(
  'page_column',
  `政府 政务 信息 公开 网上 通知 公告 通告 公示 公示公告 政策 法规 文件 规范性 规范 标准 规章 部门 机关 单位 乡镇 街道 法定 主动 依申请
  内容 目录 指南 年报 年度 报告 重点 领域 专题 专栏 新闻 资讯 动态 要闻 头条 中心 栏目 频道 首页 主页 正文 详情 详细 查看 列表 组织 机构
  机关 概况 简介 职能 互动 交流 服务 办事 大厅 解读 发布 公众 民生 时政 综合 社会 财经 教育 科技 健康 热点 推荐 最新 更多 其他 类 地方
  行政 资料 知识 百科 文章 实时 讯息 常识 关注 聚焦 广角 之窗 在线 下载 导航 工作 行业 公司 企业 政民 数据 开放 我的 返回 顶部
  登录 注册 搜索 位置 分享 打印 关闭 收藏 基层 两化 财政 预决算 预算 决算 建议 提案 办理 结果 招标 采购 人事 招考`,
  SOURCE,
);
