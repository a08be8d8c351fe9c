module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  tsRules: {
    // A file tells its story first and the details below.
    '@typescript-eslint/no-use-before-define': [
      'error',
      { functions: false, classes: false, variables: false },
    ],
  },
});
