// The SDK warns about the oldest Node we support, in every worker anew.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

export default {
  // A first conversation learns all that may be said: seconds, on a busy machine. What hangs, hangs longer.
  testTimeout: 30_000,
  rootDir: '..',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testEnvironment: 'node',
  // Every file in a process of its own, as every skill is: the bundle under test keeps its sockets, and a process that
  // has run other files before was seen to wait for ever.
  maxWorkers: 2,
  workerIdleMemoryLimit: '1MB',
  globalSetup: '<rootDir>/test/build.setup.mjs',
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
        // The bundle is an ES module: a dynamic import of it must stay one.
        module: { type: 'commonjs', ignoreDynamic: true },
      },
    ],
  },
  modulePathIgnorePatterns: [
    '<rootDir>/dist',
    '<rootDir>/.data',
    '<rootDir>/cdk.out',
    '<rootDir>/test/artefact/node_modules',
    '<rootDir>/bench',
  ],
  // These run by themselves: npm run test:artefact.
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/artefact'],
};
