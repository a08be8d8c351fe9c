/**
 * Who may import whom, between packages and between the rooms inside them.
 * `packages/o8/src/rooms.test.ts` proves that each rule bites.
 */
const plugins = './plugins';
const common = `${plugins}/orchestr8-common/src`;
const node = `${plugins}/orchestr8-node/src`;

const packages = {
  common: `${plugins}/orchestr8-common`,
  node: `${plugins}/orchestr8-node`,
  backend: `${plugins}/orchestr8-backend`,
  cards: `${plugins}/orchestr8`,
  catalog: `${plugins}/catalog-backend-module-orchestr8`,
  scaffolder: `${plugins}/scaffolder-backend-module-orchestr8`,
  app: './packages/app',
  portal: './packages/backend',
  o8: './packages/o8',
};

/** Package → the packages that it may import. */
const mayImport = {
  common: [],
  node: ['common'],
  backend: ['common', 'node'],
  cards: ['common'],
  catalog: ['common', 'node'],
  scaffolder: ['common', 'node'],
  app: ['common', 'cards'],
  portal: ['common', 'node', 'backend', 'catalog', 'scaffolder'],
  o8: ['common', 'node'],
};

/** A package's folder, and the link to it that its name leads to. */
const placesOf = folder => {
  const { name } = require(`${folder}/package.json`);
  return [folder, `./node_modules/${name}`];
};

const betweenPackages = Object.entries(mayImport).flatMap(([name, allowed]) =>
  Object.keys(packages)
    .filter(other => other !== name && !allowed.includes(other))
    .map(other => ({
      target: packages[name],
      from: placesOf(packages[other]),
      message: `${packages[name]} may import ${
        allowed.map(it => packages[it]).join(' and ') || 'no other package'
      }.`,
    })),
);

/** Room → the rooms that it must not import; data moves down, nothing calls back up. */
const rooms = [
  [
    `${common}/deployment`,
    ['template', 'dependencies', 'promotion', 'api', 'environment'],
  ],
  [
    `${common}/module`,
    ['template', 'dependencies', 'promotion', 'api', 'environment'],
  ],
  [
    `${common}/alerts`,
    [
      'template',
      'dependencies',
      'promotion',
      'api',
      'environment',
      'deployment',
    ],
  ],
  [
    `${common}/quantity`,
    [
      'module',
      'template',
      'dependencies',
      'promotion',
      'api',
      'environment',
      'deployment',
      'alerts',
    ],
  ],
  [
    `${common}/template`,
    ['dependencies', 'promotion', 'environment', 'alerts'],
  ],
  [`${common}/promotion`, ['template', 'dependencies', 'api', 'alerts']],
  [`${node}/plan`, ['apply', 'observe', 'source', 'engine']],
  [`${node}/policy`, ['apply', 'observe', 'source', 'plan', 'engine']],
  [`${node}/render`, ['apply', 'observe', 'plan', 'engine']],
  [
    `${node}/source`,
    ['apply', 'observe', 'plan', 'render', 'policy', 'engine', 'adapters'],
  ],
  [
    `${node}/observe`,
    ['apply', 'render', 'plan', 'policy', 'source', 'engine'],
  ],
  [`${node}/apply`, ['render', 'policy', 'source', 'engine']],
  [
    `${node}/adapters`,
    ['apply', 'observe', 'plan', 'policy', 'source', 'engine', 'render'],
  ],
];

/** Nouns of a room that another one may know all the same. */
const known = {
  [`${node}/observe < apply`]: ['./Inventory.ts', './isWaitedFor.ts'],
};

const betweenRooms = rooms.flatMap(([target, forbidden]) =>
  forbidden.map(room => ({
    target,
    except: known[`${target} < ${room}`] ?? [],
    from: `${target.slice(0, target.lastIndexOf('/'))}/${room}`,
    message: `${target} may not import the room "${room}": data moves down, nothing calls back up.`,
  })),
);

/** What only one folder may hold, so that it can be exchanged there. */
const vendors = [
  {
    name: '@kubernetes/client-node',
    message:
      'Its typed serializer drops unknown fields: go through the ports in orchestr8-node/src/adapters.',
  },
];

const tests = [
  '**/*.test.ts',
  '**/*.test.tsx',
  '**/__testUtils__/**',
  '**/__fixtures__/**',
  '**/testing/**',
];

module.exports = {
  root: true,
  plugins: ['import', '@typescript-eslint'],
  settings: {
    'import/resolver': {
      node: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] },
    },
    'import/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
  },
  overrides: [
    {
      files: ['**/*.ts', '**/*.tsx'],
      parser: '@typescript-eslint/parser',
      rules: {
        '@typescript-eslint/no-explicit-any': 'error',
        '@typescript-eslint/no-restricted-imports': [
          'error',
          { paths: vendors },
        ],
        'import/no-restricted-paths': [
          'error',
          { basePath: __dirname, zones: betweenPackages },
        ],
      },
    },
    {
      files: ['**/src/**/*.ts', '**/src/**/*.tsx'],
      // The table of problem codes is one list, however long.
      excludedFiles: [...tests, '**/problemCodes.ts'],
      rules: {
        'import/no-restricted-paths': [
          'error',
          { basePath: __dirname, zones: [...betweenPackages, ...betweenRooms] },
        ],
        'max-lines': ['error', 250],
      },
    },
    {
      files: ['plugins/orchestr8-node/src/adapters/**'],
      rules: { '@typescript-eslint/no-restricted-imports': 'off' },
    },
    {
      // The language is the same in browser, backend and CLI, and always gives the same answer.
      files: ['plugins/orchestr8-common/src/**/*.ts'],
      excludedFiles: [...tests, '**/api/**'],
      rules: {
        '@typescript-eslint/no-restricted-imports': [
          'error',
          { paths: vendors, patterns: ['node:*'] },
        ],
      },
    },
    {
      files: [
        'plugins/orchestr8-common/src/**/*.ts',
        'plugins/orchestr8-node/src/plan/**/*.ts',
        'plugins/orchestr8-node/src/policy/**/*.ts',
      ],
      excludedFiles: [...tests, '**/api/**'],
      rules: {
        'no-restricted-globals': [
          'error',
          ...['fetch', 'setTimeout', 'setInterval', 'process', 'crypto'].map(
            name => ({
              name,
              message: 'This room is pure: no clock, randomness or effects.',
            }),
          ),
        ],
        'no-restricted-properties': [
          'error',
          {
            object: 'Date',
            property: 'now',
            message: 'This room is pure: take the time as a parameter.',
          },
          {
            object: 'Math',
            property: 'random',
            message: 'This room is pure: no randomness.',
          },
        ],
      },
    },
  ],
};
