/**
 * Bodies that are called by two names with 、 between them: one body, one unit. A line:
 * `name | place | source`.
 */
export const JOINT_NAMES = `
市科委、中关村管委会 | 北京市 | signatures and unit lists of 北京市科学技术委员会、中关村科技园区管理委员会, 2021 and later
市科学技术委员会、中关村科技园区管理委员会 | 北京市 | signatures of notices of 2021 and later
北京市科学技术委员会、中关村科技园区管理委员会 | 北京市 | signatures of notices of 2021 and later
中央台办、国务院台办 | 全国 | 机构设置 of the State Council, 2023: one body under two names
中央港澳办、国务院港澳办 | 全国 | 党和国家机构改革方案, 2023: one body under two names
中央宣传部、国务院新闻办 | 全国 | 机构设置 of the State Council, 2023: one body under two names
中央网信办、国家网信办 | 全国 | 国家互联网信息办公室与中央网络安全和信息化委员会办公室, 2018: one body under two names
`;
