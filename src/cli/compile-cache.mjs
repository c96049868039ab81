import { enableCompileCache } from 'node:module';

// A command spends most of its time loading its own code. The cache stores compiled code without types, so Node.js does not even load its
// TypeScript support. This file is JavaScript for the same reason.
enableCompileCache();
