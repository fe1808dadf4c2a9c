import { RULE_LISTS, type RuleList } from '../pipeline/rules.js';

const KINDS: Readonly<Record<RuleList['kind'], string>> = {
  head: 'Heads of documents',
  task: 'Tasks',
  unit: 'Responsible bodies',
  canonical: 'Official names of bodies',
  deadline: 'Deadlines',
  quantity: 'Quantities and targets',
};

/** The page of rules, made whole from their lists. */
export function rulesPage(): string {
  return [
    '# Rules',
    '',
    'Made by `npm run docs` from the lists of rules. Every value of the dataset carries the id of its rule, and',
    '`gongwen inspect tasks|deadlines|targets|units FILE --explain` tells which rule made a value or passed it over. The',
    'rules of a list are asked in its order, and the first that has an opinion decides. Words in 【】 are what is read or',
    'passed over. The cases of a rule stand in `test/rules/`; [CONTRIBUTING.md](../CONTRIBUTING.md) tells how to add one.',
    '',
    ...Object.entries(KINDS).flatMap(([kind, title]) => {
      const lists = RULE_LISTS.filter((list) => list.kind === kind);
      return lists.length === 0 ? [] : [`## ${title}`, '', ...lists.flatMap(section)];
    }),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}

function section({ question, rules }: RuleList): string[] {
  return [
    `### ${question}`,
    '',
    '| id | what it reads, or why it passes over | sentence |',
    '|---|---|---|',
    ...rules.map(({ id, summary, example, source }) => {
      const from = source ? ` Source: ${source}.` : '';
      return `| \`${id}\` | ${cell(summary + from)} | ${cell(example)} |`;
    }),
    '',
  ];
}

const cell = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('|', '\\|');
