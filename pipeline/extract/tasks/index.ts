import type { Unit } from '../../../schemas/task.js';
import type { TextTable } from '../../model/outline.js';
import type { Passage } from '../../model/passage.js';
import type { SourceText } from '../../model/source-text.js';
import type { Section } from '../../outline/sections/index.js';
import { DEFINITION } from '../../outline/sections/vocabulary.js';
import { readDeadlines } from '../deadlines/index.js';
import { type Clause, findClauses, readVerbUnitsOf, unitOf } from '../units/index.js';
import { itemListOf } from './conditions.js';
import { noConventions } from './conventions.js';
import type { TaskDraft } from './draft.js';
import { itemText } from './item-text.js';
import { headingOf, type ItemContext, leafTasks } from './leaf.js';
import { tableTasks } from './table-rows.js';

export type { TaskDraft } from './draft.js';

/** What the sections of a notice give. */
export interface ExtractedTasks {
  readonly drafts: readonly TaskDraft[];
  /** Paragraphs of aims and goals, whose numbers are the document's targets. */
  readonly goals: readonly Passage[];
  /** All tables, those of aims and lists included. */
  readonly tables: readonly TextTable[];
  /** Paragraphs that are in no task, heading or aim: openings and closings. */
  readonly unassigned: readonly Passage[];
  /** Start in the source of every clause that was given to a task. */
  readonly attachedClauses: ReadonlySet<number>;
}

/** What the head of a notice says of how its body is to be read. */
interface ExtractOptions {
  readonly documentYear: number | null;
  /** It is made of articles, which set rules: `采购人…7个工作日内做出答复` is no aim. */
  readonly lawLike: boolean;
}

/**
 * The tasks of a notice: the deepest labelled blocks outside aims, principles and definitions,
 * never below the block that carries the responsibility clause; rows of tables of work items.
 */
export function extractTasks(
  source: SourceText,
  root: Section,
  options: ExtractOptions,
): ExtractedTasks {
  const walker = new Walker(source, options);
  if (options.lawLike) markGeneral(root);
  walker.visit(root, {
    path: [],
    inherited: [],
    inheritedEtAl: false,
    conventions: noConventions(),
    attached: (clause, passage) => walker.attached.add(passage.sourceOffset(clause.start)),
  });
  const { drafts, goals, tables, unassigned, attached: attachedClauses } = walker;
  return { drafts, goals, tables, unassigned, attachedClauses };
}

/** `X负责统筹…，主要有 8 项职能：` covers the items below. */
const LEAD_IN = /[：:]$/;
const CLOSING_WORDS =
  /^(?:(?:全[省市县区])?各(?:地|级|部门|单位|县|区|市|有关|相关|乡|镇|街道|委办|责任)|本(?:方案|意见|措施|通知|办法|政策|行动|计划|规定|实施|工作|若干)|以上|上述|特此|附[：:]|[^，。]{0,14}自[^，。]{2,20}(?:起|日)(?:施行|执行|实施))/;

/** How notices open, and what they say of themselves. */
const OPENING = /^(?:为|根据|按照|依据|经)|总体要求|指导思想|以习近平|(?:施行|有效期)/;

class Walker {
  readonly drafts: TaskDraft[] = [];
  readonly goals: Passage[] = [];
  readonly tables: TextTable[] = [];
  readonly unassigned: Passage[] = [];
  readonly attached = new Set<number>();

  constructor(
    private readonly source: SourceText,
    private readonly options: ExtractOptions,
  ) {}

  visit(section: Section, context: ItemContext): void {
    this.tables.push(...section.tables);
    if (section.general) {
      this.collectGoals(section);
      return;
    }
    for (const table of section.tables) this.drafts.push(...tableTasks(this.source, table));
    if (section.kind === 'labelled' && this.isItemList(section, context)) return;
    if (section.kind === 'labelled' && this.isBlock(section)) {
      this.leaf(section, context);
      return;
    }
    this.visitPlain(section, context);
    const below = this.contextBelow(section, context);
    if (isDefinitions(section)) return;
    const children = section.children;
    children.forEach((child, index) => {
      this.visit(index === children.length - 1 ? this.closed(section, child, below) : child, below);
    });
  }

  /** Items that are conditions belong to the task above; those that say what a word means to none. */
  private isItemList(section: Section, context: ItemContext): boolean {
    const list = itemListOf(section);
    if (list === null) return false;
    const { children } = section;
    if (children.some((child) => this.clausesOf(child).length > 0)) return false;
    const last = this.closed(section, children.at(-1)!, context);
    const whole = { ...section, children: [...children.slice(0, -1), last] };
    if (list === 'conditions') this.leaf(whole, context);
    else for (const paragraph of wholeText(whole)) this.plainParagraph(paragraph, context);
    return true;
  }

  /** A labelled section is one block where nothing divides it, or only its end has the clause. */
  private isBlock(section: Section): boolean {
    if (section.children.length === 0)
      return section.tables.length === 0 || section.passages.length > 1;
    if (section.children.length < 2 || section.tables.length > 0) return false;
    if (section.children.some((child) => child.children.length > 0)) return false;
    const last = section.children.at(-1)!;
    const lastClauses = this.clausesOf(last);
    if (lastClauses.length === 0) return false;
    if (this.clausesOf(section).length > 0) return false;
    const others = section.children.slice(0, -1);
    return others.every((child) => this.clausesOf(child).length === 0);
  }

  private clausesOf(section: Section): Clause[] {
    const { passage, breaks } = itemText(this.source, section.passages);
    return findClauses(passage.reading, breaks);
  }

