/** What the recogniser must know of the field and layout cannot know by itself. */
export interface FieldSignals {
  /** Whether a whole cell line is the name of a body: 市发展改革委, 温州金融监管分局, 各区政府. */
  looksLikeUnit(name: string): boolean;
}

const UNIT_END =
  /(?:局|委|办|厅|处|院|部|署|会|社|行|队|站|所|馆|政府|公司|集团|中心|分行|支行|机关|单位|部门|办公室|办事处|管委|学校|大学|学院|银行|法院|检察院|工商联|税务|海关)$/;
const UNIT_SHAPE = /^\*?[\p{Script=Han}“”"、（）()·—\d]{2,30}$/u;

/** A narrow reading for callers that have no lexicon at hand. */
export const NARROW_SIGNALS: FieldSignals = {
  looksLikeUnit(name) {
    if (!UNIT_SHAPE.test(name)) return false;
    const bare = name.replace(/^\*/, '').replace(/[（(][^（）()]*[）)]$/, '');
    return bare.length > 2 && UNIT_END.test(bare);
  },
};
