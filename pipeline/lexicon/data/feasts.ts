/** A feast that notices count by: 春节前, “五一”前. */
export interface Feast {
  readonly name: string;
  /** Other names, quoted ones with their marks. */
  readonly aliases: readonly string[];
  /** `MM-DD` where it has the same day every year, else that of each year that is known. */
  readonly day: string | Readonly<Record<number, string>>;
}

/**
 * Days of the feasts (全国年节及纪念日放假办法, State Council, 2024-11-10). The days of 2018–2026 stand in the
 * General Office's yearly notices of holidays (关于…年部分节假日安排的通知); those of 2027 and 2028 are the
 * Purple Mountain Observatory's calendar (GB/T 33661-2017), reckoned alike by lunar-javascript 1.7.7 and
 * tyme4ts 1.5.2. Written down 2026-11.
 */
export const FEASTS: readonly Feast[] = [
  { name: '元旦', aliases: ['新年'], day: '01-01' },
  {
    name: '春节',
    aliases: ['农历新年', '农历春节', '农历正月初一', '大年初一'],
    day: {
      2018: '02-16',
      2019: '02-05',
      2020: '01-25',
      2021: '02-12',
      2022: '02-01',
      2023: '01-22',
      2024: '02-10',
      2025: '01-29',
      2026: '02-17',
      2027: '02-06',
      2028: '01-26',
    },
  },
  {
    name: '元宵节',
    aliases: ['元宵', '正月十五'],
    day: {
      2018: '03-02',
      2019: '02-19',
      2020: '02-08',
      2021: '02-26',
      2022: '02-15',
      2023: '02-05',
      2024: '02-24',
      2025: '02-12',
      2026: '03-03',
      2027: '02-20',
      2028: '02-09',
    },
  },
  {
    name: '清明节',
    aliases: ['清明'],
    day: {
      2018: '04-05',
      2019: '04-05',
      2020: '04-04',
      2021: '04-04',
      2022: '04-05',
      2023: '04-05',
      2024: '04-04',
      2025: '04-04',
      2026: '04-05',
      2027: '04-05',
      2028: '04-04',
    },
  },
  {
    name: '劳动节',
    aliases: ['“五一”国际劳动节', '“五一”劳动节', '五一劳动节', '“五一”', '五一', '国际劳动节'],
    day: '05-01',
  },
  { name: '青年节', aliases: ['“五四”青年节', '五四青年节', '“五四”'], day: '05-04' },
  { name: '儿童节', aliases: ['“六一”国际儿童节', '“六一”儿童节', '六一儿童节', '“六一”'], day: '06-01' },
  {
    name: '端午节',
    aliases: ['端午'],
    day: {
      2018: '06-18',
      2019: '06-07',
      2020: '06-25',
      2021: '06-14',
      2022: '06-03',
      2023: '06-22',
      2024: '06-10',
      2025: '05-31',
      2026: '06-19',
      2027: '06-09',
      2028: '05-28',
    },
  },
  { name: '建党节', aliases: ['“七一”建党节', '“七一”', '七一'], day: '07-01' },
  { name: '建军节', aliases: ['“八一”建军节', '八一建军节', '“八一”', '八一'], day: '08-01' },
  { name: '教师节', aliases: [], day: '09-10' },
  {
    name: '中秋节',
    aliases: ['中秋'],
    day: {
      2018: '09-24',
      2019: '09-13',
      2020: '10-01',
      2021: '09-21',
      2022: '09-10',
      2023: '09-29',
      2024: '09-17',
      2025: '10-06',
      2026: '09-25',
      2027: '09-15',
      2028: '10-03',
    },
  },
  { name: '国庆节', aliases: ['“十一”国庆节', '“十一”国庆', '国庆', '“十一”'], day: '10-01' },
];

/** Seasons and the like, which begin on no fixed day: 汛期前, 供暖季前. */
export const SEASONS = `
主汛期 汛期 入汛 汛 雨季 台风季 供暖季 供暖期 供热期 供热季 采暖季 采暖期 取暖季 取暖期 防火期 森林防火期 冰冻期 封冻期 封冻 冰冻
春耕 春播 春灌 夏收 夏种 三夏 “三夏” 秋收 秋种 秋播 三秋 “三秋” 入冬 入春 入夏 入秋 冬季 夏季 雨雪冰冻天气
春季开学 秋季开学 春季学期开学 秋季学期开学 新学期开学 开学 春季学期 秋季学期 新学期 高考 中考 中高考 暑假 寒假 暑期 年关 双节 “双节” 旅游旺季 用电高峰期 用水高峰期 迎峰度夏 迎峰度冬
`.trim().split(/\s+/);
