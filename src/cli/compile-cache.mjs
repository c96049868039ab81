import { enableCompileCache } from 'node:module';

// A command spends most of its time loading its own code. The cache keeps compiled code without types, so Node.js does not load its
// TypeScript support at all. That is why this file is JavaScript.
enableCompileCache();
