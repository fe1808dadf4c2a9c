/**
 * Fields of work as the names of departments spell them out, for names that join several of them
 * (城乡建设和交通运输局, 数据和政务服务局). What stands short in a name that already holds a 和 stands so
 * in the official name too (住房城乡建设和水利局 of 佛山市三水区), as no name has two.
 *
 * Compiled by hand, 2026-11, from signatures of notices of 2018–2026.
 */
export const FIELDS_OF_WORK = `
发展和改革 发展改革 经济和信息化 经济信息化 经济 工业和信息化 工业信息化 工业 信息化 科学技术 科技 科技创新 教育 体育 公安 民政 司法 财政
人力资源 社会保障 自然资源 规划 城乡规划 生态环境 住房 住房城乡建设 城乡建设 城市建设 城市更新 住房保障 房屋 房屋管理 房产 房产管理 房地产
城市管理 综合执法 综合行政执法 行政执法 市政 市政公用 园林 绿化 市容 市容环境 交通 交通运输 公路 港口 港航 水利 水务 农业农村 农业 畜牧 渔业 林业 草原
商务 商贸 投资促进 招商 文化 旅游 文化旅游 文化广电 文化体育 文体 广电 广播电视 新闻出版 文物 卫生 卫生健康 健康 中医药 医疗保障 疾病预防控制 退役军人
应急 应急管理 审计 市场监督管理 统计 信访 民族 宗教 行政审批 审批服务 政务 政务服务 政务信息 数据 大数据 数据资源 数字经济 机关事务 国有资产 金融 地方金融
粮食 物资储备 能源 海洋 人民防空 国防动员 外事 港澳 台湾 知识产权 口岸 物流 老龄 移民 扶贫 乡村振兴 营商环境 创新 服务业 社会发展 社会事业 企业服务
`;
