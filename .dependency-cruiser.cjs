// Which room may import which. `npm run check:imports` reads it; docs/architecture.md draws it.

/** The rooms of the pipeline, and those of them that each may import. All may import schemas. */
const PIPELINE_ROOMS = {
  model: [],
  lexicon: [],
  // What a feast's day is, the lexicon says.
  // Characters as they are written plainly, by the tables of the model.
  values: ['model', 'lexicon'],
  segment: ['lexicon'],
  // Formats that spell tables out have them shaped there.
  // What is seen on a picture of a page, by networks that the caller hands in.
  recognise: [],
  read: ['model', 'layout', 'tables', 'recognise'],
  layout: ['model'],
  // Whether a line begins a paragraph is told by the labels that the outline reads.
  clean: ['model', 'outline', 'lexicon'],
  // Each passage read once: marks, times, quantities, bodies; spans, no judgement.
  annotate: ['model', 'values', 'lexicon'],
  outline: ['model', 'values', 'lexicon', 'annotate', 'tables'],
  tables: ['model', 'values', 'lexicon', 'annotate'],
  extract: ['model', 'values', 'lexicon', 'segment', 'annotate', 'tables', 'outline'],
  // Full official names of bodies, by rules over the lexicon.
  canonical: ['model', 'lexicon'],
  refine: ['model', 'values', 'lexicon', 'segment', 'outline', 'extract', 'canonical'],
  compare: ['model', 'values'],
  validate: ['model'],
  // Whose a body is, and of what level, is told by the lexicon.
  emit: ['model', 'lexicon'],
};

const roomArrows = Object.entries(PIPELINE_ROOMS).map(([room, allowed]) => ({
  name: `pipeline-${room}`,
  comment: `pipeline/${room} imports only ${['schemas', ...allowed].join(', ')}.`,
  severity: 'error',
  from: { path: `^pipeline/${room}/` },
  to: {
    path: '^(pipeline|containers|workers|library|service|cli|scripts|bench|test)/',
    pathNot: `^pipeline/((${[room, ...allowed].join('|')})/|converted\\.ts$|version\\.ts$)`,
  },
}));

/** Libraries that read a format stay in its own folder. */
const FORMAT_LIBRARIES = {
  'pdfjs-dist': 'pdf',
  utif2: 'image',
  cheerio: 'html',
  yauzl: 'archive',
  saxes: 'xml',
  'csv-parse': 'csv',
};

const libraryArrows = Object.entries(FORMAT_LIBRARIES).map(([library, folder]) => ({
  name: `only-${folder}-reads-with-${library}`,
  severity: 'error',
  from: { pathNot: `^(pipeline/read/${folder}|containers|bench)/` },
  to: { path: `^node_modules/${library}/` },
}));

/** Readers that hand over to another: what LibreOffice makes of old files, marked text, pictures. */
const HANDED_OVER = {
  'old-office': ['docx', 'xlsx'],
  csv: ['xlsx'],
  markdown: ['text'],
  ofd: ['pdf'],
};
const FORMATS = ['csv', 'docx', 'html', 'markdown', 'ofd', 'old-office', 'pdf', 'text', 'xlsx'];

const readerArrows = FORMATS.map((format) => ({
  name: `${format}-reader-apart`,
  comment: 'What readers share stands beside them (archive, xml, pages …) or in layout.',
  severity: 'error',
  from: { path: `^pipeline/read/${format}/` },
  to: {
    path: `^pipeline/read/(${FORMATS.join('|')})/`,
    pathNot: `^pipeline/read/(${[format, ...(HANDED_OVER[format] ?? [])].join('|')})/`,
  },
}));

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unknown', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'schemas-import-nothing',
      severity: 'error',
      from: { path: '^schemas/' },
      to: { path: '^(pipeline|containers|workers|library|service|cli|scripts|bench|test)/' },
    },
    ...roomArrows,
    ...libraryArrows,
    ...readerArrows,
    {
      name: 'pipeline-below-workers',
      severity: 'error',
      from: { path: '^pipeline/' },
      to: { path: '^(containers|workers|library|service|cli|scripts|bench|test)/' },
    },
    {
      name: 'containers-below-workers',
      severity: 'error',
      from: { path: '^containers/' },
      to: { path: '^(workers|library|service|cli|scripts|bench|test)/' },
    },
    {
      name: 'workers-below-cli',
      severity: 'error',
      from: { path: '^workers/' },
      to: { path: '^(library|service|cli|scripts|bench|test)/' },
    },
    {
      name: 'library-beside-cli',
      severity: 'error',
      from: { path: '^library/' },
      to: { path: '^(service|cli|scripts|bench|test)/' },
    },
    {
      name: 'service-beside-cli',
      severity: 'error',
      from: { path: '^service/' },
      to: { path: '^(report|containers|cli|scripts|bench|test)/' },
    },
    {
      name: 'report-is-a-page',
      comment:
        'The browser gets types of records, how decisions are compared, how a search is understood, what a body is called, and how a calendar is written; nothing else.',
      severity: 'error',
      from: { path: '^report/' },
      to: {
        path: '^(schemas|pipeline|workers|library|service|cli|scripts|bench|test)/',
        pathNot:
          '^(schemas/|pipeline/corrections/comparable\\.ts$|pipeline/emit/(body-spellings|calendar|search-terms)\\.ts$)',
      },
    },
    {
      name: 'only-its-payload-leaves-the-page',
      severity: 'error',
      from: { path: '^(schemas|pipeline|workers|library|service|cli)/' },
      to: { path: '^report/', pathNot: '^report/payload\\.ts$' },
    },
    {
      name: 'cli-on-top',
      severity: 'error',
      from: { path: '^cli/' },
      to: { path: '^(scripts|bench|test)/' },
    },
    {
      name: 'pipeline-is-pure',
      comment: 'No disk, network, process or clock; the lexicon loads the data of this package.',
      severity: 'error',
      from: { path: '^pipeline/', pathNot: '^pipeline/(lexicon|segment)/' },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(crypto|url)$' },
    },
    {
      name: 'only-segment-knows-nodejieba',
      severity: 'error',
      from: {
        path: '^(pipeline|containers|workers|library|service|cli|schemas)/',
        pathNot: '^pipeline/segment/',
      },
      to: { path: 'node_modules/nodejieba/' },
    },
    {
      name: 'only-postgresql-knows-its-driver',
      severity: 'error',
      from: {
        path: '^(pipeline|containers|workers|library|service|cli|schemas)/',
        pathNot: '^workers/postgresql/',
      },
      to: { path: '^node_modules/(pg|pg-copy-streams|pg-connection-string|pgpass)/' },
    },
    {
      name: 'no-development-tools',
      severity: 'error',
      from: { path: '^(pipeline|containers|workers|library|service|cli|schemas)/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'] },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
