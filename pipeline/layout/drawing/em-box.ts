/** The em box of CJK fonts above and below the baseline, in ems; taken for all, so that lines align. */
export const ASCENT = 0.88;
export const DESCENT = -0.12;
