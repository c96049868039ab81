import { enableCompileCache } from 'node:module';

// A command spends most of the time loading code. The cache stores compiled code without types, so Node.js does not need to load TypeScript
// support. To avoid loading TypeScript support here, this file is written in JavaScript.
enableCompileCache();