  private leaf(section: Section, context: ItemContext): void {
    const paragraphs = section.children.length === 0 ? section.passages : wholeText(section);
    const item = itemText(this.source, paragraphs);
    if (item.passage.length === 0) return;
    this.drafts.push(...leafTasks(section.label!.printed, section.printed, item, context));
  }

  /** Paragraphs under a heading without items, and outside any label. */
  private visitPlain(section: Section, context: ItemContext): void {
    if (section.kind === 'labelled') return;
    if (section.kind === 'heading' && section.children.length === 0) {
      const item = itemText(this.source, section.passages);
      if (item.passage.length > 0 && section.printed) {
        const [draft, ...more] = leafTasks(null, section.printed, item, context);
        if (draft) this.drafts.push({ ...draft, title: section.printed.text }, ...more);
      }
      return;
    }
    for (const paragraph of section.passages) this.plainParagraph(paragraph, context);
  }

  /** A paragraph outside any label is a task only where it has a clause or a deadline of its own. */
  private plainParagraph(paragraph: Passage, context: ItemContext): void {
    const clauses = findClauses(paragraph.reading);
    if (clauses.length === 0 && !this.setsDate(paragraph)) {
      this.unassigned.push(paragraph);
      return;
    }
    this.drafts.push(...leafTasks(null, null, { passage: paragraph, breaks: [] }, context));
  }

  /** Whether a paragraph says by when or how often something is due, and is no opening. */
  private setsDate(paragraph: Passage): boolean {
    if (OPENING.test(paragraph.reading)) return false;
    const deadlines = readDeadlines(paragraph, { documentYear: this.options.documentYear });
    return deadlines.some(({ kind }) => kind === 'by' || kind === 'recurring');
  }

  private contextBelow(section: Section, context: ItemContext): ItemContext {
    if (!section.printed || section.kind === 'attachment') return context;
    const heading = section.kind === 'labelled' ? ownHeading(section) : section.printed.text;
    const clauses = section.kind === 'labelled' ? this.clausesOf(section) : [];
    const item = itemText(this.source, section.passages);
    if (clauses.length === 0) {
      const leadIn = LEAD_IN.test(item.passage.reading) ? readVerbUnitsOf(item.passage, true) : [];
      const inherited = leadIn.length > 0 ? leadIn : context.inherited;
      return { ...context, path: [...context.path, heading], inherited };
    }
    const inherited: Unit[] = [];
    for (const clause of clauses) {
      context.attached(clause, item.passage);
      if (clause.firstLeads) context.conventions.firstLeads = true;
      for (const mention of clause.mentions) inherited.push(unitOf(item.passage, mention, true));
      for (const mention of clause.forLater) {
        context.conventions.forLater.push(unitOf(item.passage, mention, true));
      }
    }
    return {
      ...context,
      path: [...context.path, heading],
      inherited: inherited.length > 0 ? inherited : context.inherited,
      inheritedEtAl: clauses.some((clause) => clause.etAl),
    };
  }

  /**
   * The last item without the paragraphs that close the notice (`各地各部门要…`, `本方案自…起施行`):
   * where each of its siblings has one paragraph, those stand outside any item.
   */
  private closed(parent: Section, last: Section, context: ItemContext): Section {
    if (last.children.length > 0 || last.passages.length < 2) return last;
    const siblings = parent.children.slice(0, -1);
    const end = this.endOfItem(last, siblings);
    if (end < 1) return last;
    const outside: ItemContext = { ...context, path: [], inherited: [] };
    for (const paragraph of last.passages.slice(end)) this.plainParagraph(paragraph, outside);
    return { ...last, passages: last.passages.slice(0, end) };
  }

  /** Number of the paragraph behind an item's own ones; -1 where all are its own. */
  private endOfItem(item: Section, siblings: readonly Section[]): number {
    const { passages } = item;
    const clauses = passages.map((paragraph) => findClauses(paragraph.reading).length > 0);
    const lastClause = clauses.lastIndexOf(true);
    if (lastClause >= 0) return lastClause + 1 < passages.length ? lastClause + 1 : -1;
    const usual = Math.max(1, ...siblings.map((sibling) => sibling.passages.length));
    return passages.findIndex(
      (paragraph, index) =>
        index >= (siblings.length > 0 ? usual : 2) &&
        CLOSING_WORDS.test(paragraph.reading) &&
        /[。）]$/.test(passages[index - 1]!.reading),
    );
  }

  private collectGoals(section: Section): void {
    if (!this.options.lawLike || /目标|指标/.test(section.printed?.text ?? '')) {
      this.goals.push(...section.passages);
    }
    for (const child of section.children) {
      this.tables.push(...child.tables);
      this.collectGoals(child);
    }
  }
}

/** The articles of a law-like text give no tasks. */
function markGeneral(section: Section): void {
  section.general = true;
  section.children.forEach(markGeneral);
}

function ownHeading(section: Section): string {
  return headingOf(section.printed!);
}

/** All text of a section, labels of what stands below it included. */
function wholeText(section: Section): Passage[] {
  const below = section.children.flatMap((child) => [
    ...(child.printed ? [child.printed] : []),
    ...child.passages.slice(1),
  ]);
  return [...section.passages, ...below];
}

/** Whether most items below a heading say what a word means. */
function isDefinitions(section: Section): boolean {
  const { children } = section;
  if (children.length < 3) return false;
  const defining = children.filter((child) => DEFINITION.test(child.passages[0]?.reading ?? ''));
  return defining.length * 2 > children.length;
}
